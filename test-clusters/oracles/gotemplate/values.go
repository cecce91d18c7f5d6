package main

import (
	"encoding/json"
	"errors"
	"fmt"
)

// The types of the values that functions make. The Java side has the same in OracleTypes.

type Point struct {
	X, Y int
	name string
}

func (p Point) Sum() int { return p.X + p.Y }

func (p Point) Add(a int, more ...int) int {
	sum := p.X + a
	for _, m := range more {
		sum += m
	}
	return sum
}

func (p *Point) Scale(n int) int { return p.X * n }

func (p Point) Fail(reason string) (string, error) { return "", errors.New(reason) }

func (p Point) Nothing() any { return nil }

type Shape struct {
	Point
	Label string
	Tags  []string
	Meta  map[string]any
	Next  *Shape
	Any   any
	Call  func(int) int
}

type Celsius float64

func (c Celsius) String() string { return fmt.Sprintf("%.1f°C", float64(c)) }

type Level int

type Values map[string]any

func (v Values) AsMap() map[string]any { return v }

func (v Values) Get(key string) any { return v[key] }

type Names []string

func (n Names) Has(name string) bool {
	for _, known := range n {
		if known == name {
			return true
		}
	}
	return false
}

type Failure struct{ Reason string }

func (f Failure) Error() string { return "failure: " + f.Reason }

type Boom struct{}

func (b Boom) String() string { panic("boom") }

type Counter struct{ N int }

func (c *Counter) String() string { return fmt.Sprintf("counter %d", c.N) }

const text = `{
  "s": "text", "e": "", "n": 42, "f": 1.5, "neg": -3, "big": 1234567, "huge": 1e21, "tiny": 0.0000001,
  "t": true, "no": false, "z": 0, "nul": null,
  "m": {"a": 1, "b": "two", "c": {"d": "deep"}, "n": null},
  "l": [1, "two", null, {"k": "v"}, [1, 2]],
  "ll": ["x", "y", "z"], "em": {}, "el": [],
  "u": "héllo wörld", "multi": "a\nb", "html": "<a href=\"x\">&'</a>",
  "maps": [{"name": "a"}, {"name": "b", "v": 2}]
}`

func data() map[string]any {
	var values map[string]any
	check(json.Unmarshal([]byte(text), &values))
	return values
}
