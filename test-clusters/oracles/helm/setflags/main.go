// Prints what Helm's strvals makes of many arguments of set flags over one table of values, as JSON
// lines. Scalars are written with their Go type: "int64 5", "string a".
//
//	go run ./setflags > set-flags.jsonl
package main

import (
	"encoding/json"
	"fmt"
	"math/rand"
	"os"
	"strings"

	"helm.sh/helm/v3/pkg/strvals"
)

var given = []string{
	"a=1", "a=1,b=2", "a=", "a=,b=1", "a", "a,b", ",", "", "=", "=1", "a==1", "a=b=c", "a.b=1", "a.b.c=1", "a.b", "a.", "a.=1", ".=1", ".a=1", "a..b=1",
	"a=true", "a=TRUE", "a=false", "a=null", "a=Null", "a=0", "a=00", "a=007", "a=-1", "a=+1", "a=-0", "a=-05", "a=1.5", "a=1e3", "a=9223372036854775807", "a=9223372036854775808", "a=0x10", "a=1_000", "a= 1", "a=1 ", "a=yes",
	"a={1,2}", "a={}", "a={1", "a={1,", "a={a b,c}", "a={1,2},b=3", "a={1,2}b=3", "a={{1,2}}", "a={1\\,2,3}", "a={null,true,x}", "a=x{1}", "a={1,2} ,b=1",
	"a[0]=1", "a[1]=1", "a[0]=1,a[1]=2", "a[0].b=1", "a[0].b=1,a[0].c=2", "a[0][1]=1", "a[0][0][0]=x", "a[0]={1,2}", "a[0]=", "a[0]", "a[0", "a[", "a[]=1", "a[x]=1", "a[-1]=1", "a[+1]=1", "a[99999999999999999999]=1", "a[0]b=1", "a[0].=1", "a[0].b=", "a[0].b", "a[0][", "a[0][1", "a[1].b=1",
	"list[0]=x", "list[5]=x", "list[1].k=v", "list[2].k=v", "list=x", "list.a=1", "list[0].a=1", "list[0][0]=1", "map.x=1", "map.k.z=1", "map[0]=1", "map=x", "map.k=null", "str.x=1", "str[0]=1", "nul.x=1", "nul[0]=1", "num.x=1", "maps[0].n=1", "maps[1].n=1", "maps[0]=1", "flag.x=1", "flag[0]=1",
	"a\\.b=1", "a\\,b=1", "a\\=b=1", "a\\[0]=1", "a=b\\,c", "a=b\\\\c", "a=b\\", "a\\", "a\\=1", "a=\\{1\\,2}", "a[0\\]=1]=2",
	"é=ü", "日本.語=1", "a=😀", "a=a\nb", "a\tb=1",
	"a[70000]=1", strings.Repeat("a.", 30) + "a=1", strings.Repeat("a.", 31) + "a=1",
	"a={\"x\":1}", "a=[1,2]", "a=\"x\"", "a=\"x\",b=1", "a=1 , b=2", "a=1 b=2", "a={\"x\":[1,{\"y\":null}]},b=true", "a=x", "a={", "a=nul", "a[0]=1,a[1]={}", "a.b=[]", "a= ,b=1", "a[0]= ,b=1", "a=1.5,b=1e3,c=-0",
}

func values() map[string]any {
	return map[string]any{
		"list": []any{"a", "b", nil}, "map": map[string]any{"k": "v"}, "str": "s", "nul": nil, "num": 1.5, "flag": true,
		"maps": []any{map[string]any{"n": 0.5}},
	}
}

func main() {
	out := json.NewEncoder(os.Stdout)
	out.SetEscapeHTML(false)
	random := rand.New(rand.NewSource(11))
	pieces := []string{"a", "b", "list", "map", "maps", "k", "n", ".", ".", "=", "=", ",", "[0]", "[1]", "[2]", "{", "}", "1", "x", "\\", "null", "true", " ", "[", "]", "\"", ":"}
	arguments := append([]string{}, given...)
	for len(arguments) < 320 {
		var argument strings.Builder
		for n := 2 + random.Intn(8); n > 0; n-- {
			argument.WriteString(pieces[random.Intn(len(pieces))])
		}
		arguments = append(arguments, argument.String())
	}
	for _, argument := range arguments {
		for _, language := range languages {
			dest := values()
			line := map[string]any{"flag": language.flag, "argument": argument}
			if err := language.parse(argument, dest); err != nil {
				line["error"] = err.Error()
			} else {
				line["values"] = typed(dest)
			}
			must(out.Encode(line))
		}
	}
}

var languages = []struct {
	flag  string
	parse func(string, map[string]any) error
}{
	{"--set", strvals.ParseInto},
	{"--set-string", strvals.ParseIntoString},
	{"--set-json", strvals.ParseJSON},
	{"--set-literal", strvals.ParseLiteralInto},
	{"--set-file", func(argument string, dest map[string]any) error {
		return strvals.ParseIntoFile(argument, dest, func(path []rune) (any, error) {
			return "content of " + string(path), nil
		})
	}},
}

func typed(value any) any {
	switch v := value.(type) {
	case map[string]any:
		out := map[string]any{}
		for key, element := range v {
			out[key] = typed(element)
		}
		return out
	case []any:
		out := []any{}
		for _, element := range v {
			out = append(out, typed(element))
		}
		return out
	case nil:
		return nil
	default:
		return fmt.Sprintf("%T %v", v, v)
	}
}

func must(err error) {
	if err != nil {
		panic(err)
	}
}
