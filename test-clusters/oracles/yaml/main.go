// Command yaml records what the Go libraries behind Helm and kustomize make of YAML and JSON.
//
//	go run . reading > ../../../plugin/yaml/src/test/resources/io/agentsrender/yaml/read/reading.jsonl
//	go run . writing > ../../../plugin/yaml/src/test/resources/io/agentsrender/yaml/write/writing.jsonl
//	go run . json    > ../../../plugin/yaml/src/test/resources/io/agentsrender/yaml/json/json.jsonl
//	go run . scalars > ../../../plugin/yaml/src/test/resources/io/agentsrender/yaml/scalars.jsonl
//
// With a "-" instead of a corpus, as in "go run . reading -", documents are taken from standard input,
// one base64 text a line.
package main

import (
	"bufio"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"os"
)

func main() {
	if len(os.Args) < 2 {
		fmt.Fprintln(os.Stderr, "usage: yaml reading|writing|json|scalars [-]")
		os.Exit(2)
	}
	out := bufio.NewWriterSize(os.Stdout, 1<<20)
	defer out.Flush()
	lines := json.NewEncoder(out)
	lines.SetEscapeHTML(false)
	emit := func(answer any) {
		if err := lines.Encode(answer); err != nil {
			panic(err)
		}
	}
	stdin := len(os.Args) > 2 && os.Args[2] == "-"
	switch os.Args[1] {
	case "reading":
		if stdin {
			fromStdin(func(in []byte) { emit(readAnswer("", in)) })
			return
		}
		for _, document := range documents() {
			emit(readAnswer(document.name, []byte(document.text)))
		}
	case "writing":
		if stdin {
			fromStdin(func(in []byte) { emit(writeAnswer(string(in))) })
			return
		}
		for _, value := range values() {
			emit(writeAnswer(value))
		}
	case "json":
		if stdin {
			fromStdin(func(in []byte) { emit(jsonAnswer(in)) })
			return
		}
		for _, text := range jsonTexts() {
			emit(jsonAnswer([]byte(text)))
		}
	case "scalars":
		for _, scalar := range scalars() {
			emit(scalarAnswer(scalar))
		}
	}
}

func fromStdin(each func([]byte)) {
	in := bufio.NewScanner(os.Stdin)
	in.Buffer(make([]byte, 1<<20), 1<<28)
	for in.Scan() {
		text, err := base64.StdEncoding.DecodeString(in.Text())
		if err != nil {
			panic(err)
		}
		each(text)
	}
}
