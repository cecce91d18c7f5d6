// Package driver holds the checks that every release of Argo CD's repo-server is put through, whatever its packages are
// called there.
package driver

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"sort"
	"strings"
	"sync"
	"testing"
	"time"
)

// Application is what the checks vary of an Argo CD Application.
type Application struct {
	Name string
	Path string
	// Kind is where the files came from; a git repository where it is empty.
	Kind Kind
	// Plugin is nil for a source that leaves it to Argo CD what to render with.
	Plugin *Plugin
	// Helm is the release name for Argo CD's own Helm, where that is to render.
	Helm string
	// ValueFiles are those of the release.
	ValueFiles []string
	// Kustomize is whether Argo CD's own Kustomize is to render.
	Kustomize bool
	// GeneratePaths is the annotation manifest-generate-paths; where it is set, only what it names is sent.
	GeneratePaths string
}

// Kind is what a repo-server fetched, and so what it tells a plugin about it.
type Kind struct {
	RepoURL        string
	Chart          string
	TargetRevision string
	// Revision is what TargetRevision resolves to.
	Revision string
}

// The kinds of sources. An archive of the last two has the application at its root.
var (
	Git = Kind{
		RepoURL: "https://git.example.com/team/apps.git", TargetRevision: "main",
		Revision: "5a1bd0ae5a9f30f6ad0c5ba39f1a62b3b4fd9f59",
	}
	Chart = Kind{RepoURL: "https://charts.example.com", Chart: "agents", TargetRevision: "~0.9", Revision: "0.9.1"}
	OCI   = Kind{
		RepoURL: "oci://registry.example.com/team/apps", TargetRevision: "latest",
		Revision: "sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
	}
)

// Source is the kind of source, git where none is set.
func (a Application) Source() Kind {
	if a.Kind == (Kind{}) {
		return Git
	}
	return a.Kind
}

// Plugin is the plugin section of a source.
type Plugin struct {
	Name       string
	Env        map[string]string
	Parameters []Parameter
}

// Parameter has one of three kinds of values.
type Parameter struct {
	Name   string
	String *string
	Array  []string
	Map    map[string]string
}

// RepoServer is the manifest generation of one release.
type RepoServer interface {
	// Generate does what the repo-server does after it has checked a repository out at root.
	Generate(ctx context.Context, root string, app Application) ([]string, error)
	// Announce asks the plugin behind a socket for its parameters.
	Announce(ctx context.Context, socket, root, path string) ([]string, error)
	// SendsPart tells whether the release can send a part of a repository only.
	SendsPart() bool
}

// ClusterVersion is the destination cluster's, written as the controller of the release writes it.
func ClusterVersion() string {
	return os.Getenv("CLUSTER_VERSION")
}

// PluginName is the plugin that applications name.
const PluginName = "agents-render"

// Run puts a release through all checks. The folder of the sockets is named by ARGOCD_PLUGINSOCKFILEPATH, as for the
// repo-server itself.
func Run(t *testing.T, server RepoServer) {
	sockets := os.Getenv("ARGOCD_PLUGINSOCKFILEPATH")
	if sockets == "" {
		t.Skip("ARGOCD_PLUGINSOCKFILEPATH is not set: use ./run")
	}
	c := &checks{server: server, sockets: sockets, root: checkout(t)}
	t.Run("renders what Argo CD's own directory source renders", c.sameAsDirectory)
	t.Run("renders what Argo CD's own Helm source renders", c.sameAsHelm)
	t.Run("renders what Argo CD's own Kustomize source renders", c.sameAsKustomize)
	t.Run("renders a chart of a Helm repository", c.fetchedChart)
	t.Run("renders an OCI artifact", c.artifact)
	t.Run("takes the parameters of .argocd-source.yaml", c.overridden)
	t.Run("takes chunks of every size", c.chunks)
	t.Run("says where a manifest is broken and does not quote it", c.broken)
	t.Run("refuses to render nothing, unless told", c.empty)
	t.Run("refuses a parameter it does not know", c.unknownParameter)
	t.Run("says that an application is missing", c.missing)
	t.Run("names the annotation that kept a folder from being sent", c.part)
	t.Run("is found by a source that names no plugin", c.discovery)
	t.Run("announces its parameters", c.announcements)
	t.Run("survives clients that go away", c.cancelled)
	t.Run("serves fifty syncs at a time", c.parallel)
}

type checks struct {
	server  RepoServer
	sockets string
	root    string
}

// checkout copies the repository and gives it a .git folder of some megabytes, as every clone has one.
func checkout(t *testing.T) string {
	t.Helper()
	root := filepath.Join(t.TempDir(), "clone")
	if err := os.CopyFS(root, os.DirFS(os.Getenv("REPOSITORY"))); err != nil {
		t.Fatal(err)
	}
	addGit(t, root, 4<<20)
	return root
}

func (c *checks) named(path string) Application {
	return Application{Name: filepath.Base(path), Path: path, Plugin: &Plugin{Name: PluginName}}
}

func (c *checks) generate(t *testing.T, app Application) []string {
	t.Helper()
	return c.generateIn(t, c.root, app)
}

func (c *checks) generateIn(t *testing.T, root string, app Application) []string {
	t.Helper()
	manifests, err := c.server.Generate(context.Background(), root, app)
	if err != nil {
		t.Fatalf("%s: %v", app.Path, err)
	}
	return manifests
}

// fails returns the error that the user would read.
func (c *checks) fails(t *testing.T, app Application) string {
	t.Helper()
	manifests, err := c.server.Generate(context.Background(), c.root, app)
	if err == nil {
		t.Fatalf("%s: no error, but %d manifests", app.Path, len(manifests))
	}
	t.Log(err)
	return err.Error()
}

func (c *checks) sameAsDirectory(t *testing.T) {
	theirs := c.generate(t, Application{Name: "manifests", Path: "manifests"})
	ours := c.generate(t, c.named("manifests"))
	same(t, theirs, ours)
	if len(ours) != 5 {
		t.Errorf("%d objects, and there are 5", len(ours))
	}
}

func (c *checks) sameAsHelm(t *testing.T) {
	if _, err := exec.LookPath("helm"); err != nil {
		t.Skip("there is no helm on the PATH")
	}
	root := exampleClone(t)
	valueFiles := [][]string{nil, {"/argocd/applications/agents/values.yaml"}}
	for _, environment := range []string{"_shared", "dev", "staging", "production"} {
		valueFiles = append(valueFiles, []string{
			"/sources/values/_shared/apps/agents.yaml", "/sources/values/" + environment + "/apps/agents.yaml",
		})
	}
	for _, files := range valueFiles {
		t.Run(strings.Join(files, " "), func(t *testing.T) {
			app := Application{Name: "agents", Path: "sources/charts/agents", Helm: "agents", ValueFiles: files}
			theirs := c.generateIn(t, root, app)
			app.Helm, app.ValueFiles = "", nil
			app.Plugin = &Plugin{Name: PluginName, Parameters: []Parameter{{Name: "values-files", Array: files}}}
			same(t, theirs, c.generateIn(t, root, app))
		})
	}
}

func (c *checks) sameAsKustomize(t *testing.T) {
	for _, program := range []string{"helm", "kustomize"} {
		if _, err := exec.LookPath(program); err != nil {
			t.Skipf("there is no %s on the PATH", program)
		}
	}
	root := exampleClone(t)
	for _, name := range []string{"agents", "jangar", "jangar-preview"} {
		t.Run(name, func(t *testing.T) {
			app := Application{Name: name, Path: "argocd/applications/" + name, Kustomize: true}
			theirs := c.generateIn(t, root, app)
			app.Kustomize, app.Plugin = false, &Plugin{Name: PluginName}
			same(t, theirs, c.generateIn(t, root, app))
		})
	}
}

func (c *checks) fetchedChart(t *testing.T) {
	if _, err := exec.LookPath("helm"); err != nil {
		t.Skip("there is no helm on the PATH")
	}
	root := filepath.Join(exampleClone(t), "sources", "charts", "agents")
	app := Application{Name: "agents", Kind: Chart, Helm: "agents"}
	theirs := c.generateIn(t, root, app)
	app.Helm, app.Plugin = "", &Plugin{Name: PluginName}
	same(t, theirs, c.generateIn(t, root, app))
}

func (c *checks) artifact(t *testing.T) {
	root := filepath.Join(c.root, "manifests")
	app := Application{Name: "manifests", Kind: OCI, Path: "."}
	theirs := c.generateIn(t, root, app)
	app.Plugin = &Plugin{Name: PluginName}
	same(t, theirs, c.generateIn(t, root, app))
}

func (c *checks) overridden(t *testing.T) {
	if manifests := c.generate(t, c.named("overridden")); len(manifests) != 0 {
		t.Errorf("%d manifests", len(manifests))
	}
}

func (c *checks) chunks(t *testing.T) {
	expected := c.generate(t, c.named("manifests"))
	for _, size := range []string{"64", "1024", "65536", "4194304"} {
		t.Setenv("ARGOCD_CMP_CHUNK_SIZE", size)
		begun := time.Now()
		same(t, expected, c.generate(t, c.named("manifests")))
		t.Logf("chunks of %s bytes: %v", size, time.Since(begun).Round(time.Millisecond))
	}
}

func (c *checks) broken(t *testing.T) {
	message := c.fails(t, c.named("broken"))
	contains(t, message, "broken/secret.yaml:")
	if strings.Contains(message, "hunter2") {
		t.Error("the message quotes the secret")
	}
}

func (c *checks) empty(t *testing.T) {
	contains(t, c.fails(t, c.named("empty")), "allow-empty")
	yes := "true"
	app := c.named("empty")
	app.Plugin.Parameters = []Parameter{{Name: "allow-empty", String: &yes}}
	if manifests := c.generate(t, app); len(manifests) != 0 {
		t.Errorf("%d manifests", len(manifests))
	}
}

func (c *checks) unknownParameter(t *testing.T) {
	app := c.named("manifests")
	app.Plugin.Parameters = []Parameter{{Name: "values-file", Array: []string{"a.yaml"}}}
	contains(t, c.fails(t, app), `there is no parameter "values-file"`)
	contains(t, c.fails(t, app), `Did you mean "values-files"?`)
}

func (c *checks) missing(t *testing.T) {
	contains(t, c.fails(t, c.named("manifest")), `Did you mean "manifests"?`)
}

func (c *checks) part(t *testing.T) {
	if !c.server.SendsPart() {
		t.Skip("this release always sends the whole repository")
	}
	app := c.named("shared/overlay")
	app.GeneratePaths = "."
	if manifests := c.generate(t, app); len(manifests) != 1 {
		t.Errorf("%d manifests", len(manifests))
	}
	app = c.named("shared/kustomized")
	if manifests := c.generate(t, app); len(manifests) != 1 {
		t.Errorf("%d manifests", len(manifests))
	}
	app.GeneratePaths = "."
	contains(t, c.fails(t, app), "argocd.argoproj.io/manifest-generate-paths")
	app.GeneratePaths = ".; ../base"
	contains(t, c.fails(t, app), "no space beside its semicolons")
	app.GeneratePaths = ".;../base"
	if manifests := c.generate(t, app); len(manifests) != 1 {
		t.Errorf("%d manifests", len(manifests))
	}
}

func (c *checks) discovery(t *testing.T) {
	app := Application{Name: "manifests", Path: "manifests", Plugin: &Plugin{}}
	same(t, c.generate(t, c.named("manifests")), c.generate(t, app))
	app = Application{Name: "overlay", Path: "shared/overlay", Plugin: &Plugin{}}
	contains(t, c.fails(t, app), "plugin")
}

func (c *checks) announcements(t *testing.T) {
	socket := filepath.Join(c.sockets, PluginName+".sock")
	names, err := c.server.Announce(context.Background(), socket, c.root, filepath.Join(c.root, "manifests"))
	if err != nil {
		t.Fatal(err)
	}
	contains(t, strings.Join(names, " "), "values-files")
}

func (c *checks) cancelled(t *testing.T) {
	for i := range 20 {
		ctx, cancel := context.WithTimeout(context.Background(), time.Duration(i*5)*time.Millisecond)
		_, _ = c.server.Generate(ctx, c.root, c.named("manifests"))
		cancel()
	}
	c.generate(t, c.named("manifests"))
}

func (c *checks) parallel(t *testing.T) {
	expected := c.generate(t, c.named("manifests"))
	var running sync.WaitGroup
	failures := make(chan error, 50)
	for range 50 {
		running.Go(func() {
			manifests, err := c.server.Generate(context.Background(), c.root, c.named("manifests"))
			if err == nil && len(manifests) != len(expected) {
				err = fmt.Errorf("%d manifests", len(manifests))
			}
			failures <- err
		})
	}
	running.Wait()
	close(failures)
	for err := range failures {
		if err != nil {
			t.Error(err)
		}
	}
}

func contains(t *testing.T, text, part string) {
	t.Helper()
	if !strings.Contains(text, part) {
		t.Errorf("%q is not in\n%s", part, text)
	}
}

// same compares objects, whatever their order: that is the plan's business, and Argo CD sorts them itself.
func same(t *testing.T, theirs, ours []string) {
	t.Helper()
	a, b := canonical(t, theirs), canonical(t, ours)
	for i := 0; i < len(a) || i < len(b); i++ {
		switch {
		case i >= len(a):
			t.Errorf("only ours: %s", b[i])
		case i >= len(b):
			t.Errorf("only theirs: %s", a[i])
		case a[i] != b[i]:
			t.Errorf("theirs: %s\n  ours: %s", a[i], b[i])
			return
		}
	}
}

func canonical(t *testing.T, manifests []string) []string {
	t.Helper()
	texts := make([]string, 0, len(manifests))
	for _, manifest := range manifests {
		var object any
		if err := json.Unmarshal([]byte(manifest), &object); err != nil {
			t.Fatal(err)
		}
		text, err := json.Marshal(object)
		if err != nil {
			t.Fatal(err)
		}
		texts = append(texts, string(text))
	}
	sort.Strings(texts)
	return texts
}
