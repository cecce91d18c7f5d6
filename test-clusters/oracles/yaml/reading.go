package main

import (
	"bytes"
	"fmt"
	"io"
	"strings"

	yaml2 "go.yaml.in/yaml/v2"
	yaml3 "go.yaml.in/yaml/v3"
	"sigs.k8s.io/kustomize/kyaml/yaml"
	sigs "sigs.k8s.io/yaml"
)

// reading is what the readers make of one document.
type reading struct {
	Name string `json:"name,omitempty"`
	In   any    `json:"in"`

	// Helm: sigs.k8s.io/yaml YAMLToJSON, YAMLToJSONStrict, and a go-yaml v2 Decoder over the stream.
	Helm       string   `json:"helm,omitempty"`
	HelmError  string   `json:"helmError,omitempty"`
	HelmStrict string   `json:"helmStrictError,omitempty"`
	HelmAll    []string `json:"helmAll,omitempty"`
	HelmAllErr string   `json:"helmAllError,omitempty"`
	// KeysCollide tells that a map has keys like 1 and "1", which are one key only in JSON.
	KeysCollide bool `json:"keysCollide,omitempty"`

	// kustomize: go-yaml v3 into a node, kyaml's DeAnchor on it, then its MarshalJSON.
	Nodes       []string `json:"nodes,omitempty"`
	NodeCount   int      `json:"nodeCount,omitempty"`
	NodesError  string   `json:"nodesError,omitempty"`
	AnchorError string   `json:"anchorError,omitempty"`
	JSON        string   `json:"json,omitempty"`
	JSONError   string   `json:"jsonError,omitempty"`
	AllCount    int      `json:"allCount,omitempty"`
	AllError    string   `json:"allError,omitempty"`
}

func readAnswer(name string, in []byte) (answer reading) {
	answer.Name = name
	answer.In = text(in)

	asJSON, err := sigs.YAMLToJSON(in)
	answer.Helm, answer.HelmError = string(asJSON), message(err)
	_, err = sigs.YAMLToJSONStrict(in)
	answer.HelmStrict = message(err)
	answer.HelmAll, answer.HelmAllErr = helmAll(in)
	var value any
	if yaml2.Unmarshal(in, &value) == nil {
		answer.KeysCollide = keysCollide(value)
	}

	var node yaml3.Node
	err = guarded(func() error { return yaml3.NewDecoder(bytes.NewReader(in)).Decode(&node) })
	if err == io.EOF {
		answer.Nodes = []string{"none"}
		return answer
	}
	answer.AllCount, answer.AllError = kustomizeAll(in)
	if err != nil {
		answer.NodesError = err.Error()
		return answer
	}
	size := expanded(&node, map[*yaml3.Node]float64{})
	if size < 0 {
		// kyaml overflows the stack.
		answer.AnchorError = "anchor value contains itself"
		return answer
	}
	if size > 1_000_000 {
		// kyaml exhausts the memory.
		answer.AnchorError = "too many nodes"
		return answer
	}
	root := yaml.NewRNode(&node)
	if err := guarded(root.DeAnchor); err != nil {
		answer.AnchorError = err.Error()
		return answer
	}
	dump(root.YNode(), 0, &answer.Nodes)
	if len(answer.Nodes) > 500 {
		answer.NodeCount, answer.Nodes = len(answer.Nodes), nil
	}
	if root.YNode().Kind == yaml.ScalarNode {
		return answer
	}
	var asJSON3 []byte
	err = guarded(func() (err error) { asJSON3, err = root.MarshalJSON(); return err })
	answer.JSON, answer.JSONError = string(asJSON3), message(err)
	return answer
}

// guarded turns the panics of go-yaml into errors.
func guarded(call func() error) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("panic: %v", r)
		}
	}()
	return call()
}

func message(err error) string {
	if err == nil {
		return ""
	}
	return err.Error()
}

func helmAll(in []byte) (documents []string, problem string) {
	decoder := yaml2.NewDecoder(bytes.NewReader(in))
	for {
		var value any
		err := decoder.Decode(&value)
		if err == io.EOF {
			return documents, ""
		}
		if err != nil {
			return nil, err.Error()
		}
		documents = append(documents, typed(value))
	}
}

func keysCollide(value any) bool {
	switch v := value.(type) {
	case []any:
		for _, item := range v {
			if keysCollide(item) {
				return true
			}
		}
	case map[any]any:
		names := map[string]bool{}
		for key, item := range v {
			name := fmt.Sprint(key)
			if names[name] || keysCollide(item) {
				return true
			}
			names[name] = true
		}
	}
	return false
}

func kustomizeAll(in []byte) (count int, problem string) {
	decoder := yaml3.NewDecoder(bytes.NewReader(in))
	for {
		var node yaml3.Node
		err := guarded(func() error { return decoder.Decode(&node) })
		if err == io.EOF {
			return count, ""
		}
		if err != nil {
			return 0, err.Error()
		}
		count++
	}
}

// expanded counts the nodes behind a node with all aliases written out; -1 for one that contains itself.
func expanded(node *yaml3.Node, known map[*yaml3.Node]float64) float64 {
	if node == nil {
		return 0
	}
	if count, ok := known[node]; ok {
		return count
	}
	known[node] = -1
	count := 1.0
	children := node.Content
	if node.Kind == yaml3.AliasNode {
		children = []*yaml3.Node{node.Alias}
	}
	for _, child := range children {
		size := expanded(child, known)
		if size < 0 {
			return -1
		}
		count += size
	}
	known[node] = count
	return count
}

var styles = map[yaml.Style]string{
	yaml3.DoubleQuotedStyle: "double", yaml3.SingleQuotedStyle: "single",
	yaml3.LiteralStyle: "literal", yaml3.FoldedStyle: "folded", 0: "plain",
}

func dump(node *yaml.Node, depth int, lines *[]string) {
	place := fmt.Sprintf("%s%d:%d ", strings.Repeat(" ", depth), node.Line, node.Column)
	switch node.Kind {
	case yaml.MappingNode:
		*lines = append(*lines, place+"map")
	case yaml.SequenceNode:
		*lines = append(*lines, place+"list")
	default:
		style := styles[node.Style&^(yaml3.TaggedStyle|yaml3.FlowStyle)]
		*lines = append(*lines, place+style+" "+node.ShortTag()+" "+quoted(node.Value))
	}
	for _, child := range node.Content {
		dump(child, depth+1, lines)
	}
}
