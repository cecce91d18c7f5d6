package cluster

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"k8s.io/apimachinery/pkg/runtime/schema"
)

const (
	web      = "argocd/applications/plain-web/"
	policies = web + "policies.yaml"
	values   = web + "values.yaml"

	bumped = "sha256:486ea46224d1bb4fb680f34f7c9ad96a8f24ec88be73ea8e5a6c65260e9cb8a7"
)

func TestControlPlane(t *testing.T) {
	with := found(t)
	k := startKubernetes(t, with)
	k.writeStatus()
	a := startArgoCD(t, with, k)
	r := newRepository(t, with.example)
	// The story begins with a Deployment.
	revision := r.change(policies, "progressiveDelivery:\n  enabled: true", "progressiveDelivery:\n  enabled: false")
	a.create(r, web+"application.yaml")

	step := func(name string, shown func(t *testing.T)) {
		if !t.Run(name, shown) {
			t.FailNow()
		}
	}
	shop := func(kind string) object {
		found, err := k.get(map[string]schema.GroupVersionResource{"Deployment": deployments, "Rollout": rollouts}[kind], "shop", "plain-web")
		if err != nil {
			t.Fatal(err)
		}
		return found
	}
	container := func(field ...any) []any {
		return append([]any{"spec", "template", "spec", "containers", 0}, field...)
	}

	step("an Application is synced, with its hooks", func(t *testing.T) {
		application := a.sync("plain-web", revision)
		if got := shop("Deployment").at(container("image")...); !strings.HasPrefix(got, "registry.example/shop/web:9c41be70@sha256:2c26b4") {
			t.Errorf("image %s", got)
		}
		hooks := map[string]string{}
		results, _ := application["status"].(map[string]any)["operationState"].(map[string]any)["syncResult"].(map[string]any)["resources"].([]any)
		for _, result := range results {
			result := object(result.(map[string]any))
			if result.at("hookType") != "" {
				hooks[result.at("kind")] = result.at("hookType") + " " + result.at("hookPhase")
			}
		}
		if fmt.Sprint(hooks) != "map[Job:PreSync Succeeded Pod:PostSync Succeeded]" {
			t.Errorf("hooks %v", hooks)
		}
		gone(t, k, jobs, "shop", "plain-web-migrations")
		if application.at("status", "sourceType") != "Plugin" {
			t.Errorf("source type %s", application.at("status", "sourceType"))
		}
	})

	step("a change in git is synced", func(t *testing.T) {
		a.sync("plain-web", r.change(values, "SHOP_REGION: eu", "SHOP_REGION: us"))
		if got := shop("Deployment").at(container("env")...); !strings.Contains(got, `"value":"us"`) {
			t.Errorf("env %s", got)
		}
	})

	step("a digest bump reaches the Deployment", func(t *testing.T) {
		a.sync("plain-web", r.change(values,
			"sha256:2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae", bumped))
		if got := shop("Deployment").at(container("image")...); got != "registry.example/shop/web:9c41be70@"+bumped {
			t.Errorf("image %s", got)
		}
	})

	step("a ConfigMap's change changes the checksum on the pods", func(t *testing.T) {
		before := checksums(shop("Deployment"))
		a.sync("plain-web", r.change(values, "currency: EUR", "currency: USD"))
		after := checksums(shop("Deployment"))
		settings, err := k.get(configMaps, "shop", "plain-web-settings")
		if err != nil || !strings.Contains(settings.at("data", "settings.properties"), "USD") {
			t.Errorf("settings %v %v", settings, err)
		}
		changed := 0
		for name := range after {
			if before[name] != after[name] {
				changed++
			}
		}
		if changed != 1 || len(after) < 2 || len(before) != len(after) {
			t.Errorf("checksums before %v and after %v", before, after)
		}
	})

	step("progressive delivery turns the Deployment into a Rollout", func(t *testing.T) {
		a.sync("plain-web", r.change(policies, "progressiveDelivery:\n  enabled: false", "progressiveDelivery:\n  enabled: true"))
		rollout := shop("Rollout")
		if rollout.at("spec", "strategy", "canary", "steps", 0, "setWeight") != "10" ||
			rollout.at(container("image")...) != "registry.example/shop/web:9c41be70@"+bumped {
			t.Errorf("Rollout %v", rollout["spec"])
		}
		gone(t, k, deployments, "shop", "plain-web")
		if !k.has(deployments, "shop", "plain-web-worker") {
			t.Error("the worker's Deployment is gone")
		}
		autoscaler, err := k.get(autoscalers, "shop", "plain-web")
		if err != nil || autoscaler.at("spec", "scaleTargetRef", "kind") != "Rollout" {
			t.Errorf("autoscaler %v %v", autoscaler, err)
		}
	})

	step("and back into a Deployment", func(t *testing.T) {
		a.sync("plain-web", r.change(policies, "progressiveDelivery:\n  enabled: true", "progressiveDelivery:\n  enabled: false"))
		if got := shop("Deployment").at(container("image")...); got != "registry.example/shop/web:9c41be70@"+bumped {
			t.Errorf("image %s", got)
		}
		gone(t, k, rollouts, "shop", "plain-web")
	})

	step("what leaves git is pruned", func(t *testing.T) {
		a.sync("plain-web", r.change(values, "worker:\n  replicas: 2", "worker:\n  enabled: false\n  replicas: 2"))
		gone(t, k, deployments, "shop", "plain-web-worker")
		if !k.has(deployments, "shop", "plain-web") {
			t.Error("the other Deployment is gone, too")
		}
	})

	step("a mistake in git is told with its place and harms nothing", func(t *testing.T) {
		r.change(values, "autoscaling:\n  enabled: true", "autoscaling:\n  enabled: perhaps")
		a.refresh("plain-web")
		eventually(t, "the Application tells the mistake", func() error {
			conditions := a.application("plain-web").at("status", "conditions")
			if !strings.Contains(conditions, "ComparisonError") || !strings.Contains(conditions, "autoscaling") {
				return fmt.Errorf("conditions %s", conditions)
			}
			return nil
		})
		if !k.has(deployments, "shop", "plain-web") {
			t.Error("the Deployment is gone")
		}
		a.sync("plain-web", r.change(values, "autoscaling:\n  enabled: perhaps", "autoscaling:\n  enabled: true"))
	})

	step("the example's kustomizations are synced by themselves, definitions before what they define", func(t *testing.T) {
		a.create(r, "argocd/applications/agents/application.yaml")
		head := r.git("rev-parse", "HEAD")
		eventually(t, "agents is synced", func() error { return synced(a.application("agents"), head) })
		a.create(r, "argocd/applications/jangar/application.yaml")
		eventually(t, "jangar is synced", func() error { return synced(a.application("jangar"), head) })
		jangar, err := k.get(deployments, "jangar", "jangar")
		if err != nil || !strings.Contains(jangar.at(container("image")...), ":19448656@sha256:15380bb9") {
			t.Errorf("jangar %v %v", jangar.at(container("image")...), err)
		}
		if !k.has(resource("agents.proompteng.ai/v1alpha1", "agents"), "agents", "codex-agent") {
			t.Error("there is no Agent codex-agent")
		}
	})

	const fleet = 64
	count := func(so func(object) bool) (counted int) {
		for _, one := range k.list(applications, "argocd") {
			if strings.HasPrefix(one.GetName(), "fleet-") && so(one.Object) {
				counted++
			}
		}
		return counted
	}
	all := func(revision string) func() error {
		return func() error {
			if ok := count(func(o object) bool { return synced(o, revision) == nil }); ok != fleet {
				return fmt.Errorf("%d of %d are", ok, fleet)
			}
			return nil
		}
	}

	step("64 Applications are synced", func(t *testing.T) {
		var manifests strings.Builder
		for n := range fleet {
			fmt.Fprintf(&manifests, member, n, r.url(), n)
		}
		a.apply(manifests.String())
		until(t, "every one of them is synced", 2*patience, all(r.git("rev-parse", "HEAD")))
		for n := range fleet {
			for _, name := range []string{fmt.Sprintf("fleet-%d", n), fmt.Sprintf("fleet-%d-worker", n)} {
				if !k.has(deployments, "fleet", name) {
					t.Errorf("there is no Deployment %s", name)
				}
			}
		}
	})

	step("all of them end synced, though the sidecar is killed while they are", func(t *testing.T) {
		revision := r.change("sources/charts/plain-web/templates/_parts.tpl", "args: [{{ .part }}]", "args: [{{ .part }}, --verbose]")
		rendered := a.sidecar.lines(`"application":"fleet-`)
		go func() {
			for n := range fleet {
				a.refresh(fmt.Sprintf("fleet-%d", n))
			}
		}()
		eventually(t, "some are rendered", func() error {
			if a.sidecar.lines(`"application":"fleet-`) == rendered {
				return errors.New("none is")
			}
			return nil
		})
		a.sidecar.kill()
		some := a.sidecar.lines(`"application":"fleet-`) - rendered
		began := time.Now()
		a.sidecar.restart()
		until(t, "every one of them is synced", 2*patience, all(revision))
		t.Logf("killed after %d renders of %d; all were synced %.0f s after the restart", some, fleet, time.Since(began).Seconds())
		for n := range fleet {
			deployment, err := k.get(deployments, "fleet", fmt.Sprintf("fleet-%d", n))
			if err != nil || deployment.at(container("args")...) != `["web","--verbose"]` {
				t.Errorf("fleet-%d: %s %v", n, deployment.at(container("args")...), err)
			}
		}
	})

	step("and the next sync of another succeeds", func(t *testing.T) {
		revision := r.change(values, "SHOP_REGION: us", "SHOP_REGION: eu")
		if _, err := a.trySync("plain-web", revision); err != nil {
			a.repoServer.restartIfStuck(t, err)
			a.sync("plain-web", revision)
		}
	})
}

const member = `---
apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: {name: fleet-%d, namespace: argocd}
spec:
  project: default
  destination: {server: "https://kubernetes.default.svc", namespace: fleet}
  source:
    repoURL: %s
    targetRevision: main
    path: sources/charts/plain-web
    plugin:
      name: agents-render
      parameters:
        - {name: release-name, string: fleet-%d}
        - {name: values, string: "{tests: {enabled: false}, migrations: {enabled: false}}"}
  syncPolicy:
    automated: {prune: true, selfHeal: true}
    retry: {limit: 5}
    syncOptions: [CreateNamespace=true]
`

// checksums are the annotations on the pods that restart them.
func checksums(workload object) map[string]string {
	found := map[string]string{}
	template, _ := workload["spec"].(map[string]any)["template"].(map[string]any)
	annotations, _ := template["metadata"].(map[string]any)["annotations"].(map[string]any)
	for name, value := range annotations {
		if strings.Contains(name, "checksum") {
			found[name] = fmt.Sprint(value)
		}
	}
	return found
}

// gone waits for the end of what Argo CD deletes in the foreground.
func gone(t *testing.T, k *kubernetes, kind schema.GroupVersionResource, namespace, name string) {
	t.Helper()
	eventually(t, name+" is deleted", func() error {
		if k.has(kind, namespace, name) {
			return fmt.Errorf("there is still %s %s", kind.Resource, name)
		}
		return nil
	})
}
