// Command gotemplate records what Go's text/template and fmt answer.
//
// It reads files of cases, executes each with the values of values.go and the functions of functions.go, adds every
// verb of fmt with every sort of value, and writes one JSON object a line: the case and either its output or its error.
// Text that is not valid UTF-8 is written in base64, under a key that ends in 64. See README.md for the format of the
// cases and for the commands that make the recorded answers.
package main

import (
	"bufio"
	"bytes"
	"encoding/base64"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"text/template"
	"unicode/utf8"
)

// newline stands for a line break inside a case, partBreak parts the texts of one set.
const (
	newline   = "⏎"
	partBreak = " ‖ "
)

type testCase struct {
	Template   string `json:"template"`
	MissingKey string `json:"missingkey,omitempty"`
}

type answer struct {
	testCase
	Output   string `json:"output,omitempty"`
	Output64 string `json:"output64,omitempty"`
	Error    string `json:"error,omitempty"`
	Error64  string `json:"error64,omitempty"`
}

func main() {
	out := flag.String("out", "", "folder of the recorded answers")
	base := flag.String("base", "", "folder of answers to leave out when they are the same")
	flag.Parse()
	if *out == "" || flag.NArg() == 0 {
		fmt.Fprintln(os.Stderr, "usage: gotemplate -out FOLDER [-base FOLDER] CASES.txt...")
		os.Exit(2)
	}
	for _, file := range flag.Args() {
		cases, err := readCases(file)
		check(err)
		check(record(strings.TrimSuffix(filepath.Base(file), ".txt"), cases, *out, *base))
	}
	check(record("verbs", verbCases(), *out, *base))
}

func check(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func readCases(file string) ([]testCase, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var cases []testCase
	missingKey := ""
	lines := bufio.NewScanner(f)
	for lines.Scan() {
		line := lines.Text()
		switch {
		case strings.HasPrefix(line, "#missingkey="):
			missingKey = strings.TrimPrefix(line, "#missingkey=")
		case line == "" || strings.HasPrefix(line, "#"):
		default:
			cases = append(cases, testCase{strings.ReplaceAll(line, newline, "\n"), missingKey})
		}
	}
	return cases, lines.Err()
}

func record(name string, cases []testCase, out, base string) error {
	known := map[string]bool{}
	if base != "" {
		text, err := os.ReadFile(filepath.Join(base, name+".jsonl"))
		if err != nil {
			return err
		}
		for _, line := range strings.Split(string(text), "\n") {
			known[line] = true
		}
	}
	var text bytes.Buffer
	for _, c := range cases {
		line := marshal(execute(c))
		if line != marshal(execute(c)) {
			continue // It prints an address.
		}
		if !known[line] {
			text.WriteString(line + "\n")
		}
	}
	return os.WriteFile(filepath.Join(out, name+".jsonl"), text.Bytes(), 0o644)
}

func marshal(a answer) string {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	check(e.Encode(a))
	return strings.TrimSuffix(b.String(), "\n")
}

// execute runs the first text of a set, which is called main; the others are called t1, t2 and so on and are parsed
// after it, in their order.
func execute(c testCase) answer {
	a := answer{testCase: c}
	var out bytes.Buffer
	err := run(c, &out)
	if err != nil {
		if utf8.ValidString(err.Error()) {
			a.Error = err.Error()
		} else {
			a.Error64 = base64.StdEncoding.EncodeToString([]byte(err.Error()))
		}
	} else if utf8.Valid(out.Bytes()) {
		a.Output = out.String()
	} else {
		a.Output64 = base64.StdEncoding.EncodeToString(out.Bytes())
	}
	return a
}

func run(c testCase, out *bytes.Buffer) error {
	set := template.New("root")
	set.Funcs(functions(set))
	if c.MissingKey != "" {
		set.Option("missingkey=" + c.MissingKey)
	}
	for i, text := range strings.Split(c.Template, partBreak) {
		name := "main"
		if i > 0 {
			name = fmt.Sprintf("t%d", i)
		}
		if _, err := set.New(name).Parse(text); err != nil {
			return err
		}
	}
	return set.ExecuteTemplate(out, "main", data())
}
