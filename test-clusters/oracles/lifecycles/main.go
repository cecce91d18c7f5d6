// Prints what a release of the Kubernetes API libraries knows of the life of each API: API version, kind, and the
// releases in which it was introduced, deprecated and removed, and what replaces it, tab-separated.
package main

import (
	"fmt"
	"sort"

	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/runtime/schema"
	"k8s.io/client-go/kubernetes/scheme"
)

type introduced interface{ APILifecycleIntroduced() (major, minor int) }
type deprecated interface{ APILifecycleDeprecated() (major, minor int) }
type removed interface{ APILifecycleRemoved() (major, minor int) }
type replaced interface{ APILifecycleReplacement() schema.GroupVersionKind }

func release(major, minor int) string { return fmt.Sprintf("%d.%d", major, minor) }

func main() {
	known := runtime.NewScheme()
	if err := scheme.AddToScheme(known); err != nil {
		panic(err)
	}
	var lines []string
	for kind := range known.AllKnownTypes() {
		object, err := known.New(kind)
		if err != nil {
			panic(err)
		}
		life, ends := object.(deprecated)
		if !ends {
			continue
		}
		cells := [4]string{1: release(life.APILifecycleDeprecated())}
		if life, ok := object.(introduced); ok {
			cells[0] = release(life.APILifecycleIntroduced())
		}
		if life, ok := object.(removed); ok {
			cells[2] = release(life.APILifecycleRemoved())
		}
		if life, ok := object.(replaced); ok {
			other := life.APILifecycleReplacement()
			cells[3] = fmt.Sprintf("%s %s", other.GroupVersion(), other.Kind)
		}
		lines = append(lines, fmt.Sprintf("%s\t%s\t%s\t%s\t%s\t%s",
			kind.GroupVersion(), kind.Kind, cells[0], cells[1], cells[2], cells[3]))
	}
	sort.Strings(lines)
	for _, line := range lines {
		fmt.Println(line)
	}
}
