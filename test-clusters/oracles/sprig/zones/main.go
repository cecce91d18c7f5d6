// Command zones prints what the offsets of each time zone have been called, from the tz database that comes with Go.
package main

import (
	"archive/zip"
	"bufio"
	"fmt"
	"os"
	"runtime"
	"sort"
	"strings"
	"time"
)

const header = `# What the offsets of time zones have been called: names of zones, then for each offset in seconds its first
# abbreviation and later ones with the second of Unix time since when.
# Written by 'go run ./zones' in test-clusters/oracles/sprig from release 2025c of the tz database, which is in the
# public domain (https://www.iana.org/time-zones).
`

func main() {
	os.Setenv("ZONEINFO", runtime.GOROOT()+"/lib/time/zoneinfo.zip")
	z, err := zip.OpenReader(os.Getenv("ZONEINFO"))
	if err != nil {
		panic(err)
	}
	w := bufio.NewWriter(os.Stdout)
	defer w.Flush()
	groups := map[string][]string{}
	for _, f := range z.File {
		if strings.HasSuffix(f.Name, "/") {
			continue
		}
		loc, err := time.LoadLocation(f.Name)
		if err != nil {
			panic(err)
		}
		type seg struct {
			from int64
			abbr string
		}
		byOff := map[int][]seg{}
		t := time.Unix(-1<<40, 0).In(loc)
		for t.Year() < 2100 {
			name, off := t.Zone()
			s := byOff[off]
			if len(s) == 0 || s[len(s)-1].abbr != name {
				byOff[off] = append(s, seg{t.Unix(), name})
			}
			_, end := t.ZoneBounds()
			if end.IsZero() {
				break
			}
			// Near a new year the bounds of some zones do not move on.
			if !end.After(t) {
				end = t.Add(24 * time.Hour)
			}
			t = end
		}
		var offs []int
		for o := range byOff {
			offs = append(offs, o)
		}
		sort.Ints(offs)
		var b strings.Builder
		for _, o := range offs {
			fmt.Fprintf(&b, " %d", o)
			for i, s := range byOff[o] {
				if i == 0 {
					fmt.Fprintf(&b, "=%s", s.abbr)
				} else {
					fmt.Fprintf(&b, ",%d=%s", s.from, s.abbr)
				}
			}
		}
		groups[b.String()] = append(groups[b.String()], f.Name)
	}
	var lines []string
	for k, v := range groups {
		lines = append(lines, strings.Join(v, " ")+":"+k)
	}
	sort.Strings(lines)
	fmt.Fprint(w, header)
	for _, l := range lines {
		fmt.Fprintln(w, l)
	}
}
