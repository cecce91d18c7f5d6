// Command connections counts the calls that wait for ever because a plugin server ends while they connect:
//
//	connections [-stop] [-rounds N] REPOSITORY APPLICATION PROGRAM ARGUMENTS...
//
// In every round, the program is started with a socket folder of its own, 64 calls begin with Argo CD's own client, and the
// program is killed, or asked to stop, at a moment of the first 400 ms.
package main

import (
	"context"
	"flag"
	"fmt"
	"math/rand/v2"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"sync"
	"syscall"
	"time"

	"github.com/argoproj/argo-cd/v3/cmpserver/apiclient"
	"github.com/argoproj/argo-cd/v3/util/cmp"
	"google.golang.org/protobuf/types/known/emptypb"
)

const (
	calls = 64
	// forever is how long nothing that ends would take.
	forever = 6 * time.Second
)

type round struct {
	repository, application, socket string

	lock                                 sync.Mutex
	connecting, answered, failed, absent int
	ready                                []time.Duration
}

func main() {
	stop := flag.Bool("stop", false, "SIGTERM in place of SIGKILL")
	rounds := flag.Int("rounds", 20, "how many")
	flag.Parse()
	if flag.NArg() < 3 {
		flag.Usage()
		os.Exit(2)
	}
	signal := syscall.SIGKILL
	if *stop {
		signal = syscall.SIGTERM
	}
	hit, stuck, failed := 0, 0, 0
	var ready []time.Duration
	for n := range *rounds {
		r, waiting := run(signal)
		fmt.Printf("round %d: %d answered, %d failed, %d found no socket, %d wait for ever\n", n, r.answered, r.failed, r.absent, waiting)
		if waiting > 0 {
			hit++
		}
		stuck += waiting
		failed += r.failed
		ready = append(ready, r.ready...)
	}
	slices.Sort(ready)
	fmt.Printf("%d of %d rounds left %d calls waiting for ever; %d failed", hit, *rounds, stuck, failed)
	if len(ready) > 0 {
		fmt.Printf("; connected within %v (median), %v (p90)", ready[len(ready)/2], ready[len(ready)*9/10])
	}
	fmt.Println()
}

func run(signal syscall.Signal) (*round, int) {
	folder, err := os.MkdirTemp("", "")
	check(err)
	defer os.RemoveAll(folder)
	r := &round{repository: flag.Arg(0), application: flag.Arg(1), socket: filepath.Join(folder, "agents-render.sock")}
	plugin := exec.Command(flag.Arg(2), flag.Args()[3:]...)
	plugin.Env = append(os.Environ(), "ARGOCD_PLUGINSOCKFILEPATH="+folder, "ARGOCD_CMP_WORKDIR="+folder)
	check(plugin.Start())
	for {
		connection, err := net.Dial("unix", r.socket)
		if err == nil {
			check(connection.Close())
			break
		}
		time.Sleep(20 * time.Millisecond)
	}
	for range 8 {
		r.call()
	}
	r.answered, r.failed, r.ready = 0, 0, nil
	var all sync.WaitGroup
	over := make(chan struct{})
	for range calls {
		all.Go(r.call)
	}
	go func() {
		all.Wait()
		close(over)
	}()
	time.Sleep(rand.N(400 * time.Millisecond))
	check(plugin.Process.Signal(signal))
	// A server may wait for clients that will never speak.
	last := time.AfterFunc(5*forever, func() { _ = plugin.Process.Kill() })
	_ = plugin.Wait()
	last.Stop()
	select {
	case <-over:
	case <-time.After(forever):
	}
	r.lock.Lock()
	defer r.lock.Unlock()
	return r, r.connecting
}

// call is what the repo-server does for a plugin that an Application names.
func (r *round) call() {
	began := time.Now()
	r.add(&r.connecting, 1)
	connection, client, err := apiclient.NewConfigManagementPluginClientSet(r.socket).NewConfigManagementPluginClient()
	r.add(&r.connecting, -1)
	if err != nil {
		r.add(&r.absent, 1)
		return
	}
	defer connection.Close()
	r.lock.Lock()
	r.ready = append(r.ready, time.Since(began))
	r.lock.Unlock()
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	if r.generate(ctx, client) != nil {
		r.add(&r.failed, 1)
		return
	}
	r.add(&r.answered, 1)
}

func (r *round) generate(ctx context.Context, client apiclient.ConfigManagementPluginServiceClient) error {
	if _, err := client.CheckPluginConfiguration(ctx, &emptypb.Empty{}); err != nil {
		return err
	}
	stream, err := client.GenerateManifest(ctx)
	if err != nil {
		return err
	}
	if err := cmp.SendRepoStream(ctx, filepath.Join(r.repository, r.application), r.repository, stream,
		[]string{"ARGOCD_APP_NAME=web", "ARGOCD_APP_NAMESPACE=web"}, []string{".git"}); err != nil {
		return err
	}
	_, err = stream.CloseAndRecv()
	return err
}

func (r *round) add(what *int, count int) {
	r.lock.Lock()
	defer r.lock.Unlock()
	*what += count
}

func check(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
