package cluster

import (
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"
)

// sidecar is agents-render as its container runs it: one socket in the folder that the repo-server looks into.
type sidecar struct {
	*process
	// t is the whole test, whose end is the sidecar's.
	t       *testing.T
	tools   tools
	sockets string
}

func startSidecar(t *testing.T, with tools) *sidecar {
	s := &sidecar{t: t, tools: with, sockets: folder(t, "plugins")}
	s.restart()
	return s
}

// restart is what the kubelet does after the process ended.
func (s *sidecar) restart() {
	s.t.Helper()
	s.process = start(s.t, []string{"ARGOCD_PLUGINSOCKFILEPATH=" + s.sockets}, s.tools.agentsRender, "serve")
	s.ready(accepts("unix", filepath.Join(s.sockets, "agents-render.sock")))
}

// startRedis takes the machine's Redis where there is one.
func startRedis(t *testing.T, with tools) string {
	t.Helper()
	at := address(t)
	var redis *process
	if installed, err := exec.LookPath("redis-server"); err == nil {
		redis = start(t, nil, installed, "--port", port(at), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no")
	} else {
		redis = start(t, nil, filepath.Join(with.processes, "redis-server"), at)
	}
	redis.ready(accepts("tcp", at))
	return at
}

// repoServer is an unmodified repo-server that has the sidecar's socket beside it.
type repoServer struct {
	*process
	address string
	begin   func() *process
}

func startRepoServer(t *testing.T, with tools, redis string, plugins *sidecar) *repoServer {
	t.Helper()
	at, metrics, own := address(t), address(t), folder(t, "repo-server")
	for _, name := range []string{"tls", "ssh", "tmp"} {
		must(t, os.MkdirAll(filepath.Join(own, name), 0o755))
	}
	must(t, os.WriteFile(filepath.Join(own, "ssh", "ssh_known_hosts"), nil, 0o600))
	server := &repoServer{address: at, begin: func() *process {
		return start(t, []string{
			"ARGOCD_PLUGINSOCKFILEPATH=" + plugins.sockets,
			"ARGOCD_GPG_ENABLED=false",
			"ARGOCD_ASK_PASS_SOCK=" + filepath.Join(own, "ask-pass.sock"),
			"ARGOCD_TLS_DATA_PATH=" + filepath.Join(own, "tls"),
			"ARGOCD_SSH_DATA_PATH=" + filepath.Join(own, "ssh"),
			"TMPDIR=" + filepath.Join(own, "tmp"),
			"HOME=" + own,
			// As the guide recommends: the same commit is then the same archive.
			"ARGOCD_REPO_SERVER_PLUGIN_TAR_EXCLUSIONS=.git",
		}, filepath.Join(with.processes, "argocd-repo-server"),
			"--redis", redis, "--disable-tls", "--address", "127.0.0.1", "--port", port(at),
			"--metrics-address", "127.0.0.1", "--metrics-port", port(metrics))
	}}
	server.process = server.begin()
	server.ready(healthy("http://" + metrics + "/healthz"))
	return server
}

// restartIfStuck is for a defect of Argo CD since 3.2: a connection that is lost right after it was made is Idle, and
// util/grpc.waitForReady then waits for ever, without a deadline and without connecting again, while it holds the lock of
// the repository. Whatever plugin is killed under load can leave such a call, and only a new repo-server ends it.
func (r *repoServer) restartIfStuck(t *testing.T, seen error) {
	t.Helper()
	r.signal(syscall.SIGQUIT)
	<-r.ended
	if r.lines("util/grpc.waitForReady") == 0 {
		t.Fatalf("the next call: %v", seen)
	}
	t.Logf("Argo CD's own defect: a call waits for ever in util/grpc.waitForReady, so the repo-server is restarted: %v", seen)
	r.process = r.begin()
	r.ready(accepts("tcp", r.address))
}
