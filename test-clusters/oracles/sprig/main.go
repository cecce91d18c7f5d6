// Command sprig records what Sprig's template functions answer, with the versions a release of Helm is built from.
//
// It reads files of template expressions, one template a line (blank lines and lines starting with # are skipped),
// executes each with the values of data.go, adds many functions with each of these values (cross.go), and writes one JSON object a line: the template and either its output or
// its error. Text that is not valid UTF-8 is written in base64, under a key that ends in 64.
//
// See README.md for the commands that make the recorded answers.
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
	"time"
	"unicode/utf8"

	"github.com/Masterminds/sprig/v3"
)

type answer struct {
	Template string `json:"template"`
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
		fmt.Fprintln(os.Stderr, "usage: sprig -out FOLDER [-base FOLDER] EXPRESSIONS.txt...")
		os.Exit(2)
	}
	time.Local = time.UTC
	for _, file := range flag.Args() {
		templates, err := readLines(file)
		if err == nil {
			err = record(strings.TrimSuffix(filepath.Base(file), ".txt"), templates, *out, *base)
		}
		exitOn(err)
	}
	exitOn(record("cross", cross(), *out, *base))
}

func exitOn(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func record(name string, templates []string, out, base string) error {
	name += ".jsonl"
	known := map[string]bool{}
	if base != "" {
		lines, err := readLines(filepath.Join(base, name))
		if err != nil {
			return err
		}
		for _, line := range lines {
			known[line] = true
		}
	}
	var recorded bytes.Buffer
	for _, text := range templates {
		line, err := encode(execute(text))
		if err != nil {
			return err
		}
		// Whether an argument fits is the business of text/template alone: see ../gotemplate.
		if name == "cross.jsonl" && strings.Contains(line, ">: wrong type for value; expected ") {
			continue
		}
		if !known[line] && isStable(text, line) {
			recorded.WriteString(line + "\n")
		}
	}
	if recorded.Len() == 0 {
		return nil
	}
	return os.WriteFile(filepath.Join(out, name), recorded.Bytes(), 0o644)
}

// isStable tells whether an answer is always the same: some show maps in the order in which Go walks them.
func isStable(text, line string) bool {
	for i := 0; i < 10; i++ {
		if other, err := encode(execute(text)); err != nil || other != line {
			return false
		}
	}
	return true
}

func readLines(file string) ([]string, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var lines []string
	scanner := bufio.NewScanner(f)
	scanner.Buffer(nil, 16<<20)
	for scanner.Scan() {
		if line := scanner.Text(); line != "" && !strings.HasPrefix(line, "#") {
			lines = append(lines, line)
		}
	}
	return lines, scanner.Err()
}

func encode(a answer) (string, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	err := e.Encode(a)
	return strings.TrimSuffix(b.String(), "\n"), err
}

// execute answers a template, parsed and executed under the name "t".
func execute(text string) answer {
	a := answer{Template: text}
	t, err := template.New("t").Funcs(functions()).Parse(text)
	var output bytes.Buffer
	if err == nil {
		err = t.Execute(&output, data())
	}
	if err != nil {
		a.Error, a.Error64 = text64(err.Error())
		return a
	}
	a.Output, a.Output64 = text64(output.String())
	return a
}

func text64(s string) (text, coded string) {
	if utf8.ValidString(s) {
		return s, ""
	}
	return "", base64.StdEncoding.EncodeToString([]byte(s))
}

// functions is Sprig as Helm offers it (pkg/engine/funcs.go), without what Helm puts in its place.
func functions() template.FuncMap {
	f := sprig.TxtFuncMap()
	delete(f, "env")
	delete(f, "expandenv")
	return f
}
