// Asks the two pattern matchers of Argo CD's plugin server which patterns find something in a small folder:
// path/filepath.Glob for discover.fileName, zglob.Glob for discover.find.glob (cmpserver/plugin/plugin.go).
//
//	go run . > ../../../plugin/server/src/test/resources/io/agentsrender/server/plugin/patterns.jsonl
package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"

	"github.com/mattn/go-zglob"
)

// The same tree stands in PatternsTest.
var files = []string{
	"Chart.yaml", "values.yaml", "values-prod.yaml", ".hidden", "a?b", "a-b", "x]y", "back\\slash", "sp ace",
	"sub/Chart.yaml", "sub/deep/deeper/kustomization.yaml", "sub/deep/notes.txt", "üb/ör.yaml",
}

var patterns = []string{
	"Chart.yaml", "./Chart.yaml", "chart.yaml", "*.yaml", "*.yml", "values-*.yaml", "values*", "?alues.yaml", "[cC]hart.yaml",
	"[a-c]hart.yaml", "[A-C]hart.yaml", "[^x]hart.yaml", "[!x]hart.yaml", "sub/Chart.yaml", "*/Chart.yaml", "*/*/notes.txt",
	"sub", "sub/", "sub/*", "sub/deep/*", "*/deep", "**/Chart.yaml", "**/kustomization.yaml", "**/notes.txt", "**", "**/*",
	"sub/**/kustomization.yaml", "sub/**", "**/deep/*.txt", "**/*.txt", "**/missing", ".*", ".hidden", "a?b", "a\\?b", "a[?]b",
	"a[-]b", "x]y", "x[]]y", "x[\\]]y", "back\\\\slash", "back\\slash", "sp ace", "sp?ace", "{Chart,values}.yaml",
	"{chart,value}.yaml", "sub/{Chart.yaml,none}", "{a,*}.yaml", "**/{kustomization,Kustomization}.yaml", "[", "[a", "a[", "[]a]", "[a-]",
	"[-a]", "[^]", "\\", "a\\", "*[", "nothing[", "Chart.yaml[", "ü?/ör.yaml", "*/ör.yaml", "**/ö*.yaml", "?b/ör.yaml", "*",
	"**/.hidden", "**hart.yaml", "***/Chart.yaml", "sub/deep/../Chart.yaml", "**/sub/Chart.yaml", "Chart.yaml/**", "Chart.yaml/x",
}

type answer struct {
	Pattern string `json:"pattern"`
	// Whether something was found, or what was said instead.
	FileName string `json:"fileName"`
	FindGlob string `json:"findGlob"`
}

func main() {
	root, err := os.MkdirTemp("", "discovery")
	check(err)
	defer os.RemoveAll(root)
	for _, file := range files {
		path := filepath.Join(root, file)
		check(os.MkdirAll(filepath.Dir(path), 0o755))
		check(os.WriteFile(path, nil, 0o644))
	}
	lines := json.NewEncoder(os.Stdout)
	lines.SetEscapeHTML(false)
	for _, pattern := range patterns {
		full := filepath.Join(root, pattern)
		found, fileNameErr := filepath.Glob(full)
		deep, findGlobErr := zglob.Glob(full)
		check(lines.Encode(answer{pattern, say(found, fileNameErr), say(deep, findGlobErr)}))
	}
}

func say(found []string, err error) string {
	if err != nil {
		return err.Error()
	}
	return fmt.Sprint(len(found) > 0)
}

func check(err error) {
	if err != nil {
		panic(err)
	}
}
