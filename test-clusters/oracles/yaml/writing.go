package main

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"strconv"
	"strings"

	yaml3 "go.yaml.in/yaml/v3"
	"sigs.k8s.io/kustomize/kyaml/yaml"
	sigs "sigs.k8s.io/yaml"
)

// writing is what the writers make of one value. The value is JSON in which 1.0 is a float64, 1 an
// int64 (above its range a uint64), {"$f32": "1.5"} a float32 and {"$bytes": base64} a string that
// is not UTF-8.
type writing struct {
	In        string `json:"in"`
	Sigs      string `json:"sigs,omitempty"`
	SigsError string `json:"sigsError,omitempty"`
	V3        string `json:"v3"`
	// Unstable tells that keys are not in the same order each time.
	Unstable    bool   `json:"unstable,omitempty"`
	V3Four      string `json:"v3Four"`
	Kyaml       string `json:"kyaml"`
	JSON        string `json:"json"`
	JSONRaw     string `json:"jsonRaw"`
	JSONIndents string `json:"jsonIndents"`
}

func writeAnswer(in string) writing {
	answer := writing{In: in}
	keyed := strings.Count(in, ":") > 3
	decoder := json.NewDecoder(strings.NewReader(in))
	decoder.UseNumber()
	var parsed any
	if err := decoder.Decode(&parsed); err != nil {
		panic(in + ": " + err.Error())
	}
	value := shaped(parsed)

	out, err := sigs.Marshal(value)
	answer.Sigs, answer.SigsError = string(out), message(err)
	for i := 0; keyed && i < 500; i++ {
		again, _ := sigs.Marshal(value)
		answer.Unstable = answer.Unstable || !bytes.Equal(out, again)
	}

	encode := func(indent int) string {
		var out bytes.Buffer
		encoder := yaml3.NewEncoder(&out)
		encoder.SetIndent(indent)
		if err := encoder.Encode(value); err != nil {
			panic(err)
		}
		return out.String()
	}
	answer.V3 = encode(2)
	answer.V3Four = encode(4)

	var kyamlOut bytes.Buffer
	if err := yaml.NewEncoder(&kyamlOut).Encode(value); err != nil {
		panic(err)
	}
	answer.Kyaml = kyamlOut.String()

	jsonOut, err := json.Marshal(value)
	if err != nil {
		panic(err)
	}
	answer.JSON = string(jsonOut)
	var raw bytes.Buffer
	rawEncoder := json.NewEncoder(&raw)
	rawEncoder.SetEscapeHTML(false)
	if err := rawEncoder.Encode(value); err != nil {
		panic(err)
	}
	answer.JSONRaw = strings.TrimSuffix(raw.String(), "\n")
	indented, err := json.MarshalIndent(value, "", "  ")
	if err != nil {
		panic(err)
	}
	answer.JSONIndents = string(indented)
	return answer
}

func shaped(value any) any {
	switch v := value.(type) {
	case json.Number:
		if strings.ContainsAny(string(v), ".eE") {
			f, err := v.Float64()
			if err != nil {
				panic(err)
			}
			return f
		}
		if i, err := v.Int64(); err == nil {
			return i
		}
		u, err := strconv.ParseUint(string(v), 10, 64)
		if err != nil {
			panic(err)
		}
		return u
	case []any:
		items := make([]any, len(v))
		for i, item := range v {
			items[i] = shaped(item)
		}
		return items
	case map[string]any:
		if encoded, ok := v["$bytes"]; ok {
			decoded, err := base64.StdEncoding.DecodeString(encoded.(string))
			if err != nil {
				panic(err)
			}
			return string(decoded)
		}
		if text, ok := v["$f32"]; ok {
			f, err := strconv.ParseFloat(text.(string), 32)
			if err != nil {
				panic(err)
			}
			return float32(f)
		}
		fields := map[string]any{}
		for key, item := range v {
			fields[key] = shaped(item)
		}
		return fields
	default:
		return value
	}
}
