package main

import (
	"encoding/base64"
	"encoding/json"
	"fmt"
	"strings"
	"unicode/utf8"
)

func asJSON(value any) string {
	out, err := json.Marshal(value)
	if err != nil {
		panic(err)
	}
	return string(out)
}

// values are JSON texts in the notation of writing.
func values() []string {
	seen := map[string]bool{}
	var list []string
	add := func(texts ...string) {
		for _, text := range texts {
			if !seen[text] {
				seen[text] = true
				list = append(list, text)
			}
		}
	}
	for i, text := range strs() {
		quoted := asJSON(text)
		if !utf8.ValidString(text) {
			quoted = asJSON(map[string]string{"$bytes": base64.StdEncoding.EncodeToString([]byte(text))})
			add(quoted, `{"a":`+quoted+`}`, `[`+quoted+`]`)
			continue
		}
		add(quoted, `{"a":`+quoted+`}`)
		switch i % 4 {
		case 0:
			add(`[` + quoted + `]`)
		case 1:
			add(`{"a":[{"b":` + quoted + `,"c":[` + quoted + `]}]}`)
		case 2:
			add(`{"a":{"b":{"c":` + quoted + `}}}`)
		}
		add(`{` + quoted + `:1}`)
		if i%3 == 0 {
			add(`{`+quoted+`:{"a":`+quoted+`}}`, `[{`+quoted+`:[`+quoted+`]}]`)
		}
	}
	for _, scalar := range scalars() {
		add(`{"a":` + asJSON(scalar) + `,` + asJSON("k"+scalar) + `:[` + asJSON(scalar) + `]}`)
	}
	add("null", "true", "false", "{}", "[]", `{"a":null}`, `[null]`, `{"a":{}}`, `{"a":[]}`, `[[]]`, `[{}]`, `[[],{}]`, `[[1,2],[3,[4,5]]]`, `[[[1]]]`, `[{"a":1},{"b":2}]`, `[{"a":1,"b":[1,2]},[{"c":3}]]`, `{"a":[1,2],"b":{"c":[3,4],"d":{"e":[5]}}}`, `{"a":[[1,2],[3]],"b":[[[]]]}`, `{"a":[{"b":[{"c":[{"d":1}]}]}]}`, `[[{"a":[1]}]]`, `{"a":{"b":{"c":{"d":{"e":{"f":1}}}}}}`, `[[[[[["a"]]]]]]`, `{"a":[{"b":{"c":1}},{"b":{}}]}`, `[[{"a":{"b":[{}]}}]]`, `{"":1}`, `{" ":1}`, `{"a":"","b":[""]}`, `[[],[[]],[[],[[]]]]`, `[{"a":[]},{"b":{}}]`, `{"a":[[{"b":1,"c":2},{"d":3}]]}`)
	for _, number := range []string{"0", "-0", "1", "-1", "10", "123456789", "9007199254740993", "9223372036854775807", "-9223372036854775808", "9223372036854775808", "18446744073709551615",
		"0.0", "-0.0", "1.0", "-1.0", "1.5", "0.1", "0.30000000000000004", "100000.0", "999999.0", "1000000.0", "1234567.0", "12345678.0", "1e6", "1e7", "1e10", "1e15", "1e16", "1e18", "9007199254740992.0", "9007199254740993.0", "9223372036854775807.0", "1e19", "18446744073709551615.0", "18446744073709551616.0", "1e20", "1.5e20", "1e21", "1e22", "1.5e21", "1e23", "1e100", "1.7976931348623157e308", "5e-324", "4.9e-324", "2.2250738585072014e-308", "1e-5", "1e-6", "1e-7", "0.00001", "0.0001", "0.000123", "1.23456789e-5", "123456.789", "1234567.89", "123456789.123", "0.5", "2.5e-3", "3.14159", "1e-10", "-1e-7", "-1e21", "100.0", "33.333333333333336", "5e-323", "1e-323", "1.1e-322", "8.5e15"} {
		add(number, `{"a":`+number+`}`, `[`+number+`,{"b":`+number+`}]`)
	}
	for _, number := range []string{"0", "1", "1.5", "0.1", "1.1", "16777216", "16777217", "1e10", "1e21", "1e-7", "3.4028235e38", "1e-45", "123456.7", "1234567.8"} {
		add(`{"a":{"$f32":"` + number + `"}}`)
	}
	addKeySets(add)
	return list
}

func strs() []string {
	list := []string{
		"", " ", "  ", "\t", "\n", "\n\n", "\n\n\n", "\r", "\r\n", " \n", "\n ", "a", "a ", " a", " a ", "  a", "a  ", "a b", "a  b", "a   b", "\ta", "a\t", "a\tb", "\ta\tb\t",
		"a\n", "a\n\n", "a\n\n\n", "\na", "\n\na", "a\nb", "a\nb\n", "a\nb\n\n", "a\n\nb", "a\n\n\nb\n", " a\nb", " a\n b\n", "  a\nb", "a\n b", "a\n  b\n", "a \nb", "a\nb ", "a\nb \n", "a\n \nb", "a\n\tb", "\ta\nb", "a\t\nb", "a\nb\t", "\n a", "\n  a\n", " \na", "a\n ", "a\n \n", "\n\ta", "a\r\nb", "a\rb", "a\r\nb\r\n", "a\n\r\nb", "a\n#b", "#a\nb", "- a\n- b", "a: b\nc: d\n", "---\na", "a\n---\nb", "...\na", "'a'\nb", "\"a\"\nb", "a\\\nb", "|\na", "ü\nä\n", "日本\n語", "\U0001F600\na", "a\n\U0001F600", "a\nb\u00a0", "a\u0085b", "a\u0085", "\u0085a", "a \u0085 b", "a\u0085\nb", "a\u2028b", "a\u2029b", "\u2028", "a\u2028", "\u2028a", "a\n\u2028b", "a\u2028\nb", "a \u2028b", "a\u2028 b", "\u2029\u2029",
		"\ufeff", "\ufeffa", "a\ufeff", "a\ufeffb", "\ufeffa b", "\ufeffa\nb", "\ufeff: a", "\u00a0", "a\u00a0b", "\u00a0a", "a\u00a0", "\u00ad", "\u200b", "a\u200bb", "\u200e", "\u2060", "\u3000", "a\u3000b", "\ue000", "\ufffd", "\ufffe", "\uffff", "a\ufffe", "\ufdd0", "\U0001F600", "a \U0001F600 b", "\U0010ffff", "\U00010000", "\U000e0001", "é", "e\u0301", "ß", "ﬁ", "日本語", "العربية", "עברית", "\u202eabc",
		"\x00", "\x01", "a\x00b", "\x07\x08\x0b\x0c\x1b", "\x1f", "\x7f", "a\x7fb", "\u0080", "\u0081", "\u009f", "\x1b[31m", "\x08", "\x0c", "\x0e", "a\x01\nb",
		"a: b", "a:b", "a :b", "a:", ":", ": ", ":a", ": a", "::", "a::b", "a: ", "a:\tb", "a: b: c", "a # b", "a#b", "#", "# a", "#a", " #a", "a #", "a\t#b", "a #b", "-", "- ", "- a", "-a", "--", "---", "--- a", "---a", "----", "...", "... a", "...a", "..", ".", "....", "?", "? ", "? a", "?a", "a?", "a ? b", "!", "!a", "! a", "!!str a", "a!", "&", "&a", "a&b", "a & b", "*", "*a", "a*", "**", "|", "|a", "| a", "a|b", "a | b", ">", ">a", "> a", "a > b", "<", "<a>", "<<", "<<a", "a<<b", "=", "==", "a=b", "=a", "%", "%a", "a%", "50%", "@", "@a", "a@b", "`", "`a`", "a`", "'", "''", "'a'", "'a", "a'", "it's", "a'b'c", "\"", "\"\"", "\"a\"", "\"a", "a\"", "a\"b", "\\", "a\\b", "\\n", "a\\", "[", "]", "[]", "[a]", "a[0]", "a]", "{", "}", "{}", "{a}", "{{ x }}", "a{b}", "a}", ",", ",a", "a,b", "a, b", "a,", "~", "~a", "a~", "$", "$(a)", "${a}", "^", "^a$", "(", ")", "(a)", "+", "+a", "/", "/a/b", "a/b", ";", "a;b",
		"{a: b}", "[a, b]", "a, b: c", "a]b", "http://a.b/c?d=e#f", "https://x:443", "a@b.c", "C:\\a", "sha256:abc", "nginx:1.25", "a:1", "1:a", "0.0.0.0:80", "::1", "fe80::1", "10.0.0.0/8", "*.a.b", "a.*", "?*", "0 5 * * *", "*/5 * * * *", "@daily", "--a=b", "-a b", "-1a", "- -", "-\ta", "-\n", "?\n", ":\n", "#\n", "a:\nb", "a #\nb", "a -", "a - b", "a : b", "a ?", "key: |", "x: >-", "!!binary", "<no value>", "%!s(<nil>)", "map[a:b]", "\"quoted\" text", "'quoted' text", "text 'quoted'", "a\u0000",
		"true", "True", "TRUE", "tRUE", "false", "yes", "Yes", "YES", "no", "on", "On", "off", "OFF", "y", "Y", "n", "N", "null", "Null", "NULL", "nULL", "nil", "none", "None", "t", "f", "true ", " true", "true\n", "~\n", "null\n", "1\n", "y\n", "2001-01-01\n", "Infinity", "NaN", ".NaN", ".inf", "-.INF", "+.inf", "inf",
	}
	words := "the quick brown fox jumps over the lazy dog and runs through the wide green field until the night falls down on it"
	for size := 70; size <= 100; size += 2 {
		list = append(list, words[:size], "x: "+words[:size], words[:size]+"\n"+words)
	}
	list = append(list,
		words, words+" "+words, words+"  "+words, words+": "+words, "'"+words+" "+words, "\t"+words+" "+words, words+" \t"+words, strings.Repeat("x", 79), strings.Repeat("x", 80), strings.Repeat("x", 81), strings.Repeat("x", 200), strings.Repeat("x", 80)+" y", strings.Repeat("x", 81)+" y", strings.Repeat("x", 82)+" y z", strings.Repeat("x", 100)+"  y", strings.Repeat("x", 100)+"   y z", strings.Repeat("x ", 60), strings.Repeat(" x", 60), strings.Repeat("x  ", 60)+"y", strings.Repeat("ü ", 60)+"y", strings.Repeat("\U0001F600 ", 30)+"y", strings.Repeat("x\t", 60), strings.Repeat("a:b ", 40), strings.Repeat("a: ", 40), strings.Repeat("'a' ", 40), strings.Repeat("\"a\" ", 40), strings.Repeat("\\ ", 60), strings.Repeat("{a} ", 30), strings.Repeat("a\n", 50), strings.Repeat("a b c d e f g h i j k l m n o p q r s t u v w x y z ", 4)+"\nb", strings.Repeat("1 ", 60)+"1", strings.Repeat("- ", 60), strings.Repeat("# ", 60), "a "+strings.Repeat("b", 90)+" c", " "+strings.Repeat("b ", 60)+"c", strings.Repeat("b ", 60)+" ", "x\u2028"+strings.Repeat("b ", 60)+"c", strings.Repeat("日本 ", 40)+"x", "true "+strings.Repeat("b ", 60)+"c", "key with spaces "+strings.Repeat("k", 110), strings.Repeat("k", 127), strings.Repeat("k", 128), strings.Repeat("k", 129), strings.Repeat("ü", 64), strings.Repeat("ü", 65), strings.Repeat("k ", 70)+"k", strings.Repeat("k: ", 50), strings.Repeat("k", 1020), strings.Repeat("k", 1022), strings.Repeat("k", 1023), strings.Repeat("k", 1024), strings.Repeat("k", 1025), strings.Repeat("<", 170), strings.Repeat("<", 171), strings.Repeat("ü", 1022), strings.Repeat("ü", 1023), strings.Repeat("\U0001F600", 1022), strings.Repeat("\"", 511), strings.Repeat("\"", 512),
		"\xff", "\xc3(", "a\x80b", "\xe2\x80", "\xf0\x9f\x98", "\xed\xa0\x80", "a\xff\nb", strings.Repeat("\xff", 51), strings.Repeat("\xff", 52), strings.Repeat("\xfe\xff", 60), strings.Repeat("\xff", 104), strings.Repeat("\xff", 105), strings.Repeat("\xff", 106), "\xc0\x80", "\xf4\x90\x80\x80", "\xff\xfe",
		"-----BEGIN CERTIFICATE-----\nMIIB\nAQAB\n-----END CERTIFICATE-----\n", "#!/bin/sh\nset -e\n\tfoo\n", "{\n  \"a\": 1\n}\n", "a = 1\n[b]\nc = \"d\"\n", "server {\n    listen 80;\n}\n", "  indented first\nthen not\n", "trailing space \nnext\n", "a\n\n\n", "\n\n\na\n", "{{- define \"x\" }}\n{{ end }}\n", "key: value # comment\n", "a\x00\nb", "x\u00a0\ny", "<script>alert('&')</script>", "a&b<c>d", "tab\tinside", "😀 emoji and text that is longer than eighty columns so that it would have to be folded somewhere",
	)
	return list
}

func addKeySets(add func(...string)) {
	sets := [][]string{
		{"a", "b", "c"}, {"b", "a", "C", "B", "A"}, {"k1", "k2", "k10", "k20", "k3"}, {"1", "2", "10", "01", "001", "1a", "a1"}, {"_u", "1", "2", "10", "AB", "B", "Zeta", "a-b", "a.b", "a/b", "a2", "a10", "a1b", "aB", "ab", "b"}, {"a", "a-", "a_", "a.", "a/", "a:", "a1", "aa", "aA", "a "}, {"", " ", "-", "_", "."}, {"x01", "x1", "x001", "x10", "x0", "x00"}, {"1.10", "1.2", "1.9", "1.1"}, {"v1", "v1beta1", "v1alpha1", "v2", "v10", "v2beta1"}, {"ä", "a", "z", "Ä", "é", "日", "本"}, {"a\U0001F600", "a\uffee", "az", "a~"}, {"٣", "3", "a٣", "a3", "a٤"}, {"99999999999999999999", "1", "18446744073709551616", "9"}, {"a99999999999999999999b", "a1b", "a10000000000000000000c"}, {"true", "True", "y", "n", "null", "~", "1", "1.5"}, {"app.kubernetes.io/name", "app.kubernetes.io/instance", "app", "helm.sh/chart"}, {"a1b2", "a1b10", "a01b2", "a1b02", "a10b1", "a2b1"}, {"100", "20", "3", "03", "003", "0003"}, {"a0", "a00", "a000", "a0a", "a00a"}, {"foo1bar", "foobar", "foo1", "foo", "foo-bar", "foo10bar"}, {"1a", "1-", "1", "11", "1A", "1.", "a"}, {"0", "00", "0a", "0-"}, {"10a", "9a", "9-", "10-", "10", "9"}, {"a1", "aa", "a-", "1a", "1-", "-1", "-a"}, {"5x", "5", "5-x", "5_x", "50"}, {"x9y", "x10y", "x9-", "x9", "x10", "x"},
		{"𝐀", "a", "Z", "𐀀", "ﬀ"}, {"<", "=", ">", "!", "&"}, {"Content-Type", "content-length", "X-A", "accept"},
	}
	for _, set := range sets {
		var fields []string
		for i, key := range set {
			fields = append(fields, fmt.Sprintf("%s:%d", asJSON(key), i))
		}
		object := "{" + strings.Join(fields, ",") + "}"
		add(object, `{"x":`+object+`}`, `[`+object+`,`+object+`]`)
	}
}
