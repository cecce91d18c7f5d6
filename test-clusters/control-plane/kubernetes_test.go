package cluster

import (
	"context"
	"crypto/rand"
	"crypto/rsa"
	"crypto/x509"
	"encoding/json"
	"encoding/pem"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
	"k8s.io/apimachinery/pkg/runtime/schema"
	"k8s.io/client-go/dynamic"
	"k8s.io/client-go/tools/clientcmd"
)

const token = "control-plane"

// kubernetes is an API server over an etcd, and nothing that runs pods.
type kubernetes struct {
	t          *testing.T
	kubectl    string
	kubeconfig string
	client     dynamic.Interface
}

func startKubernetes(t *testing.T, with tools) *kubernetes {
	t.Helper()
	own := folder(t, "kubernetes")
	store := "http://" + address(t)
	etcd := start(t, nil, filepath.Join(with.processes, "etcd"), store, folder(t, "etcd"))
	etcd.ready(healthy(store + "/health"))

	key, err := rsa.GenerateKey(rand.Reader, 2048)
	must(t, err)
	accounts := filepath.Join(own, "service-accounts.key")
	must(t, os.WriteFile(accounts, pem.EncodeToMemory(
		&pem.Block{Type: "RSA PRIVATE KEY", Bytes: x509.MarshalPKCS1PrivateKey(key)}), 0o600))
	tokens := filepath.Join(own, "tokens.csv")
	must(t, os.WriteFile(tokens, []byte(token+",admin,admin,system:masters\n"), 0o600))

	at := address(t)
	server := start(t, nil, filepath.Join(with.processes, "kube-apiserver"),
		"--etcd-servers", store,
		"--bind-address", "127.0.0.1", "--secure-port", port(at), "--cert-dir", filepath.Join(own, "certificates"),
		"--authorization-mode", "RBAC", "--token-auth-file", tokens,
		"--service-account-issuer", "https://kubernetes.default.svc",
		"--service-account-key-file", accounts, "--service-account-signing-key-file", accounts,
		"--service-cluster-ip-range", "10.96.0.0/16", "--endpoint-reconciler-type", "none",
		// Nobody creates the accounts that it would want of pods.
		"--disable-admission-plugins", "ServiceAccount")

	k := &kubernetes{t: t, kubectl: filepath.Join(with.processes, "kubectl"), kubeconfig: filepath.Join(own, "kubeconfig")}
	must(t, os.WriteFile(k.kubeconfig, []byte(fmt.Sprintf(`apiVersion: v1
kind: Config
current-context: it
contexts: [{name: it, context: {cluster: it, user: admin, namespace: argocd}}]
clusters: [{name: it, cluster: {server: "https://%s", insecure-skip-tls-verify: true}}]
users: [{name: admin, user: {token: %s}}]
`, at, token)), 0o600))
	config, err := clientcmd.BuildConfigFromFlags("", k.kubeconfig)
	must(t, err)
	config.QPS, config.Burst = 500, 1000
	k.client, err = dynamic.NewForConfig(config)
	must(t, err)
	server.ready(func() error {
		_, err := k.client.Resource(resource("v1", "namespaces")).Get(context.Background(), "default", metav1.GetOptions{})
		return err
	})
	return k
}

// apply is what an operator does with a file.
func (k *kubernetes) apply(manifests string) {
	k.t.Helper()
	k.run(manifests, "apply", "-f", "-")
}

func (k *kubernetes) run(input string, arguments ...string) string {
	k.t.Helper()
	command := exec.Command(k.kubectl, append([]string{"--kubeconfig", k.kubeconfig}, arguments...)...)
	command.Stdin = strings.NewReader(input)
	output, err := command.CombinedOutput()
	if err != nil {
		k.t.Fatalf("kubectl %v: %v\n%s", arguments, err, output)
	}
	return string(output)
}

// object is one as the API server has it, and nil where it has none.
type object map[string]any

func (k *kubernetes) get(kind schema.GroupVersionResource, namespace, name string) (object, error) {
	found, err := k.client.Resource(kind).Namespace(namespace).Get(context.Background(), name, metav1.GetOptions{})
	if err != nil {
		return nil, err
	}
	return found.Object, nil
}

func (k *kubernetes) has(kind schema.GroupVersionResource, namespace, name string) bool {
	_, err := k.get(kind, namespace, name)
	return err == nil
}

func (k *kubernetes) list(kind schema.GroupVersionResource, namespace string) []unstructured.Unstructured {
	list, err := k.client.Resource(kind).Namespace(namespace).List(context.Background(), metav1.ListOptions{ResourceVersion: "0"})
	if err != nil {
		return nil
	}
	return list.Items
}

// at is what stands at a path of fields and indices, as text; empty where nothing does.
func (o object) at(path ...any) string {
	var here any = map[string]any(o)
	for _, step := range path {
		switch step := step.(type) {
		case string:
			fields, _ := here.(map[string]any)
			here = fields[step]
		case int:
			items, _ := here.([]any)
			if step >= len(items) {
				return ""
			}
			here = items[step]
		}
	}
	switch here := here.(type) {
	case nil:
		return ""
	case string:
		return here
	default:
		text, _ := json.Marshal(here)
		return string(text)
	}
}

func resource(version, plural string) schema.GroupVersionResource {
	group, err := schema.ParseGroupVersion(version)
	if err != nil {
		panic(err)
	}
	return group.WithResource(plural)
}

var (
	deployments  = resource("apps/v1", "deployments")
	rollouts     = resource("argoproj.io/v1alpha1", "rollouts")
	applications = resource("argoproj.io/v1alpha1", "applications")
	configMaps   = resource("v1", "configmaps")
	jobs         = resource("batch/v1", "jobs")
	pods         = resource("v1", "pods")
	autoscalers  = resource("autoscaling/v2", "horizontalpodautoscalers")
	budgets      = resource("policy/v1", "poddisruptionbudgets")
	services     = resource("v1", "services")
)
