// Command hashes prints bcrypt hashes of some passwords, as golang.org/x/crypto/bcrypt makes them: the password in
// base64, a tab, the hash. Every run prints others, for their salts are random.
package main

import (
	"encoding/base64"
	"fmt"
	"os"
	"strings"

	"golang.org/x/crypto/bcrypt"
)

func main() {
	for _, password := range []string{
		"", "a", "password", "Grüße 😀", "nul\x00nul", "\xff\xfe", strings.Repeat("x", 71), strings.Repeat("y", 72),
	} {
		hash, err := bcrypt.GenerateFromPassword([]byte(password), bcrypt.DefaultCost)
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		fmt.Printf("%s\t%s\n", base64.StdEncoding.EncodeToString([]byte(password)), hash)
	}
}
