// Prints what Go's filepath.Match and gobwas/glob answer for many patterns over one list of paths,
// as JSON lines: first the paths, then one line a pattern with one digit a path, or the error.
//
//	go run ./patterns path > path-patterns.jsonl
//	go run ./patterns glob > file-globs.jsonl
package main

import (
	"encoding/json"
	"fmt"
	"math/rand"
	"os"
	"path/filepath"
	"strings"

	"github.com/gobwas/glob"
)

var paths = []string{
	"a", "b", "ab", "abc", "a/b", "a/b/c", "ab/c", "abc/abc", ".a", "a.b", "a.b/c.d", "-", "a-b", "]", "[", "[a]", "!", "^", ",", "a,b", "{a}", "*", "?", "\\", "é", "aé", "日本/語", "😀",
	"templates/x.yaml", "templates/.x", "conf/a.conf", "conf/sub/b.conf", "b.conf", "z", "files/x/y/z.txt", "files/dash-1.json", "dash/x/dash-1.json",
}

var given = []string{
	"*", "**", "***", "a*", "*a", "*.conf", "conf/*", "conf/**", "**/*.conf", "conf/*.conf", "**.conf", "{a,b}", "{a,b}*", "{a,{b,c}}", "*{a,b}", "{a", "{a,b", "a}", "a,b", "{a\\,b}", "[a-c]", "[!a-c]", "[^a-c]", "[abc]", "[!abc]", "[]", "[!]", "[a", "[a-", "[a-]", "[c-a]", "[a-zA-Z]", "\\*", "\\", "a\\", "?", "??", "a?c", "*/*", "*/**", "templates/.?*", "{*,**}", "{*.conf,a}", "conf/{a,sub/b}.conf", "[]a]", "[[]", "[\\]]", "{,a}", "{}", "{a,}b", "{**/,}b.conf",
}

func main() {
	kind := os.Args[1]
	out := json.NewEncoder(os.Stdout)
	out.SetEscapeHTML(false)
	must(out.Encode(map[string]any{"paths": paths}))
	random := rand.New(rand.NewSource(7))
	pieces := []string{"a", "b", "c", "/", "*", "**", "?", "[a-b]", "[ab]", "[!a]", "[^a]", "[", "]", "-", "\\", ".", "é", "语", "{", "}", ",", "{a,b}", "conf", "!", "^"}
	realistic := []string{"a", "conf", "files", "dash", "b", "x", "-1", ".yaml", ".conf", ".json", "*", "*", "*", "**", "?", "[a-c]", "/", "/", "/", "{a,b}", "{.yaml,.json}", "{*.yaml,*.conf}", "{conf,files}", "{conf/**,files/*}", "{**/,}", "{a*,b}", "{conf,files}/**"}
	patterns := append([]string{}, given...)
	for len(patterns) < 1500 {
		var pattern strings.Builder
		from := pieces
		if len(patterns)%2 == 0 {
			from = realistic
		}
		for n := 1 + random.Intn(5); n > 0; n-- {
			pattern.WriteString(from[random.Intn(len(from))])
		}
		patterns = append(patterns, pattern.String())
	}
	for _, pattern := range patterns {
		matches, err := answer(kind, pattern)
		if err != nil {
			must(out.Encode(map[string]string{"pattern": pattern, "error": err.Error()}))
		} else {
			must(out.Encode(map[string]string{"pattern": pattern, "matches": matches}))
		}
	}
}

func answer(kind, pattern string) (matches string, err error) {
	if kind == "glob" {
		compiled, err := compile(pattern)
		if err != nil {
			return "", err
		}
		for _, path := range paths {
			matches += verdict(compiled, path)
		}
		return matches, nil
	}
	for _, path := range paths {
		matched, err := filepath.Match(pattern, path)
		if err != nil {
			return "", err
		}
		if matched {
			matches += "1"
		} else {
			matches += "0"
		}
	}
	return matches, nil
}

// "p" stands for a crash of the library, which happens with some paths outside ASCII.
func verdict(compiled glob.Glob, path string) (digit string) {
	defer func() {
		if recover() != nil {
			digit = "p"
		}
	}()
	if compiled.Match(path) {
		return "1"
	}
	return "0"
}

func compile(pattern string) (compiled glob.Glob, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("panic: %v", r)
		}
	}()
	return glob.Compile(pattern, '/')
}

func must(err error) {
	if err != nil {
		panic(err)
	}
}
