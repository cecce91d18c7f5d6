package cluster

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"sort"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/argoproj/argo-cd/v3/pkg/apis/application/v1alpha1"
	"github.com/argoproj/argo-cd/v3/reposerver/apiclient"
)

// TestRepoServer asks a whole repo-server, with Redis and git beneath it, through Argo CD's own client.
func TestRepoServer(t *testing.T) {
	with := found(t)
	plugins := startSidecar(t, with)
	redis := startRedis(t, with)
	r := newRepository(t, with.example)
	s := &asker{repository: r, server: startRepoServer(t, with, redis, plugins)}
	connection, client, err := apiclient.NewRepoServerClientset(
		s.server.address, 120, apiclient.TLSConfiguration{DisableTLS: true}).NewRepoServerClient()
	must(t, err)
	defer connection.Close()
	s.client = client

	t.Run("the plugin renders what Argo CD's own Kustomize and Helm render", func(t *testing.T) {
		if os.Getenv("HELM") == "" || os.Getenv("KUSTOMIZE") == "" {
			t.Skip("HELM and KUSTOMIZE name no programs to compare with")
		}
		for _, application := range []string{"agents", "jangar", "jangar-preview"} {
			path := "argocd/applications/" + application
			theirs := s.renders(t, application, v1alpha1.ApplicationSource{Path: path})
			if ours := s.renders(t, application, plugin(path)); !same(ours.Manifests, theirs.Manifests) || len(ours.Manifests) == 0 {
				t.Errorf("%s: %d objects of ours differ from %d of theirs", application, len(ours.Manifests), len(theirs.Manifests))
			}
		}
		theirs := s.renders(t, "shop", v1alpha1.ApplicationSource{
			Path: "sources/charts/plain-web",
			Helm: &v1alpha1.ApplicationSourceHelm{ValueFiles: []string{"/" + values}},
		})
		given := plugin("sources/charts/plain-web")
		given.Plugin.Parameters = v1alpha1.ApplicationSourcePluginParameters{
			{Name: "values-files", OptionalArray: &v1alpha1.OptionalArray{Array: []string{"/" + values}}},
		}
		if ours := s.renders(t, "shop", given); !same(ours.Manifests, theirs.Manifests) || len(ours.Manifests) == 0 {
			t.Errorf("plain-web: %d objects of ours differ from %d of theirs", len(ours.Manifests), len(theirs.Manifests))
		}
	})

	t.Run("a commit is seen, and an answer is kept", func(t *testing.T) {
		before := s.renders(t, "jangar", plugin("argocd/applications/jangar"))
		if before.Revision != r.git("rev-parse", "HEAD") || before.SourceType != "Plugin" {
			t.Errorf("revision %s, source type %s", before.Revision, before.SourceType)
		}
		rendered := plugins.lines(`"rendered"`)
		s.renders(t, "jangar", plugin("argocd/applications/jangar"))
		if now := plugins.lines(`"rendered"`); now != rendered || now == 0 {
			t.Errorf("%d renders before and %d after what was in the cache", rendered, now)
		}
		revision := r.change("argocd/applications/jangar/kustomization.yaml", "LOG_LEVEL=info", "LOG_LEVEL=debug")
		after := s.renders(t, "jangar", plugin("argocd/applications/jangar"))
		if after.Revision != revision || !strings.Contains(strings.Join(after.Manifests, ""), `"LOG_LEVEL":"debug"`) {
			t.Errorf("revision %s of %s: %s", after.Revision, revision, after.Manifests)
		}
	})

	t.Run("a mistake is told, and told again from the cache", func(t *testing.T) {
		r.write("broken/settings.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: it}\ndata: [\n")
		r.commit("A list that does not end")
		for try := range 5 {
			_, err := s.render("broken", plugin("broken"))
			if err == nil || !strings.Contains(err.Error(), "broken/settings.yaml:") {
				t.Fatalf("try %d: %v", try, err)
			}
			if kept := strings.Contains(err.Error(), "(cached)"); try == 4 && !kept {
				t.Errorf("not from the cache: %v", err)
			}
		}
		r.change("broken/settings.yaml", "data: [", "data: {it: ended}")
		s.renders(t, "broken", plugin("broken"))
	})

	t.Run("64 Applications at a time", func(t *testing.T) {
		var all sync.WaitGroup
		for n := range 64 {
			all.Add(1)
			go func() {
				defer all.Done()
				name := fmt.Sprintf("web-%d", n)
				answer, err := s.render(name, plugin("sources/charts/plain-web"))
				if err != nil || !strings.Contains(strings.Join(answer.Manifests, ""), `"name":"`+name+`-worker"`) {
					t.Errorf("%s: %v", name, err)
				}
			}()
		}
		all.Wait()
	})

	t.Run("a sidecar that is killed under 64 of them and started again answers the next", func(t *testing.T) {
		r.change("sources/charts/plain-web/values.yaml", "maxReplicas: 5", "maxReplicas: 6")
		rendered := plugins.lines(`"rendered"`)
		var all sync.WaitGroup
		var failed atomic.Int32
		for n := range 64 {
			all.Add(1)
			go func() {
				defer all.Done()
				if _, err := s.renderWithin(time.Minute, fmt.Sprintf("web-%d", n), plugin("sources/charts/plain-web")); err != nil {
					failed.Add(1)
				}
			}()
		}
		eventually(t, "some are rendered", func() error {
			if plugins.lines(`"rendered"`) == rendered {
				return errors.New("none is")
			}
			return nil
		})
		plugins.kill()
		plugins.restart()
		all.Wait()
		t.Logf("%d of 64 failed", failed.Load())
		s.renders(t, "web-64", plugin("sources/charts/plain-web"))
		r.change("sources/charts/plain-web/values.yaml", "maxReplicas: 6", "maxReplicas: 7")
		if _, err := s.renderWithin(30*time.Second, "web-1", plugin("sources/charts/plain-web")); err != nil {
			s.server.restartIfStuck(t, err)
			s.renders(t, "web-2", plugin("sources/charts/plain-web"))
		}
	})

	t.Run("a sidecar that is killed is missed only while it is away", func(t *testing.T) {
		plugins.kill()
		if answer, err := s.render("away", plugin("argocd/applications/jangar")); err == nil {
			t.Errorf("somebody answered: %v", answer)
		} else if !strings.Contains(err.Error(), "agents-render") {
			t.Errorf("the error does not name the plugin: %v", err)
		} else {
			t.Logf("while it is away: %v", err)
		}
		plugins.restart()
		s.renders(t, "away", plugin("argocd/applications/jangar"))
	})
}

// asker is a repo-server with a client and a repository.
type asker struct {
	server     *repoServer
	repository *repository
	client     apiclient.RepoServerServiceClient
}

func plugin(path string) v1alpha1.ApplicationSource {
	return v1alpha1.ApplicationSource{Path: path, Plugin: &v1alpha1.ApplicationSourcePlugin{Name: "agents-render"}}
}

func (s *asker) renders(t *testing.T, name string, source v1alpha1.ApplicationSource) *apiclient.ManifestResponse {
	t.Helper()
	answer, err := s.render(name, source)
	must(t, err)
	return answer
}

func (s *asker) render(name string, source v1alpha1.ApplicationSource) (*apiclient.ManifestResponse, error) {
	return s.renderWithin(patience, name, source)
}

func (s *asker) renderWithin(
	limit time.Duration, name string, source v1alpha1.ApplicationSource) (*apiclient.ManifestResponse, error) {
	ctx, cancel := context.WithTimeout(context.Background(), limit)
	defer cancel()
	source.RepoURL, source.TargetRevision = s.repository.url(), "main"
	return s.client.GenerateManifest(ctx, &apiclient.ManifestRequest{
		Repo:               &v1alpha1.Repository{Repo: s.repository.url()},
		Revision:           "main",
		NoRevisionCache:    true,
		AppName:            name,
		AppLabelKey:        "app.kubernetes.io/instance",
		TrackingMethod:     "annotation",
		Namespace:          "production",
		ProjectName:        "default",
		ProjectSourceRepos: []string{"*"},
		KubeVersion:        "1.34.0",
		ApiVersions:        []string{"v1", "apps/v1", "apps/v1/Deployment", "argoproj.io/v1alpha1/Rollout"},
		ApplicationSource:  &source,
		KustomizeOptions:   &v1alpha1.KustomizeOptions{BuildOptions: "--enable-helm"},
	})
}

// same compares objects, in whatever order.
func same(ours, theirs []string) bool {
	return fmt.Sprint(canonical(ours)) == fmt.Sprint(canonical(theirs))
}

func canonical(manifests []string) []string {
	var all []string
	for _, manifest := range manifests {
		var object any
		if json.Unmarshal([]byte(manifest), &object) != nil {
			return append(all, "no JSON: "+manifest)
		}
		text, _ := json.Marshal(object)
		all = append(all, string(text))
	}
	sort.Strings(all)
	return all
}
