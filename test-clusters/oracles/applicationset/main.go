// Expands ApplicationSets with Argo CD's own code and writes what came of them beside each case:
// expected.yaml, a list of Applications, or expected_error.txt.
//
// The generators, the renderer and the templates are those of the applicationset controller. In place of
// the repo-server stands a folder: files are found by Argo CD's git client in a git repository made of it,
// folders by the loop of its GetGitDirectories. In place of a cluster stand the Secrets of clusters.yaml.
package main

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"sort"
	"strings"

	"github.com/sirupsen/logrus"
	corev1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/runtime"
	kubefake "k8s.io/client-go/kubernetes/fake"
	"sigs.k8s.io/controller-runtime/pkg/client"
	"sigs.k8s.io/controller-runtime/pkg/client/fake"
	"sigs.k8s.io/yaml"

	"github.com/argoproj/argo-cd/v3/applicationset/controllers/template"
	"github.com/argoproj/argo-cd/v3/applicationset/generators"
	"github.com/argoproj/argo-cd/v3/applicationset/utils"
	"github.com/argoproj/argo-cd/v3/pkg/apis/application/v1alpha1"
	"github.com/argoproj/argo-cd/v3/util/git"
)

const namespace = "argocd"

// repository answers what the repo-server would.
type repository struct {
	root   string
	client git.Client
}

func (r *repository) GetFiles(_ context.Context, _, _, _, pattern string, _, _ bool) (map[string][]byte, error) {
	names, err := r.client.LsFiles(pattern, false)
	if err != nil {
		return nil, err
	}
	files := map[string][]byte{}
	for _, name := range names {
		content, err := os.ReadFile(filepath.Join(r.root, name))
		if err != nil {
			return nil, err
		}
		files[name] = content
	}
	return files, nil
}

// GetDirectories walks as reposerver/repository, GetGitDirectories, does.
func (r *repository) GetDirectories(context.Context, string, string, string, bool, bool) ([]string, error) {
	var paths []string
	err := filepath.WalkDir(r.root, func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if !entry.IsDir() {
			return nil
		}
		if strings.HasPrefix(entry.Name(), ".") {
			return filepath.SkipDir
		}
		relative, err := filepath.Rel(r.root, path)
		if err != nil || relative == "." {
			return err
		}
		paths = append(paths, relative)
		return nil
	})
	return paths, err
}

func newRepository(folder string) (*repository, error) {
	root, err := os.MkdirTemp("", "applicationset")
	if err != nil {
		return nil, err
	}
	root = filepath.Join(root, "repository")
	if out, err := exec.Command("cp", "-R", folder, root).CombinedOutput(); err != nil {
		return nil, fmt.Errorf("cp: %w: %s", err, out)
	}
	for _, arguments := range [][]string{{"init", "-q"}, {"add", "-A", "-f"}} {
		command := exec.Command("git", arguments...)
		command.Dir = root
		if out, err := command.CombinedOutput(); err != nil {
			return nil, fmt.Errorf("git %v: %w: %s", arguments, err, out)
		}
	}
	gitClient, err := git.NewClientExt("https://git.example/gitops.git", root, git.NopCreds{}, false, false, "", "")
	return &repository{root, gitClient}, err
}

func secrets(file string) ([]corev1.Secret, error) {
	content, err := os.ReadFile(file)
	if os.IsNotExist(err) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	var list []corev1.Secret
	if err := yaml.UnmarshalStrict(content, &list); err != nil {
		return nil, err
	}
	for i := range list {
		list[i].Namespace = namespace
		if list[i].Data == nil {
			list[i].Data = map[string][]byte{}
		}
		for key, value := range list[i].StringData {
			list[i].Data[key] = []byte(value)
		}
		list[i].StringData = nil
	}
	return list, nil
}

func expand(folder string, repo *repository) ([]v1alpha1.Application, error) {
	content, err := os.ReadFile(filepath.Join(folder, "applicationset.yaml"))
	if err != nil {
		return nil, err
	}
	return expandSet(folder, content, repo)
}

func expandSet(folder string, content []byte, repo *repository) ([]v1alpha1.Application, error) {
	var set v1alpha1.ApplicationSet
	if err := yaml.UnmarshalStrict(content, &set); err != nil {
		return nil, fmt.Errorf("reading: %w", err)
	}
	clusters, err := secrets(filepath.Join(folder, "clusters.yaml"))
	if err != nil {
		return nil, err
	}
	scheme := runtime.NewScheme()
	if err := v1alpha1.AddToScheme(scheme); err != nil {
		return nil, err
	}
	if err := corev1.AddToScheme(scheme); err != nil {
		return nil, err
	}
	objects := []client.Object{&v1alpha1.AppProject{ObjectMeta: metav1.ObjectMeta{Name: set.Spec.Template.Spec.Project, Namespace: namespace}}}
	if strings.Contains(set.Spec.Template.Spec.Project, "{{") || set.Spec.Template.Spec.Project == "" {
		objects = nil
	}
	var plain []runtime.Object
	for i := range clusters {
		objects = append(objects, clusters[i].DeepCopy())
		plain = append(plain, clusters[i].DeepCopy())
	}
	fakeClient := fake.NewClientBuilder().WithScheme(scheme).WithObjects(objects...).Build()
	all := generators.GetGenerators(context.Background(), fakeClient, kubefake.NewSimpleClientset(plain...), namespace, repo, nil, generators.SCMConfig{})
	entry := logrus.NewEntry(logrus.StandardLogger())
	applications, _, err := template.GenerateApplications(entry, set, all, &utils.Render{}, fakeClient)
	return applications, err
}

func plain(applications []v1alpha1.Application) ([]byte, error) {
	list := []map[string]any{}
	for _, application := range applications {
		text, err := yaml.Marshal(application)
		if err != nil {
			return nil, err
		}
		var fields map[string]any
		if err := yaml.Unmarshal(text, &fields); err != nil {
			return nil, err
		}
		delete(fields, "status")
		delete(fields["metadata"].(map[string]any), "creationTimestamp")
		list = append(list, fields)
	}
	return yaml.Marshal(list)
}

func record(folder string, repo *repository) error {
	applications, failure := expand(folder, repo)
	answer := filepath.Join(folder, "expected.yaml")
	refusal := filepath.Join(folder, "expected_error.txt")
	_ = os.Remove(answer)
	_ = os.Remove(refusal)
	if failure != nil {
		return os.WriteFile(refusal, []byte(failure.Error()+"\n"), 0o644)
	}
	// The merge generator answers in the order of a Go map.
	if isMerge, _ := os.ReadFile(filepath.Join(folder, "applicationset.yaml")); bytes.Contains(isMerge, []byte("merge:")) {
		sort.SliceStable(applications, func(i, j int) bool { return applications[i].Name < applications[j].Name })
	}
	text, err := plain(applications)
	if err != nil {
		return err
	}
	return os.WriteFile(answer, text, 0o644)
}

// recordExample expands every ApplicationSet of a repository; the answer's name is the path of the set.
func recordExample(root, answers string) error {
	repo, err := newRepository(root)
	if err != nil {
		return err
	}
	defer os.RemoveAll(filepath.Dir(repo.root))
	count := 0
	err = filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || filepath.Ext(path) != ".yaml" {
			return err
		}
		content, err := os.ReadFile(path)
		if err != nil || !bytes.Contains(content, []byte("\nkind: ApplicationSet\n")) {
			return err
		}
		relative, err := filepath.Rel(root, path)
		if err != nil {
			return err
		}
		applications, err := expandSet(filepath.Dir(path), content, repo)
		if err != nil {
			return fmt.Errorf("%s: %w", relative, err)
		}
		text, err := plain(applications)
		if err != nil {
			return err
		}
		count++
		return os.WriteFile(filepath.Join(answers, strings.ReplaceAll(relative, "/", "_")), text, 0o644)
	})
	fmt.Println(count, "sets of the example")
	return err
}

func main() {
	suite := flag.String("suite", "", "folder with repository and cases")
	example := flag.String("example", "", "in place of a suite: a repository whose own sets are expanded")
	answers := flag.String("answers", "", "folder for the answers to those")
	flag.Parse()
	logrus.SetOutput(io.Discard)
	if *example != "" {
		if err := recordExample(*example, *answers); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		return
	}
	repo, err := newRepository(filepath.Join(*suite, "repository"))
	if err == nil {
		defer os.RemoveAll(filepath.Dir(repo.root))
		var cases []string
		if cases, err = filepath.Glob(filepath.Join(*suite, "cases", "*")); err == nil {
			for _, folder := range cases {
				if err = record(folder, repo); err != nil {
					err = fmt.Errorf("%s: %w", folder, err)
					break
				}
			}
			fmt.Println(len(cases), "cases")
		}
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
