package cluster

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/runtime/schema"
	"k8s.io/apimachinery/pkg/types"
)

// argoCD is the application controller and the repo-server of a release, with agents-render as its plugin.
type argoCD struct {
	*kubernetes
	sidecar    *sidecar
	repoServer *repoServer
}

func startArgoCD(t *testing.T, with tools, k *kubernetes) *argoCD {
	t.Helper()
	for _, module := range []struct{ environment, crds string }{
		{"ARGO_CD_MODULE", "manifests/crds/application-crd.yaml"},
		{"ARGO_CD_MODULE", "manifests/crds/applicationset-crd.yaml"},
		{"ARGO_CD_MODULE", "manifests/crds/appproject-crd.yaml"},
		{"ROLLOUTS_MODULE", "manifests/crds/rollout-crd.yaml"},
	} {
		k.run("", "apply", "--server-side", "-f", filepath.Join(os.Getenv(module.environment), module.crds))
	}
	for _, kind := range []schema.GroupVersionResource{applications, rollouts, resource("argoproj.io/v1alpha1", "appprojects")} {
		eventually(t, kind.Resource+" are served", func() error {
			_, err := k.client.Resource(kind).List(context.Background(), metav1.ListOptions{})
			return err
		})
	}
	k.apply(settings)

	sidecar := startSidecar(t, with)
	redis := startRedis(t, with)
	repoServer := startRepoServer(t, with, redis, sidecar)
	metrics := address(t)
	controller := start(t, []string{
		"ARGOCD_FAKE_IN_CLUSTER=true", "KUBECONFIG=" + k.kubeconfig, "HOME=" + folder(t, "controller"),
		// What is missed is seen again after this time; three minutes in most installations.
		"ARGOCD_RECONCILIATION_TIMEOUT=30s", "ARGOCD_RECONCILIATION_JITTER=0",
	}, filepath.Join(with.processes, "argocd-application-controller"),
		"--kubeconfig", k.kubeconfig, "--namespace", "argocd", "--metrics-port", port(metrics),
		"--repo-server", repoServer.address, "--repo-server-plaintext", "--redis", redis)
	controller.ready(healthy("http://" + metrics + "/healthz"))
	return &argoCD{kubernetes: k, sidecar: sidecar, repoServer: repoServer}
}

const settings = `
apiVersion: v1
kind: Namespace
metadata: {name: argocd}
---
apiVersion: v1
kind: ConfigMap
metadata: {name: argocd-cm, namespace: argocd, labels: {app.kubernetes.io/part-of: argocd}}
---
apiVersion: v1
kind: Secret
metadata: {name: argocd-secret, namespace: argocd, labels: {app.kubernetes.io/part-of: argocd}}
stringData: {server.secretkey: control-plane}
---
apiVersion: argoproj.io/v1alpha1
kind: AppProject
metadata: {name: default, namespace: argocd}
spec:
  sourceRepos: ["*"]
  destinations: [{namespace: "*", server: "*"}]
  clusterResourceWhitelist: [{group: "*", kind: "*"}]
`

// sync asks for a sync of the branch with pruning, as the button does, and waits until Argo CD reports it done.
func (a *argoCD) sync(application, revision string) object {
	a.t.Helper()
	now, err := a.trySync(application, revision)
	must(a.t, err)
	return now
}

func (a *argoCD) trySync(application, revision string) (object, error) {
	a.t.Helper()
	asked := a.application(application)
	before := asked.at("status", "operationState", "startedAt")
	a.patch(application, map[string]any{
		"metadata": map[string]any{"annotations": map[string]any{"argocd.argoproj.io/refresh": "normal"}},
		"operation": map[string]any{"sync": map[string]any{
			"revision": "main", "prune": true,
			"syncOptions": asked["spec"].(map[string]any)["syncPolicy"].(map[string]any)["syncOptions"],
		}},
	})
	var now object
	var failure error
	eventually(a.t, application+" is synced to "+revision, func() error {
		now = a.application(application)
		started := now.at("status", "operationState", "startedAt")
		phase := now.at("status", "operationState", "phase")
		if started != before && (phase == "Failed" || phase == "Error") {
			failure = fmt.Errorf("the sync of %s: %s: %s", application, phase, now.at("status", "operationState", "message"))
			return nil
		}
		return synced(now, revision)
	})
	return now, failure
}

func synced(application object, revision string) error {
	if application == nil {
		return errors.New("there is no such Application")
	}
	state := fmt.Sprintf("operation %s of %.7s, %s at %.7s, %s, %s",
		application.at("status", "operationState", "phase"), application.at("status", "operationState", "syncResult", "revision"),
		application.at("status", "sync", "status"), application.at("status", "sync", "revision"),
		application.at("status", "health", "status"), application.at("status", "conditions"))
	if application.at("operation") != "" ||
		application.at("status", "operationState", "phase") != "Succeeded" ||
		application.at("status", "operationState", "syncResult", "revision") != revision ||
		application.at("status", "sync", "status") != "Synced" ||
		application.at("status", "sync", "revision") != revision ||
		application.at("status", "health", "status") != "Healthy" {
		return errors.New(state)
	}
	return nil
}

func (a *argoCD) application(name string) object {
	found, err := a.get(applications, "argocd", name)
	if err != nil {
		return nil
	}
	return found
}

// refresh asks for a new comparison, as a web hook of the git server does.
func (a *argoCD) refresh(application string) {
	a.t.Helper()
	a.patch(application, map[string]any{
		"metadata": map[string]any{"annotations": map[string]any{"argocd.argoproj.io/refresh": "normal"}},
	})
}

func (a *argoCD) patch(application string, change map[string]any) {
	a.t.Helper()
	patch, err := json.Marshal(change)
	must(a.t, err)
	_, err = a.client.Resource(applications).Namespace("argocd").Patch(
		context.Background(), application, types.MergePatchType, patch, metav1.PatchOptions{})
	must(a.t, err)
}

// create applies the example's own file of an Application, with this repository for the one it names.
func (a *argoCD) create(from *repository, file string) {
	a.t.Helper()
	text := from.read(file)
	const theirs = "repoURL: https://git.example/platform/gitops.git"
	if !strings.Contains(text, theirs) {
		a.t.Fatalf("%s names no %s", file, theirs)
	}
	a.apply(strings.ReplaceAll(text, theirs, "repoURL: "+from.url()))
}
