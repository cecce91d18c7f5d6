package cluster

import (
	"context"
	"fmt"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// patience is how long anything may take; it only matters where something is broken.
const patience = 4 * time.Minute

// tools are what ./run builds and finds.
type tools struct {
	// processes is the folder of the programs of a cluster, as names for one binary.
	processes string
	// agentsRender is the program under test.
	agentsRender string
	// example is the GitOps repository to begin with.
	example string
}

func found(t *testing.T) tools {
	t.Helper()
	is := tools{
		processes:    os.Getenv("PROCESSES"),
		agentsRender: os.Getenv("AGENTS_RENDER"),
		example:      os.Getenv("EXAMPLE"),
	}
	if is.processes == "" || is.agentsRender == "" || is.example == "" {
		t.Skip("PROCESSES, AGENTS_RENDER and EXAMPLE are not set: use ./run")
	}
	return is
}

// process runs until the test ends.
type process struct {
	t       *testing.T
	command *exec.Cmd
	log     string
	ended   chan struct{}
}

// start begins a program with its output in a file that is shown when the test fails.
func start(t *testing.T, environment []string, program string, arguments ...string) *process {
	t.Helper()
	log, err := os.CreateTemp(folder(t, "logs"), filepath.Base(program)+"-*.log")
	must(t, err)
	command := exec.Command(program, arguments...)
	command.Env = append(os.Environ(), environment...)
	command.Stdout, command.Stderr = log, log
	must(t, command.Start())
	p := &process{t: t, command: command, log: log.Name(), ended: make(chan struct{})}
	go func() {
		_ = command.Wait()
		_ = log.Close()
		close(p.ended)
	}()
	t.Cleanup(func() {
		p.signal(syscall.SIGTERM)
		select {
		case <-p.ended:
		case <-time.After(20 * time.Second):
			p.kill()
		}
		if t.Failed() {
			t.Logf("the end of the log of %s:\n%s", program, p.tail(12))
		}
	})
	return p
}

func (p *process) signal(signal syscall.Signal) {
	_ = p.command.Process.Signal(signal)
}

// kill ends it as a machine that runs out of memory does.
func (p *process) kill() {
	p.signal(syscall.SIGKILL)
	<-p.ended
}

func (p *process) tail(lines int) string {
	text, _ := os.ReadFile(p.log)
	all := strings.Split(strings.TrimRight(string(text), "\n"), "\n")
	return strings.Join(all[max(0, len(all)-lines):], "\n")
}

// lines counts those of the log that hold a text.
func (p *process) lines(holding string) int {
	text, _ := os.ReadFile(p.log)
	return strings.Count(string(text), holding)
}

// ready waits for a process to answer.
func (p *process) ready(answers func() error) {
	p.t.Helper()
	eventually(p.t, filepath.Base(p.command.Path)+" answers", func() error {
		select {
		case <-p.ended:
			p.t.Fatalf("%s ended:\n%s", p.command.Path, p.tail(12))
		default:
		}
		return answers()
	})
}

func eventually(t *testing.T, what string, so func() error) {
	t.Helper()
	until(t, what, patience, so)
}

func until(t *testing.T, what string, limit time.Duration, so func() error) {
	t.Helper()
	end := time.Now().Add(limit)
	for {
		err := so()
		if err == nil {
			return
		}
		if time.Now().After(end) {
			t.Fatalf("not so within %v: %s: %v", limit, what, err)
		}
		time.Sleep(100 * time.Millisecond)
	}
}

func healthy(url string) func() error {
	return func() error {
		ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
		defer cancel()
		request, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
		if err != nil {
			return err
		}
		response, err := http.DefaultClient.Do(request)
		if err != nil {
			return err
		}
		_ = response.Body.Close()
		if response.StatusCode != http.StatusOK {
			return fmt.Errorf("%s answers %s", url, response.Status)
		}
		return nil
	}
}

func accepts(network, address string) func() error {
	return func() error {
		connection, err := net.DialTimeout(network, address, time.Second)
		if err != nil {
			return err
		}
		return connection.Close()
	}
}

// address is one on loopback that was free a moment ago.
func address(t *testing.T) string {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	must(t, err)
	defer listener.Close()
	return listener.Addr().String()
}

func port(address string) string {
	_, port, _ := net.SplitHostPort(address)
	return port
}

// folder is one of the test's own, the same for the same name. Its path is short, since sockets are in some of them.
func folder(t *testing.T, name string) string {
	t.Helper()
	path := filepath.Join(os.Getenv("FOLDER"), strings.Split(t.Name(), "/")[0], name)
	must(t, os.MkdirAll(path, 0o755))
	return path
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
