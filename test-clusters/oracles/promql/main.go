// Reads the queries of the Grafana dashboard as Prometheus itself does.
//
//	promql DASHBOARD > queries.jsonl
//
// One line of the answer speaks of one query: its text, what is wrong with it, and the metrics and labels it names.
package main

import (
	"encoding/json"
	"fmt"
	"os"
	"sort"
	"strings"

	"github.com/prometheus/prometheus/model/labels"
	"github.com/prometheus/prometheus/promql/parser"
)

type dashboard struct {
	Panels []struct {
		Targets []struct {
			Expr         string `json:"expr"`
			LegendFormat string `json:"legendFormat"`
		} `json:"targets"`
	} `json:"panels"`
}

type answer struct {
	Query   string   `json:"query"`
	Problem string   `json:"problem"`
	Metrics []string `json:"metrics"`
	Labels  []string `json:"labels"`
}

func main() {
	if err := run(os.Args[1]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(file string) error {
	content, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	var board dashboard
	if err := json.Unmarshal(content, &board); err != nil {
		return err
	}
	output := json.NewEncoder(os.Stdout)
	output.SetEscapeHTML(false)
	for _, panel := range board.Panels {
		for _, target := range panel.Targets {
			if err := output.Encode(read(target.Expr)); err != nil {
				return err
			}
		}
	}
	return nil
}

func read(query string) answer {
	result := answer{Query: query, Metrics: []string{}, Labels: []string{}}
	// Grafana puts a duration in the variable's place.
	expression, err := parser.ParseExpr(strings.ReplaceAll(query, "$__rate_interval", "5m"))
	if err != nil {
		result.Problem = err.Error()
		return result
	}
	metrics, names := map[string]bool{}, map[string]bool{}
	parser.Inspect(expression, func(node parser.Node, _ []parser.Node) error {
		switch one := node.(type) {
		case *parser.VectorSelector:
			for _, matcher := range one.LabelMatchers {
				if matcher.Name == labels.MetricName {
					metrics[matcher.Value] = true
				} else {
					names[matcher.Name] = true
				}
			}
		case *parser.AggregateExpr:
			for _, name := range one.Grouping {
				names[name] = true
			}
		}
		return nil
	})
	result.Metrics, result.Labels = sorted(metrics), sorted(names)
	return result
}

func sorted(set map[string]bool) []string {
	names := []string{}
	for name := range set {
		names = append(names, name)
	}
	sort.Strings(names)
	return names
}
