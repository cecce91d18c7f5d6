package main

import (
	"fmt"
	"strings"
)

type document struct {
	name string
	text string
}

type corpus struct {
	list []document
	seen map[string]bool
}

func (c *corpus) add(group string, texts ...string) {
	for _, text := range texts {
		if !c.seen[text] {
			c.seen[text] = true
			c.list = append(c.list, document{fmt.Sprintf("%s %d", group, len(c.list)), text})
		}
	}
}

func documents() []document {
	c := &corpus{seen: map[string]bool{}}
	for _, scalar := range scalars() {
		c.add("scalar as value", "a: "+scalar+"\n")
		c.add("scalar as key", scalar+": a\n")
		c.add("scalar in flow", "["+scalar+"]\n")
	}
	addPlain(c)
	addQuoted(c)
	addBlockScalars(c)
	addBlockCollections(c)
	addFlow(c)
	addWhiteSpace(c)
	addComments(c)
	addAnchors(c)
	addTags(c)
	addDirectives(c)
	addDocuments(c)
	addBytes(c)
	addKeys(c)
	addReal(c)
	return c.list
}

func addPlain(c *corpus) {
	c.add("plain",
		"", "\n", "\n\n", " ", "  \n ", "a", "a\n", "a b", "a  b", "a\nb", "a\n b", "a\n\nb", "a\n\n\nb", "a \n b ", "a\n  b\n c\n", "a: b c", "a: b\n c", "a: b\n  c", "a: b\n\n  c", "a: b\n\n\n  c\nd: e",
		"a: b\nc", "a: b\nc: d: e", "a: b: c", "a : b", "a :b", "a:b", "a:", "a: ", "a:\n", ":", ": ", ": a", ":a", "a::", "a::b", "a:: b", "a: :b", "a: :", "- :", "-:", "?:", "? :", "?a", "-a", "--", "---a", "--- a", "a---", "a\n---b", "a\n --- b",
		"a#b", "a #b", "a: b#c", "a: b #c", "a: #b", "a:#b", "#", "# a", " # a", "a: 'b' #c", "a: 'b'#c", "a: [b]#c", "a: [b #c\n]",
		"a: b, c", "a: [b", "a: b]", "a: b}", "a: {b", "a: ]", "a: }", "a: ,", "a: @b", "a: `b", "a: %b", "%a", "a: !b", "a: &b", "a: *b", "a: |b", "a: >b", "a: ?b", "a: ? b", "a: -b", "a: - b", "a: -", "a: - b\n   - c", "a: \"b", "a: 'b",
		"a: b\"c", "a: b'c", "a: b\\c", "a: b\\n", "a: http://x:80/y?z#t", "a: c:\\d", "a: $x", "a: {{ x }}", "a: {{x}}", "a: <% x %>", "a: b{c}", "a: b[c]", "[a: b]", "[a:b]", "{a: b}", "{a:b}", "{a :b}", "{a : b}", "[a, b:c]", "[http://x]", "{a: http://x:80}",
		"a\tb", "a: b\tc", "a: \tb", "a:\tb", "a\t: b", "\ta: b", " \ta: b", "a:\n\tb", "a:\n \tb: c", "a:\n  b: c\n\td: e", "a: b\n\tc", "a: b\n \tc", "a: b\n  \tc", "a: b\n\t\n c", "-\ta", "- \ta", "-\t- a", "- \t- a", "?\ta", "? \ta", ":\ta",
		"a: b\n...\n", "a: b\n... \n", "a: b\n...c\n", "a\n... b", "...", "... a", "...a", "--- ", "---", "---\n", "--- a\n", "---\ta\n", "---a\n",
	)
}

func addQuoted(c *corpus) {
	for _, body := range []string{
		"", "a", "a b", " a ", "\ta\t", "a: b", "a # b", "a\nb", "a\n\nb", "a\n\n\nb", "a \nb", "a\n b", "a \n \n b", " \n a", "a\n ", "\n", "\n\n", "a\r\nb", "a\rb", "a\r\n\r\nb", "a\u0085b", "a\u2028b", "a\u2029b", "a\n\u2028b", "a\u2028\nb", "a\u0085\u0085b",
		"a\n---\nb", "a\n--- b", "a\n...\nb", "a\n---b", "a\n ---\nb", "ü", "日本 語", "\U0001F600", "a\tb\n\tc", "a\n\t\n\tb",
	} {
		c.add("single quoted", "a: '"+body+"'\n", "'"+body+"': a\n")
		c.add("double quoted", "a: \""+body+"\"\n", "\""+body+"\": a\n", "- [\""+body+"\"]\n")
	}
	for _, escape := range []string{
		`\0`, `\a`, `\b`, `\t`, "\\\t", `\n`, `\v`, `\f`, `\r`, `\e`, `\ `, `\"`, `\'`, `\/`, `\\`, `\N`, `\_`, `\L`, `\P`, `\x41`, `\x4`, `\x4g`, `\xE9`, `\xff`, `\u0041`, `\u00e9`, `\u20AC`, `\u004`, `\ud83d\ude00`, `\udfff`, `\ud800`, `\uFFFE`, `\uFFFF`, `\ufeff`,
		`\U0001F600`, `\U00110000`, `\U0010FFFF`, `\U0001F60`, `\UFFFFFFFF`, `\U80000041`, `\q`, `\1`, `\X41`, `\c`, `\`, "\\\n", "a\\\n  b", "a \\\n  b", "a\\\n\n  b", "a\\\n \\  b", "\\\r\nb", "a\\\u2028b", `\x0`, `\u`, `\` + "\x00",
	} {
		c.add("escape", "a: \""+escape+"\"\n", "a: '"+escape+"'\n")
	}
	c.add("quoted",
		"a: ''''", "a: ''''''", "a: 'it''s'", "a: 'b' c", "a: \"b\" c", "'a' 'b'", "'a'b: c", "'a':b", "'a' : b", "\"a\":b", "{\"a\":b}", "{'a':b}", "{\"a\":1,\"b\":2}", "[\"a\":b]", "[\"a\":b,'c':d]", "{\"a\"b}", "'a\nb': c", "\"a\nb\": c", "[\"a\nb\": c]", "{\"a\nb\": c}", "\"a\n", "'a\n", "\"", "'",
		"a: \"b\n  c\"\nd: e", "a: \"b\nc\"\nd: e", "a:\n  \"b\n c\"", "a: 'b\nc'", "- 'a\n  b'\n- c",
	)
}

func addBlockScalars(c *corpus) {
	for _, header := range []string{"|", ">", "|-", "|+", ">-", ">+", "|2", ">2", "|1", "|2-", "|-2", "|+2", ">2+", "|4", "|9"} {
		for _, body := range []string{
			"", "\n", "\n\n", "\n  a", "\n  a\n", "\n  a\n\n", "\n  a\n\n\n", "\n\n  a\n", "\n\n\n  a\n", "\n  a\n  b\n", "\n  a\n\n  b\n", "\n  a\n   b\n  c\n", "\n   a\n  b\n", "\n  a\n b\n", "\n  a\n\nb: c\n", "\n  a\nb: c\n", "\n a\n", "\na\n", "\n    a\n  b\n", "\n  a\n    \n  b\n", "\n  \n  a\n", "\n     \n  a\n", "\n  a \n  b\n", "\n  a\t\n  b\n", "\n\ta\n", "\n  \ta\n", "\n \t\n  a\n", "\n  - a\n  - b\n", "\n  # a\n  b\n", "\n  a\n# b\n", "\n  a\n # b\n  c\n", "\n  a\n---\nb\n", "\n  ---\n  a\n", "\n  a\r\n  b\r\n", "\n  a\u2028b\n", "\n  ü\n",
		} {
			c.add("block scalar", "a: "+header+body)
		}
		c.add("block scalar", header+"\n a\n", header+"\na\n", "- "+header+"\n a\n- b\n", "- "+header+"\n  a\n", "- - "+header+"\n  a\n  b\n", "a:\n  b: "+header+"\n    c\n  d: e\n", "? "+header+"\n  a\n: b\n", header+" # c\n a\n", header+"# c\n a\n", header+" c\n a\n", header+"\t\n a\n", "["+header+"\n a]\n", "a: "+header+"\n  b\n c: d\n", "--- "+header+"\n a\n")
	}
	c.add("block scalar", "a: |0\n", "a: |-0\n", "a: |10\n", "a: |--\n", "a: |+-\n", "a: |22\n", "a: |2-2\n", "a: |a\n", "a: >a\n", "a: | |\n", "a: |\n", "a: |", "|", ">", "|\n", ">\n\n", "a: >\n  b\n  c\n\n  d\n   e\n  f\n\n\n  g\n", "a: >\n\n  b\n   c\n\n  d\n", "a: >\n  b\n\n   c\n\n  d\n", "a: >\n   b\n  c\n", "a: >-\n  b\n  c\n\n\n", "a: |\n  b\n\n\nc: d\n", "a: |+\n  b\n\n\nc: d\n", "a: |+\n\nb: c\n", "a: |-\n\nb: c\n", "a: |\n\nb: c\n", "a: &x |\n  b\nc: *x\n", "a: !!str |\n  b\n", "a: !!int |\n  1\n", "a: |1\n b\n", "a: |1\n  b\n", "  a: |1\n    b\n", "a:\n- |\n b\n", "a:\n- |\n  b\n")
}

func addBlockCollections(c *corpus) {
	c.add("block",
		"- a", "- a\n- b\n", "-", "- ", "-\n", "- \n- \n", "-\n-\n", "-\n  a", "-\na", "- a\n b", "- a\n  b", "- a\n-b", "- a\nb", "- a\nb: c", " - a\n - b", " - a\n- b", "- a\n - b", "- a\n  - b", "- - a", "- - a\n  - b\n- c", "- - - a", "- -", "-  - a\n   - b", "-  - a\n  - b", "- a: b", "- a: b\n  c: d", "- a: b\n c: d", "- a: b\n   c: d", "- a:\n  b: c", "- a:\n    b: c", "- a:\n  - b", "- a:\n - b", "- a:\n- b", "-   a: b\n    c: d",
		"a:\n- b\n- c\n", "a:\n- b\n- c\nd: e\n", "a:\n  - b\n  - c\nd: e\n", "a:\n  - b\n- c\n", "a:\n - b\n  - c\n", "a:\n-\n-\n", "a:\n- b\nc:\n- d\n", "a:\n  b:\n  - c\n  d: e\n", "a:\n  b:\n- c\n", "a: - b", "a:\n  - b: c\n    d: e\n  - f\n", "a:\n- b: c\n  d: e\n- f\n", "a:\n- b: c\n d: e\n",
		"a: b\nc: d\n", "a: b\n c: d\n", " a: b\n c: d\n", " a: b\nc: d\n", "a:\n b: c\n d: e\n", "a:\n b: c\n  d: e\n", "a:\n  b: c\n d: e\n", "a:\n   b: c\n  d: e\n f: g\n", "a:\nb: c\n", "a:\n\n\n  b: c\n", "a:\n  b:\n    c:\n      d: e\n  f: g\n", "a:\n  b:\n  c:\n", "a: b\n\n\nc: d\n", "a: b\n- c\n", "- a\n- b: c\n- - d\n  - e: f\n    g: h\n",
		"? a\n: b\n", "? a\n", "? a\n? b\n", "? a\n: b\n? c\n: d\n", "? a\n:\n", "?\n: b\n", "?", "? ", "? - a\n  - b\n: c\n", "? a: b\n: c\n", "? [a]\n: b\n", "? {a: b}\n: c\n", "? |\n  a\n: b\n", "? a\n b\n: c\n", "? a\n  b\n: c\n", "a: b\n? c\n: d\n", "? a\n: - b\n  - c\n", "? a\n: b: c\n", "? a\n  : b\n", "? a : b\n", "?a: b\n", "? ? a\n", "- ? a\n  : b\n", "? a\n\n: b\n", "? a\n#c\n: b\n", ": a\n", "a: b\n: c\n", "a\n: b\n", "[a]\n: b\n", "a: ? b\n",
		"[a]: b\n", "{a: b}: c\n", "[]: a\n", "{}: a\n", "a: b\n[]: c\n", "[a, b]: c\n", "- []: a\n", "- {}: a\n- [a]: b\n", "{[]: a}\n", "{[a]: b}\n", "{{}: a}\n", "[[]: a]\n", "[[a]: b]\n", "[{}: a]\n", "[{a: b}: c]\n", "[[], a]\n", "- [] : a\n", "[[[]]]: a\n", "? []\n: a\n", "{a: []}: b", "[[]]: a", "[{}]: a",
		"a: b\n  c: d\n", "a:\n  b\n  c: d\n", "a: 'b'\n  c: d\n", "a: [b]\n  c: d\n", "a: &x\n  b: c\n", "a: &x\nb: c\n", "a: !!map\n  b: c\n", "a: &x b\n  c: d\n",
	)
	c.add("block deep", nested("- ", 50, "a"), nested("[", 50, strings.Repeat("]", 50)), nested("{a: ", 50, strings.Repeat("}", 50)), nestedMaps(60), nested("- ", 300, "a"), nested("[", 300, strings.Repeat("]", 300)))
}

func nested(open string, count int, rest string) string {
	return strings.Repeat(open, count) + rest + "\n"
}

func nestedMaps(count int) string {
	var out strings.Builder
	for i := range count {
		out.WriteString(strings.Repeat(" ", i) + "a:\n")
	}
	return out.String()
}

func addFlow(c *corpus) {
	c.add("flow",
		"[]", "[ ]", "[\n]", "[,]", "[a]", "[a,]", "[a,,b]", "[,a]", "[a b]", "[a, b]", "[a,b]", "[a ,b]", "[a\n,b]", "[a\nb]", "[a\n\nb]", "[a, b", "[a, b]]", "[a, b] c", "[a] [b]", "[a][b]", "[[a]]", "[[a],[b]]", "[[a]", "]", "[-]", "[- a]", "[-a]", "[a, -]", "[ - ]", "[?]", "[? a]", "[? a : b]", "[? a, b]", "[?a]", "[a?b]", "[a ?b]", "[a? b]", "[? : b]", "[? ]", "[?,a]", "[:]", "[: a]", "[:a]", "[a:]", "[a: ]", "[a: b, c: d]", "[a: b: c]", "[a : b]", "[a :b]", "[a::b]", "[a: :b]", "[\"a\": b]", "[a: [b]]", "[a: {b: c}]", "[[a]: b, c]", "[a: b\n]", "[a\n: b]", "[a\n:b]", "[a:\nb]",
		"{}", "{ }", "{\n}", "{,}", "{a}", "{a,}", "{a,b}", "{a, b}", "{a:}", "{a: }", "{a: b}", "{a: b,}", "{a: b,,}", "{,a: b}", "{a: b c: d}", "{a: b, c: d}", "{a: b,c: d}", "{a: b ,c: d}", "{a: b", "{a: b}}", "{a: b} c", "{a: {b: c}}", "{a: [b, c]}", "{a: b: c}", "{:}", "{: a}", "{:a}", "{a :}", "{? a}", "{? a: b}", "{? a : b}", "{?a: b}", "{? }", "{?}", "{? a, b: c}", "{? [a]: b}", "{a: ?b}", "{a: b?}", "{a: b ? c}", "{- a}", "{-a: b}", "{a: - b}", "{a: -b}", "{a\n: b}", "{a:\nb}", "{a: b\n, c: d}", "{a: b,\nc: d}", "{a: b\nc: d}", "{\na: b\n}", "{\n  a: b,\n  c: d,\n}", "{a: \"b\",'c':d}", "{\"a\":\"b\",\"c\":[1,2,{\"d\":null}]}", "{\"a\" : 1 , \"b\" :2}", "{a: b}: c", "{a,b}: c", "{a: &x b, c: *x}", "{a: *x}", "{a: !!str 1}", "{a: !!str, b: c}", "{a: !!str , b: c}", "{a: &x, b: *x }", "{a: &x , b: *x }", "{a: ,b}", "{a:b}", "{a:b, c: d}", "{a: |\n b}", "{a: >b}", "{a: %b}", "{%a: b}", "[%a]", "[a%b]", "[@a]", "[`a]", "[a@b]", "[#a]", "[ #a\n]", "[a #b\n, c]", "[a#b]", "[a,#b\n c]", "[a, #b\n c]",
		"a: [b, c]\nd: e", "a: [b,\nc]\nd: e", "a: [b,\n c]\nd: e", "a: [b,\n\tc]\nd: e", "a: [\n\tb\n]\n", "a: [\nb\n]\nc: d\n", "a: {\nb: c\n}\nd: e\n", "a: [b\n- c]\n", "a: [b]\n c: d", "- [a]\n- {b: c}\n", "- [a\n- b]\n", "a: [b\n\n]\n", "a: [---]\n", "a: [\n---\n]\n", "a: [\n--- b\n]\n", "a: [...]\n", "a: [\n...\n]\n", "[a, [b, {c: [d]}], e]", "[a]: [b]", "[\"a\", 'b', c]", "[a, 'b' 'c']", "['a' b]", "['a'b]", "[\"a\"\n\"b\"]", "{'a' b: c}", "{\"a\" \"b\"}", "[a: 1, b: 2, {c: 3}]", "{a: [}, b]", "[{]}", "[a}", "{a]", "[[[[[]]]]]", "{{}}", "{{}: {}}", "{[]}", "[{}]", "{a: {}}", "{[a, b]: c, {d: e}: f}",
	)
}

func addWhiteSpace(c *corpus) {
	for _, end := range []string{"\n", "\r\n", "\r", "\u0085", "\u2028", "\u2029"} {
		replaced := func(text string) string { return strings.ReplaceAll(text, "\n", end) }
		c.add("breaks", replaced("a: b\nc: d\n"), replaced("a: |\n  b\n  c\n"), replaced("a: >\n  b\n  c\n\n  d\n"), replaced("a: b\n  c\n\n  d\n"), replaced("a: 'b\n\n  c'\n"), replaced("- a\n- b\n"), replaced("---\na\n---\nb\n"), replaced("# a\nb: c # d\n"), replaced("[a,\nb]\n"), replaced("%YAML 1.1\n---\na\n"), replaced("a:\n\n- b\n\n\n- c"))
	}
	c.add("white space",
		" a: b", "  a: b\n  c: d\n", "a: b   ", "a:   b", "a   : b", "a: b\n   ", "a: b\n\t", "a: b\n \t ", "a: b\n\t\n", "\t", "\t\n", " \t\n", "\n\t\na: b", "a:\n\t\n  b: c", "a:\n  b: c\n\t\n", "a: b\t", "a: b\t# c", "a: b \t# c", "a: 'b'\t", "a: 'b'\t# c", "a: [b]\t", "a: [b]\t\n", "- a\t\n- b\n", "-\t\n- b", "- \t\n- b", "-\t# c\n- b", "- \t# c\n- b", "?\t# c\n: b", "? \t# c\n: b", "? a\n:\t# c\n  b", "? a\n: \t# c\n  b", "a:\t\n  b", "a:\t# c\n  b", "a: \t# c\n  b", "a:\n\t# c\n  b", "\t# c\na: b", " \t# c\na: b", "# c\n\t# d\na: b", "# c\n \t # d\na: b", "# c\n\t\n# d\na: b", "# c\n\t\na: b", "a: b # c\n\t# d\n", "a: b # c\n\t\n# d\ne: f", "- a # c\n\t# d\n- b", "[a, # c\n\t# d\n b]", "a: |\n  b\n\t# c\n", "a: |\n  b\n# c\n\t# d\ne: f", "---\t# c\na: b", "--- \t# c\na: b", "a: b\n...\t# c\n", "&x\ta: b", "a: &x\tb", "a: !!str\tb", "a: *x\t", "{a:\tb}", "{\ta: b\t}", "[\ta\t,\tb\t]", "[a,\n\t\tb]", "a: {\n\tb: c\n\t}", "a:\n  - b\n\t- c", "a\u00a0: b", "a:\u00a0b", "a: \u00a0b", "a: b\u00a0#c", "a\u3000b: c", "\u00a0a: b", "a: \u200bb", "a: b\u200e",
		"a: b\x0bc", "a: b\x0cc", "\x0c", "\x0ca: b",
	)
}

func addComments(c *corpus) {
	c.add("comments",
		"# a", "# a\n", "# a\n# b\n", "# a\n\n# b\nc: d\n", "a: b # c", "a: b # c\n# d\n", "a: # b\n  c", "a: # b\n  c: d", "a:\n  # b\n  c: d", "a:\n# b\n  c: d", "a:\n    # b\n  c: d", "a:\n  c: d\n# b\n", "a:\n  c: d\n  # b\n", "a:\n  c: d\n    # b\n", "a:\n  c: d\n # b\n  e: f\n", "- # a\n  b", "- # a\n  b: c", "- # a\n  - b", "-\n  # a\n  b", "- a # b\n- c # d\n", "- a\n# b\n- c", "- a\n  # b\n- c", "-  a\n# b\n\n# c\n- d\n", "[ # a\n]", "[ # a\n b # c\n, # d\n e]", "{ # a\n b: # c\n d # e\n}", "{a: b, # c\n d: e # f\n}", "[a\n# b\n]", "[a,\n# b\n]", "{a: b\n# c\n}", "{\n# a\nb: c\n# d\n}", "a: |\n  b\n# c\n", "a: | # b\n  c\n", "a: > # b\n  c\n", "a: |2 # b\n   c\n", "a: |#b\n  c\n", "a: 'b' # c\n", "a: \"b # c\"\n", "a: b # c\n d\n", "a: b\n # c\n d\n", "a: b\n  # c\n  d: e\n", "a: # b\n- c\n", "a: # b\n# c\n- d\n", "a: !!str # b\n  c\n", "a: &x # b\n  c\n", "a: *x # b\n", "? a # b\n: c # d\n", "? # a\n  b\n: # c\n  d\n", "# a\n---\n# b\nc: d\n# e\n...\n# f\n", "--- # a\nb: c\n", "---\n# a\n", "---\n# a\n---\nb: c\n", "# a\n%YAML 1.1 # b\n--- # c\nd", "a: b\n# c\n---\n# d\ne: f\n", "#\n#\n#", "a:\n#b\n- c\n#d\n- e\n#f\n", "a: b #\n", "a: #\n", "a: b\n\n\n\n# c\n\n\n\nd: e\n", "a:\n  b: c\n\n  # d\n\ne: f\n", "a:\n  - b\n  # c\n\n  # d\n\ne:\n  - f\n", "a:\n  - b\n\n# c\nd: e\n", "a:\n  b:\n    c: d\n    # e\n  # f\n# g\nh: i\n", "- a\n\n# b\n\n- c\n", "- - a\n  # b\n- c\n", "- a:\n  # b\n  - c\n", "# a\n- b\n", "#a\n- b: c\n  #d\n  e: f\n", "a: [] # b\n", "a: {} # b\nc: d\n", "a: [b, c] # d\n# e\n", strings.Repeat("# a\n", 300)+"b: c\n", "# "+strings.Repeat("x", 600)+"\na: b\n", "# a\n"+strings.Repeat("\n", 600)+"# b\nc: d\n", "# a\n"+strings.Repeat(" ", 600)+"# b\nc: d\n", "# a\n"+strings.Repeat("\t", 600)+"# b\nc: d\n", "a: b"+strings.Repeat(" ", 600)+"# c\n", "? a"+strings.Repeat("\t", 600)+"# c\n: b\n", "# ü\u2028a: b\n", "# a\u0085b: c\n", "a: b # c\u0085d: e\n", "# a\rb: c\n",
	)
}

func addAnchors(c *corpus) {
	c.add("anchors",
		"a: &x b\nc: *x\n", "a: &x [b]\nc: *x\n", "a: &x {b: c}\nd: *x\n", "a: &x\n  b: c\nd: *x\n", "a: &x\n- b\nc: *x\n", "&x a: b\nc: *x\n", "&x a: &y b\n*x : *y\n", "*x: a", "*x : a", "a: *x", "a: *x\nb: &x c\n", "&x [*x]", "&x {a: *x}", "a: &x {b: *x}", "a: &x\n  b: *x\n", "&x *x", "&x &y a", "a: &x *y", "&x\n", "&x", "- &x\n- *x\n", "- &x a\n- *x\n- &x b\n- *x\n", "a: &x1 b\nc: *x1\n", "a: &x-y_z b\nc: *x-y_z\n", "a: &x.y b\n", "a: &ü b\n", "a: &x: b\n", "a: &x:b c\n", "a: &x, b\n", "[&x a, *x]", "[&x a,*x]", "[*x]", "{&x a: b, c: *x}", "{a: &x b, *x : c}", "{a: &x b, *x: c}", "{a: &x b, *x}", "[&x, *x]", "[&x , *x ]", "{a: *x, b: c}", "a: & b\n", "a: * b\n", "a: &\n", "a: *\n", "a: &x%y\n", "a: &x@y\n", "a: &x`y\n", "a: &x?y\n", "a: &x b *y", "a: *x b", "a: &x b\nc: *xy\n", "a: &x 1\nb: *x\nc: [*x, *x]\n", "a: &x ~\nb: *x\n", "a: &x\nb: *x\n", "a: &x \"b\"\nc: *x\n", "a: &x |\n  b\nc: *x\n", "a: &x !!str 1\nb: *x\n", "a: !!str &x 1\nb: *x\n", "a: !!str &x\nb: *x\n", "- &a a\n- &b [*a, *a]\n- &c [*b, *b]\n- *c\n", "&a a: 1\n&b b: 2\nc: [*a, *b]\n", "*x", "- *x\n", "a: &x {}\nb: *x\nc: &x []\nd: *x\n", "---\na: &x b\n---\nc: *x\n", "? &x a\n: b\n? c\n: *x\n", "? &x [a]\n: b\n", "a: &x [b]\n*x : c\n", "a: &x {b: c}\n? *x\n: d\n", "&x\na: b\n", "&x - a\n", "- &x - a\n", "- &x\n  - a\n- *x\n", "&x # c\na: b\n", "a: &x\n\n  b\nc: *x\n", "!!map &x {a: *x}", "a: &x {b: {c: *x}}",
		"a: &x {b: 1}\nc:\n  <<: *x\n", "a: &x {b: 1, c: 2}\nd:\n  <<: *x\n  b: 3\n", "a: &x {b: 1, c: 2}\nd:\n  b: 3\n  <<: *x\n", "a: &x {b: 1}\nc: &y {b: 2, d: 3}\ne:\n  <<: [*x, *y]\n", "a: &x {b: 1}\nc: &y {b: 2, d: 3}\ne:\n  <<: [*y, *x]\n  f: 4\n", "a:\n  <<: {b: 1}\n  c: 2\n", "a:\n  <<: [{b: 1}, {b: 2, c: 3}]\n", "a:\n  <<: []\n  b: c\n", "a:\n  <<: {}\n", "a:\n  <<: b\n", "a:\n  <<: 1\n", "a:\n  <<:\n", "a:\n  <<: ~\n", "a:\n  <<: [b]\n", "a:\n  <<: [[{b: 1}]]\n", "a: &x [b]\nc:\n  <<: *x\n", "a: &x b\nc:\n  <<: *x\n", "a: &x {b: 1}\nc: &y [*x]\nd:\n  <<: *y\n", "a: &x {b: 1}\nc:\n  <<: [*x, [*x]]\n", "a: &x {b: 1}\nc:\n  \"<<\": *x\n", "a: &x {b: 1}\nc:\n  '<<': *x\n", "a: &x {b: 1}\nc:\n  !!merge <<: *x\n", "a: &x {b: 1}\nc:\n  !!str <<: *x\n", "a: &x {b: 1}\nc:\n  ! <<: *x\n", "a: &x {b: 1}\nc:\n  !!merge d: *x\n", "a: &x {b: 1}\nc:\n  ! \"<<\": *x\n", "a: &x {b: 1}\nc:\n  !!merge \"<<\": *x\n", "a: &x {b: 1}\nc: {<<: *x}\n", "a: &x {b: 1}\nc: {<<: *x, <<: *x}\n", "a: &x {b: 1}\nc: &y {d: 2}\ne: {<<: *x, <<: *y}\n", "a: &x {b: 1}\nc: &y {b: 2}\ne: {<<: *x, <<: *y}\n", "a: &x\n  <<: *x\n", "a: &x {b: 1}\nc: &y {<<: *x, d: 2}\ne: {<<: *y, f: 3}\n", "a: &x {b: 1, b: 2}\nc: {<<: *x}\n", "a: &x {b: {c: 1}}\nd: {<<: *x, b: {e: 2}}\n", "a: &x {b: ~}\nc: {b: 1, <<: *x}\n", "a: &x {b: 1}\nc: {b: ~, <<: *x}\n", "a: &x {1: b}\nc: {<<: *x, 1: d}\n", "a: &x {1: b}\nc: {<<: *x, \"1\": d}\n", "a: <<\n", "<<: a\n", "- <<\n", "<<\n", "a: &k <<\nb: &x {c: 1}\nd: {*k : *x}\n", "<<: {a: 1}\nb: 2\n", "a: {<<: {<<: {b: 1}, c: 2}, d: 3}\n", "a: {<<: {b: 1}, <<: {c: 2}}\n", "a: &x {b: 1}\n<<: *x\nc: d\n",
	)
	c.add("aliases", bomb(5, 4), bomb(9, 9), bomb(4, 3), ratio(200, 20), ratio(100, 11), bomb(3, 10), bomb(3, 9), bomb(3, 11), bomb(2, 40), bomb(5, 5), many(1200), many(90))
}

func bomb(levels, width int) string {
	out := "a0: &a0 [x]\n"
	for i := 1; i <= levels; i++ {
		items := strings.TrimSuffix(strings.Repeat(fmt.Sprintf("*a%d, ", i-1), width), ", ")
		out += fmt.Sprintf("a%d: &a%d [%s]\n", i, i, items)
	}
	return out
}

func ratio(size, aliases int) string {
	out := "a: &a [" + strings.TrimSuffix(strings.Repeat("x,", size), ",") + "]\nb:\n"
	return out + strings.Repeat("- *a\n", aliases)
}

func many(aliases int) string {
	return "a: &a x\nb:\n" + strings.Repeat("- *a\n", aliases)
}

func addTags(c *corpus) {
	for _, tag := range []string{"!!str", "!!int", "!!float", "!!bool", "!!null", "!!timestamp", "!!binary", "!!map", "!!seq", "!!set", "!!omap", "!!merge", "!!foo", "!", "!foo", "!foo!bar", "!e!x", "!<tag:yaml.org,2002:str>", "!<!foo>", "!<foo>", "!<>", "!<foo", "!%41", "!%4", "!%zz", "!%c3%bc", "!%ff", "!%c3a", "!a%20b", "!a,b", "!a[b]", "!a{b}", "!!", "!!!", "!a!", "!-", "!ü", "!!str,", "!a'b", "!a\"b", "!a#b"} {
		for _, value := range []string{"1", "a", "true", "1.5", "~", "", "'1'", "\"a\"", "[a]", "{a: b}", "2001-01-01", "aGk=", "|\n  1\n", "&x 1", "*x", "<<"} {
			c.add("tag", "a: "+tag+" "+value+"\n")
		}
		c.add("tag", "- "+tag+"\n- b\n", tag+" a: b\n", tag+"\na: b\n", "["+tag+" a]\n", "["+tag+"]\n", "{"+tag+" a: "+tag+" b}\n", tag+"\n", tag, "? "+tag+" a\n: "+tag+" b\n", "--- "+tag+" 1\n")
	}
	c.add("tag", "a: !!str !!str b", "a: !!str &x !!str b", "a: !!str b: c", "a: !!str\n  b: c\n", "a: !!int\n", "a: !!float 1\n", "a: !!float 1_0\n", "a: !!float 18446744073709551615\n", "a: !!float 0x1F\n", "a: !!float .inf\n", "a: !!float .nan\n", "a: !!int 1.0\n", "a: !!int 0b1\n", "a: !!int 0o7\n", "a: !!bool yes\n", "a: !!bool y\n", "a: !!bool 'true'\n", "a: !!null null\n", "a: !!null ''\n", "a: !!null a\n", "a: !!str ~\n", "a: !!str\n", "a: !!str null\n", "!!str 1: a\n", "!!int '1': a\n", "!!null : a\n", "!!float 1: a\n", "!!binary aGk=: a\n", "a: !!binary |\n  aGVs\n  bG8=\n", "a: !!binary \"/w==\"\n", "a: !!binary //8=\n", "a: !!binary 4oLigqw=\n", "a: !!timestamp 2001-01-01T01:02:03Z\n", "a: !!timestamp a\n", "a: !!timestamp '2001-01-01'\n", "a: !!set {b, c}\n", "a: !!omap [b: c]\n", "a: !!map [b]\n", "a: !!seq {b: c}\n", "!!map\n", "a: !<tag:yaml.org,2002:int> 1\n", "a: !<tag:yaml.org,2002:int> a\n", "a: !!st%72 1\n", "a: ! 1\n", "a: ! '1'\n", "a: ! ~\n", "a: ! true\n", "a: ! [b]\n", "! a: b\n", "! 1: b\n", "a: !x ~\n", "a: !x 1\n", "a: !x true\n", "!x 1: b\n", "!x ~: b\n")
}

func addDirectives(c *corpus) {
	for _, directive := range []string{"%YAML 1.1", "%YAML 1.2", "%YAML 1.0", "%YAML 2.0", "%YAML 1.10", "%YAML 01.01", "%YAML 1", "%YAML 1.", "%YAML .1", "%YAML 1.1.1", "%YAML 1.1 a", "%YAML 1.1 # a", "%YAML 1.1# a", "%YAML", "%YAML ", "%YAML  1.1  ", "%YAML\t1.1", "%YAML 111.1", "%YAML 1.111", "%YAML1.1", "%yaml 1.1", "%TAG ! tag:x,2000:", "%TAG !! tag:x,2000:", "%TAG !! tag:yaml.org,2002:", "%TAG !e! tag:x,2000:", "%TAG !e! !f", "%TAG !e tag:x", "%TAG e tag:x", "%TAG !e!", "%TAG !e! ", "%TAG", "%TAG !e! tag:x a", "%TAG !e! tag:x # a", "%TAG ! !b", "%TAG !!\ttag:x", "%TAG !e! %41", "%FOO", "%FOO bar", "%", "% ", "%a-b c", "%YAML 1.1\n%YAML 1.1", "%TAG !e! a\n%TAG !e! b", "%TAG !e! a\n%TAG !f! b", "%YAML 1.1\n%TAG !e! a"} {
		for _, rest := range []string{"\n---\na: b\n", "\na: b\n", "\n---\n- !e!x a\n- !!str b\n- !c d\n", "", "\n", "\n---\na\n...\n%YAML 1.1\n---\nb\n", "\n---\na\n%YAML 1.1\n---\nb\n", "\n\n# c\n---\na\n"} {
			c.add("directive", directive+rest)
		}
	}
	c.add("directive", "a: b\n%YAML 1.1\n", "a: b\n%c: d\n", "a:\n%b\n", "- a\n%b\n", " %YAML 1.1\n---\na\n", "---\n%YAML 1.1\n---\na\n", "---\n%a\n", "a\n...\n%YAML 1.1\n", "a\n...\n%YAML 1.1\n---\n", "'a\n%b'", "a\n%b", "[a\n%b]", "[a,\n%b]", "|\n%a\n", "# c\n%YAML 1.1\n---\na\n")
}

func addDocuments(c *corpus) {
	parts := []string{"", "a\n", "a: b\n", "- a\n", "[a]\n", "|\n a\n", "'a'\n", "# c\n", "a: |+\n  b\n\n"}
	for _, first := range parts {
		for _, mark := range []string{"---\n", "--- ", "---", "...\n", "...\n---\n", "...\n...\n", "---\n---\n", "---\n...\n", "--- # c\n", "... # c\n---\n", "---\n\n---\n"} {
			c.add("documents", first+mark, mark+first, first+mark+"b\n", first+mark+"c: d\n")
		}
	}
	c.add("documents", "---\na\n---\nb\n---\nc\n", "--- a\n--- b\n", "--- a\n...\n--- b\n...\n", "--- |\n a\n--- >\n b\n", "--- [a]\n--- {b: c}\n", "a\n---\n}\n", "a: b\n---\n\tc\n", "a: b\n---\n@\n", "a: b\n---\n'c\n", "a: b\n---\n[\n", "a: b\n---\nc: d: e\n", "a: b\n---\nc\n---\n@\n", "a: b\n---\nc: d\ne: f\n---\n@\n", "a: b\n...\n@\n", "a: b\n...\nc: d\n", "a: b\n... c\n", "[a] b", "[a]\nb", "[a]\nb: c", "'a' b", "'a'\nb", "a: b\n}", "a: b\n]", "[a]]", "{a: b}}", "{a: b},", "[a], b", "a: b\n---\n%\n", "a: b\n--- %\n", "---\n---\n---\n", "...\n", "...\na\n", "---a\n---\nb\n", "--- a: b\n", "--- - a\n", "--- 'a': b\n", "--- &x a\n--- *x\n", "- a\n---\n- b\n---\n", "a: b\n---   \nc: d\n", "a: b\n---\t\nc: d\n", "\n\n---\n\n\na: b\n\n\n---\n\n", "a: b\n---\n---\n", "# a\n---\n# b\n---\n# c\n", "a:\n  b:\n---\nc:\n", "a: 'b\n---\nc'\n", "a: [b\n---\nc]\n", "a: b\n--- !!str\n", "a: &x b\n---\n*x\n", "&x a\n---\n[*x, &x b, *x]\n")
	first := "a: " + strings.Repeat("x", 480) + "\n---\n"
	for _, padding := range []int{0, 10, 18, 20, 22, 30, 100, 600, 1200} {
		c.add("bad bytes behind", first+strings.Repeat("y", padding)+"\x01\n", first+"b: "+strings.Repeat("y", padding)+"\xff\n")
	}
}

func addBytes(c *corpus) {
	bom := "\ufeff"
	c.add("byte order mark", bom, bom+"a: b\n", bom+bom+"a: b\n", bom+"# a\nb: c\n", bom+"---\na: b\n", "a: b\n"+bom+"c: d\n", "a: b\n---\n"+bom+"c: d\n", "a: "+bom+"b\n", "a: b"+bom+"\n", "'"+bom+"a': b\n", "- a\n"+bom+"- b\n", " "+bom+"a: b\n", "\n"+bom+"a: b\n", bom+"%YAML 1.1\n---\na\n", "\xfe\xff\x00a\x00:\x00 \x00b", "\xff\xfea\x00:\x00 \x00b\x00", "\xff\xfe", "\xfe\xff", "\xff\xfea", "\xff\xfe\x3d\xd8\x00\xde", "\xff\xfe\x3d\xd8", "\xff\xfe\x00\xde", "\xff\xfe\x3d\xd8a\x00", "\xff\xfe\x01\x00", "\xfe\xff\x00'\x20\x28\x00'", "a\x00:\x00 \x00b\x00", "\xef\xbb", "\xef\xbb\xbf\xef\xbb")
	for _, bad := range []string{"\x00", "\x01", "\x07", "\x08", "\x0b", "\x0c", "\x0e", "\x1b", "\x1f", "\x7f", "\u0080", "\u0084", "\u0086", "\u009f", "\ufffe", "\uffff", "\U0001fffe", "\U0010ffff", "\x80", "\xbf", "\xc0\x80", "\xc1\xbf", "\xc2", "\xc3(", "\xe0\x80\x80", "\xe2\x82", "\xe2(\xa1", "\xed\xa0\x80", "\xed\xbf\xbf", "\xf0\x80\x80\x80", "\xf0\x9f\x98", "\xf0\x9f(\x80", "\xf4\x90\x80\x80", "\xf5\x80\x80\x80", "\xf8\x88\x80\x80\x80", "\xfe", "\xff", "\ue000", "\ufdd0", "\ufffd", "\u00a0", "\u00ad", "\u200b", "\u2060", "\U0001F600", "\U000e0001"} {
		c.add("bytes", "a: b"+bad+"c\n", "a: '"+bad+"'\n", "a: \""+bad+"\"\n", "# "+bad+"\na: b\n", bad, bad+": a\n", "a: |\n  b"+bad+"\n", "a: b\n"+bad, "- "+bad+"\n")
	}
}

func addKeys(c *corpus) {
	for _, size := range []int{100, 127, 128, 129, 1000, 1018, 1019, 1020, 1021, 1022, 1023, 1024, 1025, 1026, 2000} {
		key := strings.Repeat("k", size)
		wide := strings.Repeat("ü", size)
		c.add("long key", key+": a\n", "b:\n  "+key+": a\n", "\""+key+"\": a\n", "'"+key+"': a\n", "{"+key+": a}\n", "["+key+": a]\n", "? "+key+"\n: a\n", wide+": a\n", "\""+wide+"\": a\n", "["+strings.Repeat("k,", size/2)+"k]: a\n", key+strings.Repeat(" ", 5)+": a\n", "- "+key+": a\n", "!!str "+key+": a\n", "&x "+key+": a\n", "{\"a\":1,\""+key+"\":2}\n")
	}
	c.add("duplicate keys", "a: 1\na: 2\n", "a: 1\nb: 2\na: 3\n", "{a: 1, a: 2}\n", "a: {b: 1, b: 2}\n", "a: {b: 1}\na: {c: 2}\n", "a: 1\n'a': 2\n", "1: a\n1: b\n", "1: a\n'1': b\n", "1: a\n01: b\n", "1: a\n1.0: b\n", "true: a\nyes: b\n", "y: a\n'y': b\n", "~: a\nnull: b\n", "a: ~\na: 1\n", "a: 1\na: ~\n", "a: 1\na: 2\na: 3\nb: 4\nb: 5\n", "a:\n  b: 1\n  b: 2\n  c:\n    d: 1\n    d: 2\n", "? a\n: 1\n? a\n: 2\n", "- {a: 1, a: 2}\n- {a: 1, a: 2}\n", "&x a: 1\n*x : 2\n", "'': 1\n\"\": 2\n", "a: [{b: 1, b: 2}]\n", strings.Repeat("a: 1\n", 30))
	c.add("keys", "1: a\n", "1.5: a\n", "1e3: a\n", "1e21: a\n", "1.1: a\n", "0.1: a\n", "123456789.123: a\n", "1e400: a\n", "0x1F: a\n", "010: a\n", "1_000: a\n", "-1: a\n", "true: a\n", "yes: a\n", "n: a\n", "on: a\n", "~: a\n", "null: a\n", ": a\n", "? \n: a\n", ".inf: a\n", "-.inf: a\n", ".nan: a\n", "18446744073709551615: a\n", "9223372036854775808: a\n", "2001-01-01: a\n", "'': a\n", "' ': a\n", "a b: c\n", "\"a\\nb\": c\n", "a.b/c-d_e: f\n", "$a: b\n", "<a: b\n", "=: a\n", "a: {1: b, true: c, 1.5: d}\n", "[1, 2]: a\n", "{a: b}: c\n", "a: {[b]: c}\n", "a: {? {b: c} : d}\n", "1e-7: a\n", "3.4028236e38: a\n", "1e39: a\n", "16777217.0: a\n", "0.30000000000000004: a\n", "-0.0: a\n", "-0: a\n")
	c.add("not finite", "a: .inf\n", "a: -.inf\n", "a: .nan\n", "[.inf]\n", "a: 1\nb: .nan\n", "a: '.inf'\n", "{.inf: .inf}\n")
}

func addReal(c *corpus) {
	c.add("real",
		"apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: config\n  labels: {app: web, tier: \"1\"}\ndata:\n  script.sh: |\n    #!/bin/sh\n    set -e\n\n    echo \"$1\"\n  empty: \"\"\n  number: \"5\"\nbinaryData:\n  x: aGk=\n",
		"apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  replicas: 3\n  template:\n    spec:\n      containers:\n      - name: web\n        image: nginx:1.25\n        args: [\"--a=b\", --c]\n        resources:\n          limits: {cpu: 100m, memory: 1Gi}\n        ports:\n        - containerPort: 80\n          protocol: TCP\n      volumes:\n      - name: v\n        emptyDir: {}\n",
		"replicaCount: 1\nimage:\n  repository: nginx\n  tag: 19448656\n  digest: sha256:abc\nresources: {}\nnodeSelector: {}\ntolerations: []\naffinity: {}\nenabled: yes\nschedule: 0 5 * * *\nmode: 0644\nversion: 1.10\n",
		"{\"apiVersion\":\"v1\",\"kind\":\"List\",\"items\":[{\"a\":1.5e3,\"b\":true,\"c\":null,\"d\":\"x\\ny\"}]}",
		"a: \"{{ .Values.x }}\"\nb: '{{ .Values.y }}'\nc: {{ .Values.z }}\n",
		"on:\n  push:\n    branches: [main]\njobs:\n  build:\n    steps:\n    - run: |\n        make\n        make test\n    - uses: a/b@v1\n      with: {x: 1}\n",
		"key: >-\n  folded text\n  goes on\n\n  and on\nother: value\n",
		"- name: a\n  when: x == \"y\"\n- name: b\n  cmd: echo {{ x }} | tee\n",
	)
}
