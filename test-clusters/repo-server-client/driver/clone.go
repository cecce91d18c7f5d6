package driver

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// exampleClone copies the example repository, and gives it what every clone has.
func exampleClone(t *testing.T) string {
	t.Helper()
	example := os.Getenv("EXAMPLE")
	if example == "" {
		t.Skip("EXAMPLE names no repository")
	}
	root := filepath.Join(t.TempDir(), "clone")
	if err := os.CopyFS(root, os.DirFS(example)); err != nil {
		t.Fatal(err)
	}
	addGit(t, root, 20<<10)
	return root
}

// addGit writes a .git folder with a pack of so many bytes that do not compress.
func addGit(t *testing.T, root string, size int) {
	t.Helper()
	noise := make([]byte, size)
	for i, state := 0, uint32(1); i < len(noise); i++ {
		state = state*1664525 + 1013904223
		noise[i] = byte(state >> 24)
	}
	write(t, root, ".git/objects/pack/pack-1.pack", string(noise))
	write(t, root, ".git/HEAD", "ref: refs/heads/main\n")
}

// OddClone is a clone of the example with a folder of everything a tar archive can say in more than one way.
func OddClone(t *testing.T) string {
	root := exampleClone(t)
	long := strings.Repeat("long", 40)
	write(t, root, "odd/empty", "")
	write(t, root, "odd/exactly-one-block", strings.Repeat("x", 512))
	write(t, root, "odd/naïve-名前.yaml", "utf-8: yes\n")
	write(t, root, "odd/"+long+"/"+long+"/deep.yaml", "longer: than a header holds\n")
	write(t, root, "odd/"+strings.Repeat("f/", 40)+"prefix.yaml", "split: into prefix and name\n")
	if err := os.MkdirAll(filepath.Join(root, "odd", "folder"), 0o755); err != nil {
		t.Fatal(err)
	}
	for link, target := range map[string]string{
		"odd/link":        "../README.md",
		"odd/link-to":     "link",
		"odd/link-long":   long + "/" + long + "/deep.yaml",
		"odd/link-folder": "../argocd/applications",
	} {
		if err := os.Symlink(target, filepath.Join(root, link)); err != nil {
			t.Fatal(err)
		}
	}
	return root
}

func write(t *testing.T, root, path, content string) {
	t.Helper()
	file := filepath.Join(root, path)
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
}

// Recorded are the applications whose calls are kept as fixtures, by the name of their file.
func Recorded() map[string]Application {
	text := "podAnnotations:\n  note: \"a, b\"\n"
	return map[string]Application{
		"agents": {Name: "agents", Path: "argocd/applications/agents", Plugin: &Plugin{Name: PluginName}},
		"jangar": {Name: "jangar", Path: "argocd/applications/jangar", Plugin: &Plugin{Name: PluginName}},
		"chart": {Name: "team_chart", Path: "sources/charts/agents", Plugin: &Plugin{
			Name: PluginName,
			Env:  map[string]string{"REGION": "eu", "EMPTY": "", "REVISION": "$ARGOCD_APP_REVISION_SHORT"},
			Parameters: []Parameter{
				{Name: "release-name", String: &releaseName},
				{Name: "values", String: &text},
				{Name: "values-files", Array: []string{
					"/sources/values/_shared/apps/agents.yaml", "/sources/values/staging/apps/agents.yaml",
				}},
				{Name: "set", Map: map[string]string{"podAnnotations.team": "platform", "podAnnotations.order": "z"}},
			},
		}},
	}
}

var releaseName = "agents"
