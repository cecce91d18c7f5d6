// Says of each line of standard input whether it is an image reference to what reads them in a kubelet:
// the reference itself or, where it is none, "-" and why.
//
//	images < cases.txt > verdicts.tsv
package main

import (
	"bufio"
	_ "crypto/sha256"
	_ "crypto/sha512"
	"fmt"
	"os"

	"github.com/distribution/reference"
)

func main() {
	lines := bufio.NewScanner(os.Stdin)
	for lines.Scan() {
		verdict := "accepted"
		if _, err := reference.ParseNormalizedNamed(lines.Text()); err != nil {
			verdict = err.Error()
		}
		fmt.Printf("%s\t%s\n", lines.Text(), verdict)
	}
}
