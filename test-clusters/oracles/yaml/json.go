package main

import (
	"bytes"
	"encoding/json"
	"strings"
)

// jsonReading is what encoding/json makes of a text.
type jsonReading struct {
	In           any    `json:"in"`
	Value        string `json:"value,omitempty"`
	Error        string `json:"error,omitempty"`
	Numbers      string `json:"numbers,omitempty"`
	NumbersError string `json:"numbersError,omitempty"`
	First        string `json:"first,omitempty"`
	FirstEnd     int64  `json:"firstEnd,omitempty"`
	FirstError   string `json:"firstError,omitempty"`
}

func jsonAnswer(in []byte) jsonReading {
	answer := jsonReading{In: text(in)}
	var value any
	if err := json.Unmarshal(in, &value); err != nil {
		answer.Error = err.Error()
	} else {
		answer.Value = typed(value)
	}
	decoder := json.NewDecoder(bytes.NewReader(in))
	decoder.UseNumber()
	var numbers any
	if err := decoder.Decode(&numbers); err != nil {
		answer.NumbersError = err.Error()
	} else {
		answer.Numbers = typed(numbers)
	}
	decoder = json.NewDecoder(bytes.NewReader(in))
	var first any
	if err := decoder.Decode(&first); err != nil {
		answer.FirstError = err.Error()
	} else {
		answer.First = typed(first)
		answer.FirstEnd = decoder.InputOffset()
	}
	return answer
}

func jsonTexts() []string {
	list := []string{
		"", " ", "\n", "null", "true", "false", "nul", "nulll", "tru", "truE", "True", "fals", "falsy", "n", "t", "f", "nil", "undefined", "NaN", "Infinity",
		"0", "-0", "1", "-1", "01", "-01", "00", "+1", "1.", "1.0", ".5", "-.5", "1.5", "1e5", "1E5", "1e+5", "1e-5", "1e", "1e+", "1e5.5", "1.e5", "-", "--1", "0x1", "1_000", "1 2", "1,2", "1e400", "-1e400", "1e-400", "12345678901234567890", "0.1", "1.0e0", "-0.0", "1a", "0a", "1.5.5", "1ee5", "9007199254740993", "123456789012345678901234567890", "[1e400]", "{\"a\":1e999,\"b\":[}", "1.7976931348623159e308", "1e23", "5e-324", "2e-324",
		`""`, `"a"`, `"a`, `"`, `'a'`, `a`, `"a"b`, `"a" "b"`, `"\n\r\t\b\f\"\\\/"`, `"\a"`, `"\x41"`, `"\0"`, `"\'"`, `"\`, `"\"`, `"\u0041"`, `"\u00e9"`, `"\u"`, `"\u0"`, `"\u00"`, `"\u004"`, `"\u00g1"`, `"\uD83D\uDE00"`, `"\ud83d\ude00"`, `"\ud83d"`, `"\ude00"`, `"\ud83dx"`, `"\ud83d\n"`, `"\ud83d\u0041"`, `"\ud83d\ud83d\ude00"`, `"\ude00\ud83d"`, `"\uFFFF"`, `"\u0000"`, `"\ufeff"`, `"\U00000041"`, "\"a\nb\"", "\"a\tb\"", "\"\x00\"", "\"\x1f\"", "\"\x7f\"", "\"é\"", "\"日本\"", "\"\U0001F600\"", "\"\xff\"", "\"a\x80b\"", "\"\xc3(\"", "\"\xe2\x80\"", "\"\xe2\x80A\"", "\"\xed\xa0\x80\"", "\"\xf0\x9f\x98\"", "\"\xc0\x80\"", "\"\xff\\n\xfe\"", "\"\u2028\"", "\xff", "\xc3\xa9", "é", "😀", "\ufeff1", "\xef\xbb\xbf{}", "\x00", "1\x00", "\x01",
		"[]", "[ ]", "[1]", "[1,2]", "[ 1 , 2 ]", "[1,]", "[,1]", "[,]", "[1 2]", "[1", "[1,", "[", "]", "[]]", "[[]", "[[]]", "[[1],[2,[3]]]", "[1}", "[\"a\"", "[\"a\"}", "[null,true,false]", "[nul]", "[1,2,3] 4", "[1,2,3]x", "[-]", "[01]", "[1.]", "[\"a\" \"b\"]", "[\n1\n,\n2\n]", "[1;2]", "[1:2]", "[true1]", "[tru e]",
		"{}", "{ }", `{"a":1}`, `{"a":1,"b":2}`, `{ "a" : 1 , "b" : 2 }`, `{"a":1,}`, `{,"a":1}`, `{"a"}`, `{"a":}`, `{"a" 1}`, `{"a":1 "b":2}`, `{a:1}`, `{'a':1}`, `{1:2}`, `{"a":1`, `{"a":`, `{"a"`, `{"a`, `{`, `}`, `{}}`, `{{}}`, `{[]:1}`, `{null:1}`, `{true:1}`, `{"a":1,"a":2}`, `{"a":{"b":1},"a":{"c":2}}`, `{"b":1,"a":2}`, `{"":1}`, `{"a":[1,{"b":[]}]}`, `{"a":1]`, `{"a":1;"b":2}`, `{"a"=1}`, `{"a":1}x`, `{"a":1} {"b":2}`, `{"a":1},`, `{"a":1}{"b":2}`, `{"\u0061":1,"a":2}`, "{\"\xff\":1,\"\xfe\":2}", "{\"a\":1}\n", "\n{\"a\":1}", "{\n  \"a\": x\n}", "{\"a\":1}\n\n}", "// c\n1", "/* c */1", "# c", "{\"a\": tru}", "{\"a\": nulls}", "{\"A\":1,\"a\":2}", "1\n2", "\"a\"\n\"b\"", "true false", "[1]\n[2]", "{\"a\":1e5,\"b\":-0.0,\"c\":12}", "<a>", "`a`", "\"<>&\"", "\"\\u003c\"", "&", "@", "\\", "\"\\u12", "\"\\u12\"", "\"\\", "-a", "1.a", "1ea", "-\n", "1.\n", "1e\n", "\x7f", "\u00a0", "\u2028", "\t1\t", "\v1", "\f1", "\r\n1\r\n",
		strings.Repeat("[", 100) + strings.Repeat("]", 100), strings.Repeat("[", 100), strings.Repeat(`{"a":`, 50) + "1" + strings.Repeat("}", 50),
	}
	for i, value := range values() {
		if i%3 == 0 {
			list = append(list, value)
		}
	}
	return list
}
