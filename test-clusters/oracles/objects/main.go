// Judges Kubernetes objects in YAML files as an API server with Argo Rollouts would on creation.
//
// The built-in kinds are decoded strictly, defaulted and validated by Kubernetes' own code, Rollouts by that of
// Argo Rollouts, and custom resources by the CustomResourceDefinitions given with -crds, which are judged first.
// Kinds of other systems are counted, not judged.
//
//	objects -root DIR -crds DIR,... PATTERN... > verdicts.json
//
// Patterns are relative to the root. One line of the answer speaks of one file: its path, the SHA-256 of its
// bytes, how many objects were judged, how many were passed over, and what was found wrong.
package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"sort"
	"strings"

	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
	utilyaml "k8s.io/apimachinery/pkg/util/yaml"
	"sigs.k8s.io/yaml"
)

type verdict struct {
	Path       string   `json:"path"`
	SHA256     string   `json:"sha256"`
	Judged     int      `json:"judged"`
	PassedOver int      `json:"passedOver"`
	Problems   []string `json:"problems"`
}

func main() {
	root := flag.String("root", ".", "folder that the other paths are relative to")
	crds := flag.String("crds", "", "folders of CustomResourceDefinitions, separated by commas")
	flag.Parse()
	if err := run(*root, *crds, flag.Args()); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(root, crds string, patterns []string) error {
	custom, err := readDefinitions(root, crds)
	if err != nil {
		return err
	}
	var paths []string
	for _, pattern := range patterns {
		found, err := filepath.Glob(filepath.Join(root, pattern))
		if err != nil {
			return err
		}
		if len(found) == 0 {
			return fmt.Errorf("no file matches %s", pattern)
		}
		paths = append(paths, found...)
	}
	sort.Strings(paths)
	output := json.NewEncoder(os.Stdout)
	output.SetEscapeHTML(false)
	for _, path := range paths {
		content, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		relative, err := filepath.Rel(root, path)
		if err != nil {
			return err
		}
		sum := sha256.Sum256(content)
		result := verdict{Path: filepath.ToSlash(relative), SHA256: hex.EncodeToString(sum[:]), Problems: []string{}}
		if err := judgeFile(content, custom, &result); err != nil {
			return fmt.Errorf("%s: %w", relative, err)
		}
		if err := output.Encode(result); err != nil {
			return err
		}
	}
	return nil
}

func judgeFile(content []byte, custom definitions, result *verdict) error {
	return eachDocument(content, func(document []byte) error {
		var content map[string]interface{}
		if err := yaml.UnmarshalStrict(document, &content); err != nil {
			return err
		}
		object := unstructured.Unstructured{Object: content}
		problems, judged := judge(document, object, custom)
		if !judged {
			result.PassedOver++
			return nil
		}
		result.Judged++
		for _, problem := range problems {
			result.Problems = append(result.Problems, fmt.Sprintf("%s/%s: %s", object.GetKind(), object.GetName(), problem))
		}
		return nil
	})
}

// judge tells what is wrong with an object, and whether its kind is known here.
func judge(document []byte, object unstructured.Unstructured, custom definitions) ([]string, bool) {
	kind := object.GroupVersionKind()
	switch {
	case kind.Kind == "CustomResourceDefinition":
		_, problems := readDefinition(document)
		return problems, true
	case kind.Group == "argoproj.io" && kind.Kind == "Rollout":
		return judgeRollout(document), true
	}
	if definition, found := custom[kind]; found {
		return definition.judge(object), true
	}
	if !isBuiltIn(kind.Group) {
		return nil, false
	}
	return judgeBuiltIn(document), true
}

func eachDocument(content []byte, visit func([]byte) error) error {
	reader := utilyaml.NewYAMLReader(newReader(content))
	for {
		document, err := reader.Read()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		var any interface{}
		if err := yaml.Unmarshal(document, &any); err != nil {
			return err
		}
		if any == nil || len(bytes.TrimSpace(document)) == 0 {
			continue
		}
		if err := visit(document); err != nil {
			return fmt.Errorf("%w in\n%s", err, strings.TrimSpace(string(document)))
		}
	}
}
