package main

import "sort"

// oneArgument are functions that answer the same at all times for any one value.
var oneArgument = []string{
	"abbrev 5", "add1", "add1f", "adler32sum", "all", "any", "append .list", "atoi", "b32dec", "b32enc", "b64dec", "b64enc",
	"base", "camelcase", "cat", "ceil", "chunk 2", "clean", "coalesce", "compact", "concat", "contains \"a\"", "deepCopy",
	"deepEqual 42", "default \"d\"", "dict \"k\"", "dir", "duration", "empty", "ext", "first", "float64", "floor", "fromJson",
	"has \"a\"", "hasPrefix \"h\"", "indent 2", "initial", "initials", "int", "int64", "isAbs", "join \",\"",
	"kebabcase", "kindIs \"map\"", "kindOf", "last", "list", "lower", "max 1", "maxf 1", "min 1", "minf 1", "mul 2", "mulf 2",
	"nindent 1", "nospace", "prepend .list", "quote", "rest", "reverse", "seq 3", "sha1sum", "snakecase", "sortAlpha",
	"squote", "splitList \" \"", "sub 1", "subf 1", "swapcase", "ternary 1 2", "title", "toDecimal", "toJson", "toPrettyJson",
	"toRawJson", "toString", "toStrings", "trim", "trunc 3", "typeIs \"string\"", "typeIsLike \"time.Time\"",
	"typeOf", "unixEpoch", "uniq", "until", "untitle", "upper", "urlParse", "values", "without .list",
}

// tooMany are values that some functions take for a count.
var tooMany = map[string]bool{"maxInt": true, "i64": true, "u64": true, "u32": true, "i32": true, "minInt": true}

// cross is every one of these functions with every value.
func cross() []string {
	var keys []string
	for key := range data() {
		keys = append(keys, key)
	}
	sort.Strings(keys)
	var templates []string
	for _, function := range oneArgument {
		for _, key := range keys {
			if (function == "until" || function == "seq 3") && tooMany[key] {
				continue
			}
			templates = append(templates, "{{ "+function+" ."+key+" }}")
		}
	}
	return templates
}
