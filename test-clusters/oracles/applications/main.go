// Renders Applications with Argo CD's own repo-server code and writes what came of them beside each case: expected.yaml, a list of
// objects in the order of the sources; expected_warnings.txt, what the application controller says of objects that come twice; or
// expected_error.txt.
//
// Every folder of repositories/ becomes a git repository, NAME the branch main of https://git.example/NAME.git and NAME@BRANCH another
// branch of it. Argo CD reaches them as files; the addresses are put back in what it answers.
package main

import (
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"sort"
	"strings"
	"time"

	"github.com/sirupsen/logrus"
	"k8s.io/apimachinery/pkg/api/resource"
	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
	"k8s.io/apimachinery/pkg/runtime/schema"
	"sigs.k8s.io/yaml"

	"github.com/argoproj/argo-cd/v3/pkg/apis/application/v1alpha1"
	"github.com/argoproj/argo-cd/v3/reposerver/apiclient"
	"github.com/argoproj/argo-cd/v3/reposerver/cache"
	"github.com/argoproj/argo-cd/v3/reposerver/metrics"
	"github.com/argoproj/argo-cd/v3/reposerver/repository"
	"github.com/argoproj/argo-cd/v3/util/argo"
	cacheutil "github.com/argoproj/argo-cd/v3/util/cache"
	"github.com/argoproj/argo-cd/v3/util/git"
)

const address = "https://git.example/"

// kinds tells which of the kinds in the cases have no namespace.
type kinds struct{}

func (kinds) IsNamespaced(kind schema.GroupKind) (bool, error) {
	switch kind.Kind {
	case "Namespace", "ClusterRole", "ClusterRoleBinding", "CustomResourceDefinition", "PersistentVolume", "StorageClass":
		return false, nil
	}
	return true, nil
}

type server struct {
	service *repository.Service
	folder  string
}

func run(folder string, arguments ...string) error {
	command := exec.Command("git", arguments...)
	command.Dir = folder
	command.Env = append(os.Environ(), "GIT_AUTHOR_NAME=a", "GIT_AUTHOR_EMAIL=a@b", "GIT_COMMITTER_NAME=a", "GIT_COMMITTER_EMAIL=a@b",
		"GIT_AUTHOR_DATE=2025-01-01T00:00:00Z", "GIT_COMMITTER_DATE=2025-01-01T00:00:00Z", "GIT_CONFIG_GLOBAL=/dev/null")
	if out, err := command.CombinedOutput(); err != nil {
		return fmt.Errorf("git %v: %w: %s", arguments, err, out)
	}
	return nil
}

func copyTree(from, to string) error {
	return filepath.WalkDir(from, func(path string, entry os.DirEntry, err error) error {
		if err != nil {
			return err
		}
		relative, err := filepath.Rel(from, path)
		if err != nil {
			return err
		}
		target := filepath.Join(to, relative)
		switch {
		case entry.IsDir():
			return os.MkdirAll(target, 0o755)
		case entry.Type()&os.ModeSymlink != 0:
			link, err := os.Readlink(path)
			if err != nil {
				return err
			}
			return os.Symlink(link, target)
		default:
			content, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			return os.WriteFile(target, content, 0o644)
		}
	})
}

func makeRepositories(suite, folder string) error {
	entries, err := os.ReadDir(filepath.Join(suite, "repositories"))
	if err != nil {
		return err
	}
	for _, entry := range entries {
		name, branch, other := strings.Cut(entry.Name(), "@")
		root := filepath.Join(folder, name+".git")
		if !other {
			branch = "main"
			if err := os.MkdirAll(root, 0o755); err != nil {
				return err
			}
			if err := run(root, "init", "-q", "-b", "main"); err != nil {
				return err
			}
		} else {
			if err := run(root, "checkout", "-q", "--orphan", branch); err != nil {
				return err
			}
			if err := run(root, "rm", "-rqf", "."); err != nil {
				return err
			}
		}
		if err := copyTree(filepath.Join(suite, "repositories", entry.Name()), root); err != nil {
			return err
		}
		for _, arguments := range [][]string{{"add", "-A", "-f"}, {"commit", "-q", "-m", branch}} {
			if err := run(root, arguments...); err != nil {
				return err
			}
		}
	}
	for _, entry := range entries {
		if name, _, other := strings.Cut(entry.Name(), "@"); !other {
			if err := run(filepath.Join(folder, name+".git"), "checkout", "-q", "main"); err != nil {
				return err
			}
		}
	}
	return nil
}

func (s *server) answer(file string) ([]*unstructured.Unstructured, []string, error) {
	text, err := os.ReadFile(file)
	if err != nil {
		return nil, nil, err
	}
	text = []byte(strings.ReplaceAll(string(text), address, "file://"+s.folder+"/"))
	var application v1alpha1.Application
	if err := yaml.UnmarshalStrict(text, &application); err != nil {
		return nil, nil, fmt.Errorf("reading: %w", err)
	}
	ctx := context.Background()
	sources := application.Spec.GetSources()
	revisions := make([]string, len(sources))
	for i, source := range sources {
		revisions[i] = source.TargetRevision
	}
	find := func(_ context.Context, url, _ string) (*v1alpha1.Repository, error) {
		return &v1alpha1.Repository{Repo: url}, nil
	}
	refs, err := argo.GetRefSources(ctx, sources, application.Spec.Project, find, revisions)
	if err != nil {
		return nil, nil, fmt.Errorf("failed to get ref sources: %w", err)
	}
	var objects []*unstructured.Unstructured
	for i, source := range sources {
		answer, err := s.service.GenerateManifest(ctx, &apiclient.ManifestRequest{
			Repo:               &v1alpha1.Repository{Repo: source.RepoURL},
			Revision:           revisions[i],
			NoCache:            true,
			AppName:            application.InstanceName("argocd"),
			Namespace:          application.Spec.Destination.Namespace,
			ApplicationSource:  &source,
			KustomizeOptions:   &v1alpha1.KustomizeOptions{BuildOptions: "--enable-helm"},
			KubeVersion:        "1.34.0",
			ApiVersions:        []string{"v1", "apps/v1", "apps/v1/Deployment"},
			EnabledSourceTypes: map[string]bool{"Helm": true, "Kustomize": true, "Directory": true},
			HelmOptions:        &v1alpha1.HelmOptions{ValuesFileSchemes: []string{"https"}},
			HasMultipleSources: application.Spec.HasMultipleSources(),
			RefSources:         refs,
			ProjectName:        application.Spec.Project,
			ProjectSourceRepos: []string{"*"},
		})
		if err != nil {
			return nil, nil, fmt.Errorf("failed to generate manifest for source %d of %d: %w", i+1, len(sources), err)
		}
		for _, manifest := range answer.Manifests {
			var object unstructured.Unstructured
			if err := json.Unmarshal([]byte(manifest), &object); err != nil {
				return nil, nil, err
			}
			objects = append(objects, &object)
		}
	}
	plain := make([]*unstructured.Unstructured, len(objects))
	for i := range objects {
		plain[i] = objects[i].DeepCopy()
	}
	kept, conditions, err := DeduplicateTargetObjects(application.Spec.Destination.Namespace, objects, kinds{})
	if err != nil {
		return nil, nil, err
	}
	var result []*unstructured.Unstructured
	for i, object := range objects {
		if slices.Contains(kept, object) {
			result = append(result, plain[i])
		}
	}
	var warnings []string
	for _, condition := range conditions {
		warnings = append(warnings, condition.Message)
	}
	sort.Strings(warnings)
	return result, warnings, nil
}

var (
	commit  = regexp.MustCompile(`\b[0-9a-f]{40}\b`)
	scratch = regexp.MustCompile(`/tmp/[0-9a-f]{8}-[0-9a-f-]{27}`)
)

// shown puts the addresses back, and takes out what differs from run to run.
func (s *server) shown(text string) string {
	text = strings.ReplaceAll(text, "file://"+s.folder+"/", address)
	text = strings.ReplaceAll(text, s.folder, "FOLDER")
	text = scratch.ReplaceAllString(text, "VALUES")
	text = regexp.MustCompile(`FOLDER/cache/[0-9a-f-]{36}`).ReplaceAllString(text, "REPOSITORY")
	return commit.ReplaceAllString(text, "COMMIT")
}

func (s *server) record(folder string) error {
	objects, warnings, failure := s.answer(filepath.Join(folder, "application.yaml"))
	files := map[string]string{}
	if failure != nil {
		files["expected_error.txt"] = failure.Error() + "\n"
	} else {
		list := []any{}
		for _, object := range objects {
			list = append(list, object.Object)
		}
		text, err := yaml.Marshal(list)
		if err != nil {
			return err
		}
		files["expected.yaml"] = string(text)
		if len(warnings) > 0 {
			files["expected_warnings.txt"] = strings.Join(warnings, "\n") + "\n"
		}
	}
	for _, name := range []string{"expected.yaml", "expected_warnings.txt", "expected_error.txt"} {
		_ = os.Remove(filepath.Join(folder, name))
		if text, ok := files[name]; ok {
			if err := os.WriteFile(filepath.Join(folder, name), []byte(s.shown(text)), 0o644); err != nil {
				return err
			}
		}
	}
	return nil
}

func recordAll(suite, only string) error {
	folder, err := os.MkdirTemp("", "applications")
	if err != nil {
		return err
	}
	defer os.RemoveAll(folder)
	if err := makeRepositories(suite, folder); err != nil {
		return err
	}
	store := cache.NewCache(cacheutil.NewCache(cacheutil.NewInMemoryCache(time.Hour)), time.Hour, time.Hour, time.Second)
	constants := repository.RepoServerInitConstants{
		ParallelismLimit:                  1,
		MaxCombinedDirectoryManifestsSize: resource.MustParse("10M"),
	}
	service := repository.NewService(metrics.NewMetricsServer(), store, constants,
		git.NoopCredsStore{}, filepath.Join(folder, "cache"))
	if err := service.Init(); err != nil {
		return err
	}
	s := &server{service, folder}
	cases, err := filepath.Glob(filepath.Join(suite, "cases", only))
	if err != nil {
		return err
	}
	for _, one := range cases {
		if err := s.record(one); err != nil {
			return fmt.Errorf("%s: %w", one, err)
		}
	}
	fmt.Println(len(cases), "cases")
	return s.recordRefresh(suite, store)
}

func main() {
	suite := flag.String("suite", "", "folder with repositories and cases")
	only := flag.String("only", "*", "glob of the cases")
	flag.Parse()
	logrus.SetOutput(io.Discard)
	if err := recordAll(*suite, *only); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
