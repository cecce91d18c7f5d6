package main

import (
	"math"
	"time"
)

// data is the dot of every expression, new for each, since some functions change it. The same values are built by
// SprigData in the tests of the module plugin/gotemplate.
func data() map[string]interface{} {
	newYork := time.FixedZone("EST", -5*60*60)
	return map[string]interface{}{
		"nil":      nil,
		"yes":      true,
		"no":       false,
		"zero":     0,
		"int":      42,
		"neg":      -7,
		"i8":       int8(-8),
		"i16":      int16(-1600),
		"i32":      int32(3200000),
		"i64":      int64(6400000000),
		"maxInt":   int64(math.MaxInt64),
		"minInt":   int64(math.MinInt64),
		"u8":       uint8(200),
		"u16":      uint16(60000),
		"u32":      uint32(4000000000),
		"u64":      uint64(math.MaxUint64),
		"f32":      float32(0.1),
		"float":    3.75,
		"five":     5.0,
		"million":  1234567.0,
		"huge":     1e21,
		"tiny":     1e-7,
		"nan":      math.NaN(),
		"inf":      math.Inf(1),
		"negInf":   math.Inf(-1),
		"text":     "hello world",
		"empty":    "",
		"unicode":  "Grüße, 世界 😀",
		"invalid":  "a\xffb\xc3",
		"lines":    "one\ntwo\n\nthree\n",
		"bytes":    []byte("bytes"),
		"strings":  []string{"pear", "apple", "fig"},
		"noString": []string{},
		"nilList":  []interface{}(nil),
		"ints":     []int{3, 1, 2},
		"floats":   []float64{1.5, 2},
		"list":     []interface{}{"a", 1, 2.5, nil, true, "a", ""},
		"lists":    []interface{}{[]interface{}{1, 2}, []interface{}{}, []interface{}{3}},
		"map":      map[string]interface{}{"a": 1, "b": "two", "c": map[string]interface{}{"d": "deep", "n": nil}, "l": []interface{}{1, 2}},
		"over":     map[string]interface{}{"a": 9, "b": "", "c": map[string]interface{}{"d": "over", "e": "new", "n": 5}, "l": []interface{}{}, "z": false},
		"nilMap":   map[string]interface{}(nil),
		"strMap":   map[string]string{"k": "v", "j": "w"},
		"intMap":   map[string]int{"one": 1},
		"maps":     []map[string]interface{}{{"name": "x"}, {"name": "y"}},
		"time":     time.Date(2024, time.February, 29, 13, 4, 5, 123456789, time.UTC),
		"zoned":    time.Date(1999, time.December, 31, 23, 59, 59, 0, newYork),
		"noTime":   time.Time{},
		"duration": 90 * time.Minute,
		"pem":      rsaKey,
		"ecPem":    ecKey,
		"edPem":    edKey,
		"caCert":   caCert,
	}
}
