#!/usr/bin/env bash
# Asks real Helm binaries for their default capabilities, and writes one table a version into the
# profiles of plugin/helm. The binaries must be release builds: without the linker flags of a release
# Helm 3 says Kubernetes 1.20.
#
#   capabilities.sh HELM...
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
target=$here/../../../plugin/helm/src/main/resources/io/agentsrender/helm/profile
mkdir -p "$target"
chart=$(mktemp -d)
trap 'rm -rf "$chart"' EXIT
mkdir "$chart/templates"
printf 'apiVersion: v2\nname: capabilities\nversion: 1.0.0\n' > "$chart/Chart.yaml"
cat > "$chart/templates/t.yaml" <<'T'
helm: {{ .Capabilities.HelmVersion.Version }}
kubernetes: {{ .Capabilities.KubeVersion.Version }}
{{- range .Capabilities.APIVersions }}
api: {{ . }}
{{- end }}
T
for helm in "$@"; do
  lines=$("$helm" template release "$chart" | sed '1,2d')
  version=$(sed -n 's/^helm: v//p' <<< "$lines")
  {
    echo "# What Helm $version and the client-go in it know without a cluster (both Apache-2.0)."
    echo "# Printed by the release build itself: test-clusters/oracles/helm/capabilities.sh"
    sed '/^helm:/d; s/^kubernetes: //; s/^api: //' <<< "$lines"
  } > "$target/default-capabilities-${version%.*}.txt"
done
