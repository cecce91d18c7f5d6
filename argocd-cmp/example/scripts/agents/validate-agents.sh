#!/usr/bin/env bash
# Runs the offline validation steps of the agents documents from the root of this repository.
#
# The tools are taken from the environment, each a command with its first arguments:
#   HELM       default: helm
#   KUSTOMIZE  default: kustomize
#   LINT       default: $HELM lint
#   TEMPLATE   default: $HELM template
#   BUILD      default: $KUSTOMIZE build --enable-helm, with --helm-command $HELM where that is one word
#   RG         default: rg, or grep -E where there is none
#
# With agents-render in place of both tools:
#   LINT="agents-render check" TEMPLATE="agents-render template" BUILD="agents-render kustomize --enable-helm" \
#     scripts/agents/validate-agents.sh
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

read -ra helm <<<"${HELM:-helm}"
read -ra kustomize <<<"${KUSTOMIZE:-kustomize}"
read -ra lint <<<"${LINT:-${helm[*]} lint}"
read -ra template <<<"${TEMPLATE:-${helm[*]} template}"
read -ra build <<<"${BUILD:-${kustomize[*]} build --enable-helm}"
if [[ -z ${BUILD:-} && ${#helm[@]} -eq 1 ]]; then
  build+=(--helm-command "${helm[0]}")
fi
if [[ -n ${RG:-} ]]; then
  read -ra rg <<<"$RG"
elif command -v rg >/dev/null; then
  rg=(rg)
else
  rg=(grep -E)
fi

control_plane=registry.ide-newton.ts.net/lab/jangar-control-plane:5b72ee1e@sha256:e24ef112b615401150220dc303553f47a3cefe793c0c6c28781e9575b98ab9ae
controllers=registry.ide-newton.ts.net/lab/jangar:5b72ee1e@sha256:96e72f5e649b1738ba4a48f9e786f5cdcb2ad5d63838d4009f5c71c80c2e6809
jangar=registry.ide-newton.ts.net/lab/jangar:19448656@sha256:15380bb91e2a1bb4e7c59dce041859c117ceb52a873d18c9120727c8e921f25c
production=argocd/applications/agents/values.yaml

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failures=0

# step WHAT COMMAND...: runs the command; its output is shown only if it fails.
step() {
  local what=$1
  shift
  if "$@" >"$work/step.log" 2>&1; then
    echo "ok    $what"
  else
    echo "FAIL  $what: $*"
    sed 's/^/      /' "$work/step.log"
    failures=$((failures + 1))
  fi
}

# into FILE COMMAND...: the command's output goes to the file.
into() {
  local file=$work/$1
  shift
  "$@" >"$file"
}

# finds COUNT PATTERN FILE: the pattern is on so many lines.
finds() {
  local found
  [[ -s $work/$3 ]] || { echo "$3 is empty or was not rendered"; return 1; }
  found=$("${rg[@]}" -n "$2" "$work/$3" | wc -l)
  [[ $found -eq $1 ]] || { echo "$3 has $found lines with $2, not $1"; return 1; }
}

# has TEXT FILE: the text is in the file as it stands here.
has() {
  grep -qF -- "$1" "$work/$2" || { echo "$2 lacks $1"; return 1; }
}

same_version() {
  local chart kustomization
  chart=$(sed -n 's/^version: *//p' charts/agents/Chart.yaml)
  kustomization=$(sed -n 's/^ *version: *//p' argocd/applications/agents/kustomization.yaml)
  [[ $chart == "$kustomization" ]] || { echo "Chart.yaml says $chart, kustomization.yaml says $kustomization"; return 1; }
}

echo "Documents 000 to 002, rendering"
step "the chart lints" "${lint[@]}" charts/agents
step "the chart renders with the production values" \
  into agents.helm.yaml "${template[@]}" agents charts/agents -n agents -f "$production" --include-crds
step "the agents application builds" into agents.rendered.yaml "${build[@]}" argocd/applications/agents
step "the jangar application builds" into jangar.rendered.yaml "${build[@]}" argocd/applications/jangar
step "chart and kustomization have the same version" same_version

echo "Document 000, images"
step "there are two workloads" finds 2 "^kind: Deployment" agents.helm.yaml
step "the control plane has its image" has "$control_plane" agents.helm.yaml
step "the controllers have theirs" has "$controllers" agents.helm.yaml
step "the control plane has its image after kustomize" has "image: $control_plane" agents.rendered.yaml
step "the controllers have theirs after kustomize" has "image: $controllers" agents.rendered.yaml

echo "Document 001, progressive delivery"
step "there is no Rollout without the flag" finds 0 "kind: Rollout" agents.helm.yaml
step "the flag renders" into rollout.yaml "${template[@]}" agents charts/agents --set progressiveDelivery.enabled=true
step "the flag gives a Rollout" finds 1 "kind: Rollout" rollout.yaml

echo "Document 002, checksums"
step "there is no checksum without the flag" finds 0 "checksum/" agents.helm.yaml
step "the flag renders" into checksums.yaml "${template[@]}" agents charts/agents -f "$production" \
  --set rolloutChecksums.enabled=true --set "rolloutChecksums.secrets={agents-github-token-env}"
step "both workloads have the checksum of the Secret" finds 2 "checksum/secret-agents-github-token-env: " checksums.yaml
step "RBAC is namespaced" finds 0 "kind: ClusterRole" agents.rendered.yaml
step "the jangar image has its tag of digits" has "image: $jangar" jangar.rendered.yaml

echo "Environments"
for environment in dev staging production; do
  step "$environment renders" into "$environment.yaml" "${template[@]}" agents charts/agents -n agents \
    -f sources/values/_shared/apps/agents.yaml -f "sources/values/$environment/apps/agents.yaml"
done

if [[ $failures -gt 0 ]]; then
  echo "$failures steps failed"
  exit 1
fi
echo "all steps passed"
