package main

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"math"
	"sort"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"
)

// text gives bytes to JSON: as a string where it is UTF-8, otherwise {"base64": ...}.
func text(in []byte) any {
	if utf8.Valid(in) {
		return string(in)
	}
	return map[string]string{"base64": base64.StdEncoding.EncodeToString(in)}
}

// typed writes a value with the types that Go gave it: int 8 is i8, float64 8 is f8.
func typed(value any) string {
	var out strings.Builder
	writeTyped(&out, value)
	return out.String()
}

func writeTyped(out *strings.Builder, value any) {
	switch v := value.(type) {
	case nil:
		out.WriteString("null")
	case bool:
		fmt.Fprintf(out, "%v", v)
	case int:
		fmt.Fprintf(out, "i%d", v)
	case int64:
		fmt.Fprintf(out, "i%d", v)
	case uint64:
		fmt.Fprintf(out, "i%d", v)
	case float64:
		switch {
		case math.IsNaN(v):
			out.WriteString("fNaN")
		default:
			out.WriteString("f" + strconv.FormatFloat(v, 'g', -1, 64))
		}
	case json.Number:
		out.WriteString("#" + string(v))
	case time.Time:
		out.WriteString("t" + v.Format(time.RFC3339Nano))
	case string:
		out.WriteString(quoted(v))
	case []any:
		out.WriteString("[")
		for i, item := range v {
			if i > 0 {
				out.WriteString(",")
			}
			writeTyped(out, item)
		}
		out.WriteString("]")
	case map[string]any:
		fields := map[string]any{}
		for key, item := range v {
			fields[quoted(key)] = item
		}
		writeFields(out, fields)
	case map[any]any:
		fields := map[string]any{}
		for key, item := range v {
			fields[typed(key)] = item
		}
		writeFields(out, fields)
	default:
		panic(fmt.Sprintf("%T", value))
	}
}

func writeFields(out *strings.Builder, fields map[string]any) {
	keys := make([]string, 0, len(fields))
	for key := range fields {
		keys = append(keys, key)
	}
	sort.Strings(keys)
	out.WriteString("{")
	for i, key := range keys {
		if i > 0 {
			out.WriteString(",")
		}
		out.WriteString(key + ":")
		writeTyped(out, fields[key])
	}
	out.WriteString("}")
}

func quoted(text string) string {
	var out bytes.Buffer
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(text); err != nil {
		panic(err)
	}
	return strings.TrimSuffix(out.String(), "\n")
}
