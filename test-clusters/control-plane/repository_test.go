package cluster

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// repository is a git repository of this machine, with the example in it.
type repository struct {
	t    *testing.T
	root string
}

func newRepository(t *testing.T, example string) *repository {
	t.Helper()
	r := &repository{t: t, root: folder(t, "gitops.git")}
	must(t, os.CopyFS(r.root, os.DirFS(example)))
	r.git("init", "-q", "-b", "main")
	r.commit("The example")
	return r
}

func (r *repository) url() string { return "file://" + r.root }

func (r *repository) git(arguments ...string) string {
	r.t.Helper()
	command := exec.Command("git", append([]string{
		"-C", r.root, "-c", "user.name=test", "-c", "user.email=test@example.com", "-c", "commit.gpgsign=false",
	}, arguments...)...)
	output, err := command.CombinedOutput()
	if err != nil {
		r.t.Fatalf("%v: %v\n%s", command.Args, err, output)
	}
	return strings.TrimSpace(string(output))
}

// commit gives the new commit's name.
func (r *repository) commit(message string) string {
	r.t.Helper()
	r.git("add", "-A")
	r.git("commit", "-q", "-m", message)
	return r.git("rev-parse", "HEAD")
}

func (r *repository) write(path, text string) {
	r.t.Helper()
	file := filepath.Join(r.root, path)
	must(r.t, os.MkdirAll(filepath.Dir(file), 0o755))
	must(r.t, os.WriteFile(file, []byte(text), 0o644))
}

func (r *repository) read(path string) string {
	r.t.Helper()
	text, err := os.ReadFile(filepath.Join(r.root, path))
	must(r.t, err)
	return string(text)
}

// change replaces the one place of a file that has a text, and commits.
func (r *repository) change(path, from, to string) string {
	r.t.Helper()
	text := r.read(path)
	if strings.Count(text, from) != 1 {
		r.t.Fatalf("%s holds %q %d times", path, from, strings.Count(text, from))
	}
	r.write(path, strings.Replace(text, from, to, 1))
	return r.commit(path + ": " + to)
}
