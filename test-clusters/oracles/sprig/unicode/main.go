// Command unicode prints what Go's packages unicode and strconv know of every code point, as one sum for each 4096.
package main

import (
	"crypto/sha256"
	"fmt"
	"strconv"
	"strings"
	"unicode"
)

var classes = []func(rune) bool{
	unicode.IsUpper, unicode.IsLower, unicode.IsTitle, unicode.IsLetter, unicode.IsDigit, unicode.IsNumber,
	unicode.IsPunct, unicode.IsSpace, strconv.IsPrint,
}

func main() {
	const block = 4096
	for first := rune(0); first <= unicode.MaxRune; first += block {
		var text strings.Builder
		for r := first; r < first+block; r++ {
			for _, class := range classes {
				fmt.Fprintf(&text, "%t ", class(r))
			}
			fmt.Fprintf(&text, "%d %d %d\n", unicode.ToUpper(r), unicode.ToLower(r), unicode.ToTitle(r))
		}
		fmt.Printf("%06x %x\n", first, sha256.Sum256([]byte(text.String())))
	}
}
