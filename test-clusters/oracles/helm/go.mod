module agentsrender.io/oracles/helm

go 1.25.0

require (
	github.com/gobwas/glob v0.2.3
	helm.sh/helm/v3 v3.21.0
)

require (
	github.com/pkg/errors v0.9.1 // indirect
	go.yaml.in/yaml/v2 v2.4.4 // indirect
	sigs.k8s.io/yaml v1.6.0 // indirect
)
