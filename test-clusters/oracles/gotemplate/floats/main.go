// Command floats prints floating-point numbers of all sizes as strconv.FormatFloat writes them: the bits of the number,
// format, precision, width of its type and text. The numbers are random, from a fixed seed.
//
//	go run ./floats > floats.txt
package main

import (
	"bufio"
	"fmt"
	"math"
	"math/rand"
	"os"
	"strconv"
)

const formats = "eEfgGbxX"

func main() {
	w := bufio.NewWriter(os.Stdout)
	defer w.Flush()
	r := rand.New(rand.NewSource(7))
	for i := 0; i < 3000; i++ {
		f, bits := number(r, i%6)
		format := formats[r.Intn(len(formats))]
		precision := -1
		if r.Intn(2) == 0 {
			precision = r.Intn(25)
		}
		if math.IsNaN(f) || format == 'f' && math.Abs(f) > 1e40 {
			continue
		}
		text := strconv.FormatFloat(f, format, precision, bits)
		fmt.Fprintf(w, "%016x %c %d %d %s\n", math.Float64bits(f), format, precision, bits, text)
	}
}

// number makes one number: any at all, of common sizes, with few decimals, integers, subnormal ones, and float32.
func number(r *rand.Rand, kind int) (float64, int) {
	switch kind {
	case 0:
		return math.Float64frombits(r.Uint64()), 64
	case 1:
		return r.NormFloat64() * math.Pow(10, float64(r.Intn(30)-12)), 64
	case 2:
		return float64(r.Intn(100000000)) / math.Pow(10, float64(r.Intn(8))), 64
	case 3:
		return float64(r.Int63n(1 << 60)), 64
	case 4:
		return math.Float64frombits(r.Uint64() >> uint(12+r.Intn(50))), 64
	default:
		return float64(math.Float32frombits(r.Uint32())), 32
	}
}
