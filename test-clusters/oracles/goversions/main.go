// Prints which conformance cases of plugin/helm another Go answers differently, as JSON lines.
//
// The binaries that ../helm/conformance.py asks are all built with one Go, the releases of Helm each with its
// own: 3.15.4 with Go 1.22, 3.19.4 with Go 1.24. Where nothing but text/template answers a case, this
// program asks that of the Go it is built with, in the templates that Helm gives it:
//
//	go run main.go > all.jsonl
//	GOTOOLCHAIN=go1.22.12 go run main.go all.jsonl > CASES/differences-go1.22.jsonl
//	GOTOOLCHAIN=go1.24.11 go run main.go all.jsonl > CASES/differences-go1.24.jsonl
//	GOTOOLCHAIN=go1.25.5 go run main.go all.jsonl
//
// where CASES is plugin/helm/src/test/resources/conformance. The last one prints nothing.
package main

import (
	"bufio"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"text/template"
)

const cases = "../../../plugin/helm/src/test/resources/conformance/functions"

type answer struct {
	Function string `json:"function"`
	Output   string `json:"output_base64,omitempty"`
	Error    string `json:"error,omitempty"`
}

type conformanceCase struct {
	ID         string `json:"id"`
	Expression string `json:"expression"`
	Output     string `json:"output_base64"`
}

func main() {
	var known string
	if len(os.Args) > 1 {
		content, err := os.ReadFile(os.Args[1])
		must(err)
		known = string(content)
	}
	chart, err := os.ReadFile(filepath.Join(cases, "chart/templates/t.yaml"))
	must(err)
	all := readCases()
	values := chartValues(all)
	for _, c := range all {
		a, ok := execute(strings.Replace(string(chart), "@EXPRESSION@", c.Expression, 1), values)
		if !ok {
			continue
		}
		a.Function = c.ID
		var line strings.Builder
		e := json.NewEncoder(&line)
		e.SetEscapeHTML(false)
		must(e.Encode(a))
		if !strings.Contains(known, line.String()) {
			fmt.Print(line.String())
		}
	}
}

func readCases() (all []conformanceCase) {
	file, err := os.Open(filepath.Join(cases, "cases.jsonl"))
	must(err)
	defer file.Close()
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var c conformanceCase
		must(json.Unmarshal(lines.Bytes(), &c))
		all = append(all, c)
	}
	must(lines.Err())
	return all
}

// chartValues are those of the chart as Helm itself sees them.
func chartValues(all []conformanceCase) (values map[string]any) {
	for _, c := range all {
		if c.Expression == "{{ toJson .Values }}" {
			text, err := base64.StdEncoding.DecodeString(c.Output)
			must(err)
			must(json.Unmarshal(text, &values))
		}
	}
	return values
}

// execute answers a template, unless that takes functions which Go does not have.
func execute(text string, values map[string]any) (answer, bool) {
	const name = "fx/templates/t.yaml"
	var out string
	set := template.New("gotpl").Option("missingkey=zero")
	set.Funcs(template.FuncMap{
		"include": func(name string, data any) (string, error) {
			var b strings.Builder
			err := set.ExecuteTemplate(&b, name, data)
			out = b.String()
			return out, err
		},
		"b64enc": func(s string) string { return s },
		"quote":  func(s string) string { return s },
		"int":    func(v any) int { return int(v.(float64)) },
	})
	if _, err := set.New(name).Parse(text); err != nil {
		return answer{}, false
	}
	var b strings.Builder
	if err := set.ExecuteTemplate(&b, name, map[string]any{"Values": values}); err != nil {
		return answer{Error: err.Error()}, true
	}
	return answer{Output: base64.StdEncoding.EncodeToString([]byte(out))}, true
}

func must(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
