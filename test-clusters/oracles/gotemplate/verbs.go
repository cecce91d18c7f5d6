package main

import (
	"fmt"
	"strings"
)

var verbs = strings.Fields(`
v +v #v T t d +d 5d -5d 05d x X #x #X o #o O b #b c q +q #q U #U .3d 8.3d
e E .2e f F .2f .0f 8.3f +.1f 010.2f -8.2f g G .3g #g .10g #.3g s 10s -10s .2s 010s .4q .1x 6x #v% w p z !
`)

var verbValues = []string{
	`nil`, `true`, `"go"`, `""`, `"h\u00e9\x00\xff"`, "\"a\\\"b`c\"", `"a\tb"`, `"😀\u200b"`,
	`0`, `42`, `-7`, `128512`, `1114112`, `(i8 -8)`, `(u8 200)`, `(u16 65)`, `(i64 -9223372036854775808)`, `(u64 -1)`,
	`1.0`, `1.5`, `-0.0`, `100000.0`, `1000000.0`, `123456789.0`, `1e20`, `1e21`, `1e-4`, `1e-5`, `2.5`, `0.1`, `5e-324`,
	`1.7976931348623157e308`, `(f32 0.1)`, `(f32 16777216.0)`, `(inf 1)`, `(inf -1)`, `(nan)`, `(complex 1.5 -2.0)`,
	`(bytes "hi\x00")`, `(strs "a" "b c")`, `(ints 1 -2)`, `(list 1 "two" nil 2.5 (list))`,
	`(dict "b" 1 "a" "x" "n" nil "d" (dict "k" true))`, `(strmap "k" "v")`, `(intmap)`, `(boolmap)`, `(anymap)`, `(matrix)`,
	`(nilmap)`, `(nilslice)`, `(nilptr)`, `(nilcounter)`, `(point 1 2)`, `(pointp 1 2)`, `(shapep)`, `(celsius 21.55)`,
	`(list (celsius 1.0) (point 3 4))`, `(level 3)`, `(values)`, `(names "a" "b")`, `(failure "x")`, `(boom)`,
	`(counter 1)`, `(counterp 2)`, `(list (counter 3))`,
}

// verbCases are every verb with every sort of value; those that print an address are left out when they are recorded.
func verbCases() []testCase {
	var cases []testCase
	for _, verb := range verbs {
		for _, value := range verbValues {
			cases = append(cases, testCase{Template: fmt.Sprintf("{{ printf \"[%%%s]\" %s }}", verb, value)})
		}
	}
	for _, verb := range []string{"% d", "% x", "% X", "%# x", "% .2f", "% q", "%- 8d", "%+08d", "% 08d", "%x"} {
		for _, value := range []string{`7`, `-7`, `"hello"`, `""`, `1.5`, `-1.5`, `(bytes "abc")`, `(u8 9)`, `(strs "ab" "cd")`} {
			cases = append(cases, testCase{Template: fmt.Sprintf("{{ printf \"[%s]\" %s }}", verb, value)})
		}
	}
	return cases
}
