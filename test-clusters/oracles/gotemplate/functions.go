package main

import (
	"errors"
	"fmt"
	"math"
	"strings"
	"text/template"
)

// functions are what cases call besides the built-in functions. The Java side has the same in OracleFunctions.
func functions(set *template.Template) template.FuncMap {
	return template.FuncMap{
		"list": func(items ...any) []any { return items },
		"dict": func(pairs ...any) map[string]any {
			m := map[string]any{}
			for i := 0; i+1 < len(pairs); i += 2 {
				m[pairs[i].(string)] = pairs[i+1]
			}
			return m
		},
		"set": func(m map[string]any, key string, value any) map[string]any {
			m[key] = value
			return m
		},
		"strs": func(items ...string) []string { return items },
		"strmap": func(pairs ...string) map[string]string {
			m := map[string]string{}
			for i := 0; i+1 < len(pairs); i += 2 {
				m[pairs[i]] = pairs[i+1]
			}
			return m
		},
		"ints":       func(items ...int) []int { return items },
		"intmap":     func() map[int]string { return map[int]string{10: "ten", 9: "nine", -1: "minus"} },
		"boolmap":    func() map[bool]int { return map[bool]int{true: 1, false: 0} },
		"anymap":     func() map[any]any { return map[any]any{"b": 1, "a": nil} },
		"matrix":     func() [][]int { return [][]int{{1, 2}, {3}} },
		"bytes":      func(s string) []byte { return []byte(s) },
		"i8":         func(n int) int8 { return int8(n) },
		"i16":        func(n int) int16 { return int16(n) },
		"i32":        func(n int) int32 { return int32(n) },
		"i64":        func(n int) int64 { return int64(n) },
		"u":          func(n int) uint { return uint(n) },
		"u8":         func(n int) uint8 { return uint8(n) },
		"u16":        func(n int) uint16 { return uint16(n) },
		"u32":        func(n int) uint32 { return uint32(n) },
		"u64":        func(n int) uint64 { return uint64(n) },
		"f32":        func(f float64) float32 { return float32(f) },
		"f64":        func(f float64) float64 { return f },
		"inf":        func(sign int) float64 { return math.Inf(sign) },
		"nan":        math.NaN,
		"nilmap":     func() map[string]any { return nil },
		"nilslice":   func() []any { return nil },
		"nilptr":     func() *Point { return nil },
		"nilcounter": func() *Counter { return nil },
		"nothing":    func() any { return nil },
		"point":      func(x, y int) Point { return Point{x, y, "p"} },
		"pointp":     func(x, y int) *Point { return &Point{x, y, "p"} },
		"shape": func() Shape {
			return Shape{
				Point: Point{1, 2, "p"}, Label: "shape", Tags: []string{"a", "b"}, Meta: map[string]any{"k": "v", "n": nil},
				Call: func(n int) int { return n + 1 },
			}
		},
		"shapep":    func() *Shape { return &Shape{Label: "pointed", Any: 5} },
		"celsius":   func(f float64) Celsius { return Celsius(f) },
		"level":     func(n int) Level { return Level(n) },
		"values":    func() Values { return Values{"a": 1, "m": map[string]any{"x": "y"}, "n": nil} },
		"names":     func(items ...string) Names { return items },
		"failure":   func(reason string) error { return Failure{reason} },
		"failureof": func(reason string) Failure { return Failure{reason} },
		"boom":      func() Boom { return Boom{} },
		"counter":   func(n int) Counter { return Counter{n} },
		"counterp":  func(n int) *Counter { return &Counter{n} },
		"complex":   func(re, im float64) complex128 { return complex(re, im) },

		"id":        func(v any) any { return v },
		"upper":     strings.ToUpper,
		"add":       func(a, b int) int { return a + b },
		"addu":      func(a, b uint8) uint8 { return a + b },
		"half":      func(f float64) float64 { return f / 2 },
		"invert":    func(b bool) bool { return !b },
		"join":      func(separator string, parts ...string) string { return strings.Join(parts, separator) },
		"show":      func(items ...any) string { return fmt.Sprintf("%d:%v", len(items), items) },
		"typeOf":    func(v any) string { return fmt.Sprintf("%T", v) },
		"sizeOf":    func(m map[string]any) int { return len(m) },
		"countOf":   func(s []any) int { return len(s) },
		"xOf":       func(p Point) int { return p.X },
		"scale":     func(p *Point, n int) int { return p.X * n },
		"message":   func(err error) string { return err.Error() },
		"imag":      func(c complex128) float64 { return imag(c) },
		"narrow":    func(n int8) int8 { return n },
		"single":    func(f float32) float32 { return f },
		"fail":      func(reason string) (string, error) { return "", errors.New(reason) },
		"panics":    func(reason string) string { panic(reason) },
		"panicserr": func(reason string) string { panic(errors.New(reason)) },
		"func":      func() func(int, int) int { return func(a, b int) int { return a * b } },
		"funcv":     func() func(string, ...any) string { return fmt.Sprintf },
		"include": func(name string, data any) (string, error) {
			var b strings.Builder
			err := set.ExecuteTemplate(&b, name, data)
			return b.String(), err
		},
		"tpl": func(text string, data any) (string, error) {
			copied, err := set.Clone()
			if err != nil {
				return "", err
			}
			parsed, err := copied.Funcs(functions(copied)).New("tpl").Parse(text)
			if err != nil {
				return "", err
			}
			var b strings.Builder
			err = parsed.Execute(&b, data)
			return b.String(), err
		},
	}
}
