package main

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"sigs.k8s.io/yaml"

	"github.com/argoproj/argo-cd/v3/pkg/apis/application/v1alpha1"
	"github.com/argoproj/argo-cd/v3/reposerver/apiclient"
	"github.com/argoproj/argo-cd/v3/reposerver/cache"
)

// refresh shows what Argo CD answers after a commit to a repository that an Application only refers to: from its cache, or by
// rendering again. No plugin runs here, so that asking one is seen as the error that there is none.
func (s *server) refresh(store *cache.Cache) (map[string]string, error) {
	gitops, values := "file://"+s.folder+"/gitops.git", "file://"+s.folder+"/values.git"
	refs := map[string]*v1alpha1.RefTarget{"$values": {Repo: v1alpha1.Repository{Repo: values}, TargetRevision: "main"}}
	request := func(source v1alpha1.ApplicationSource, hard bool) *apiclient.ManifestRequest {
		return &apiclient.ManifestRequest{
			Repo: &v1alpha1.Repository{Repo: gitops}, Revision: "main", NoCache: hard, NoRevisionCache: true, AppName: "demo",
			Namespace: "apps", ApplicationSource: &source, KubeVersion: "1.34.0", HasMultipleSources: true, RefSources: refs,
			EnabledSourceTypes: map[string]bool{"Helm": true}, HelmOptions: &v1alpha1.HelmOptions{}, ProjectSourceRepos: []string{"*"},
		}
	}
	answer := func(source v1alpha1.ApplicationSource, hard bool) string {
		response, err := s.service.GenerateManifest(context.Background(), request(source, hard))
		switch {
		case err != nil && strings.Contains(err.Error(), "plugin"):
			return "asks the plugin"
		case err != nil:
			return "error: " + s.shown(err.Error())
		}
		return strings.Join(response.Manifests, "\n")
	}
	helm := v1alpha1.ApplicationSource{RepoURL: gitops, Path: "charts/web", TargetRevision: "main",
		Helm: &v1alpha1.ApplicationSourceHelm{ValueFiles: []string{"$values/web.yaml"}}}
	plugin := v1alpha1.ApplicationSource{RepoURL: gitops, Path: "charts/web", TargetRevision: "main",
		Plugin: &v1alpha1.ApplicationSourcePlugin{Name: "agents-render"}}
	head, err := exec.Command("git", "-C", filepath.Join(s.folder, "gitops.git"), "rev-parse", "main").Output()
	if err != nil {
		return nil, err
	}
	// What a plugin answered once, kept as Argo CD keeps it.
	kept := &cache.CachedManifestResponse{ManifestResponse: &apiclient.ManifestResponse{Manifests: []string{`{"kind":"ConfigMap"}`}}}
	q := request(plugin, false)
	if err := store.SetManifests(strings.TrimSpace(string(head)), &plugin, refs, q, q.Namespace, q.TrackingMethod, q.AppLabelKey, q.AppName,
		kept, map[string]string{}, q.InstallationID); err != nil {
		return nil, err
	}
	result := map[string]string{}
	said := func(before, after string) string {
		switch {
		case strings.HasPrefix(after, "asks") || strings.HasPrefix(after, "error"):
			return after
		case before == after:
			return "answers from the cache"
		}
		return "renders again"
	}
	before, beforePlugin := answer(helm, false), answer(plugin, false)
	result["nothing moved, helm"] = said(before, answer(helm, false))
	result["nothing moved, plugin"] = said(kept.ManifestResponse.Manifests[0], beforePlugin)
	if err := s.change("values.git", "web.yaml", "replicas: 50\n"); err != nil {
		return nil, err
	}
	result["the values repository moved, helm"] = said(before, answer(helm, false))
	result["the values repository moved, plugin"] = said(beforePlugin, answer(plugin, false))
	result["the values repository moved, plugin, hard refresh"] = said(beforePlugin, answer(plugin, true))
	if err := s.change("gitops.git", "moved.txt", "moved\n"); err != nil {
		return nil, err
	}
	result["the application's repository moved, plugin"] = said(beforePlugin, answer(plugin, false))
	return result, nil
}

func (s *server) change(repository, file, text string) error {
	root := filepath.Join(s.folder, repository)
	if err := os.WriteFile(filepath.Join(root, file), []byte(text), 0o644); err != nil {
		return err
	}
	for _, arguments := range [][]string{{"add", "-A", "-f"}, {"commit", "-q", "-m", "moved"}} {
		if err := run(root, arguments...); err != nil {
			return err
		}
	}
	return nil
}

func (s *server) recordRefresh(suite string, store *cache.Cache) error {
	result, err := s.refresh(store)
	if err != nil {
		return fmt.Errorf("refresh: %w", err)
	}
	text, err := yaml.Marshal(result)
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(suite, "refresh.yaml"), text, 0o644)
}
