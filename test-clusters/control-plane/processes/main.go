// Command processes is every process of a cluster without machines in one program, so that packages they share are
// compiled once: processes NAME ARGUMENTS...
package main

import (
	"fmt"
	"os"
	"path/filepath"

	controller "github.com/argoproj/argo-cd/v3/cmd/argocd-application-controller/commands"

	reposerver "github.com/argoproj/argo-cd/v3/cmd/argocd-repo-server/commands"
	"github.com/spf13/cobra"
	"k8s.io/component-base/cli"
	_ "k8s.io/component-base/metrics/prometheus/clientgo"
	_ "k8s.io/component-base/metrics/prometheus/version"
	kubectl "k8s.io/kubectl/pkg/cmd"
	apiserver "k8s.io/kubernetes/cmd/kube-apiserver/app"
)

func main() {
	name, arguments := filepath.Base(os.Args[0]), os.Args[1:]
	if name == "processes" && len(arguments) > 0 {
		name, arguments = arguments[0], arguments[1:]
	}
	os.Args = append([]string{name}, arguments...)
	var command *cobra.Command
	switch name {
	case "etcd":
		run(etcd, arguments)
	case "redis-server":
		run(redis, arguments)
	case "kube-apiserver":
		os.Exit(cli.Run(apiserver.NewAPIServerCommand()))
	case "kubectl":
		command = kubectl.NewDefaultKubectlCommand()
	case "argocd-repo-server":
		command = reposerver.NewCommand()
	case "argocd-application-controller":
		command = controller.NewCommand()
	default:
		fmt.Fprintf(os.Stderr, "processes: %q is none of them\n", name)
		os.Exit(2)
	}
	if err := command.Execute(); err != nil {
		os.Exit(1)
	}
}

func run(process func([]string) error, arguments []string) {
	if err := process(arguments); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	os.Exit(0)
}
