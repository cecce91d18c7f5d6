#!/bin/sh
# Records which flags of `helm template` each helm knows, with the value "bogus":
#
#     flags.sh HELM_3_15 HELM_3_19 HELM_3_21 HELM_4_2 > plugin/cli/src/test/resources/io/agentsrender/cli/helm-flags.tsv
#
# A line is a flag and, for each helm, "unknown", "refused" (of this value, while flags are read) or "known".
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$work/chart/templates"
printf 'apiVersion: v2\nname: chart\nversion: 1.0.0\n' >"$work/chart/Chart.yaml"
export HOME="$work"
flags=$(for helm in "$@"; do "$helm" template --help; done | grep -oE '^ +(-[a-z], )?--[a-z-]+' | grep -oE -e '--[a-z-]+' | sort -u)
for flag in $flags; do
  printf '%s' "$flag"
  for helm in "$@"; do
    answer=$("$helm" template release "$work/chart" "$flag=bogus" 2>&1 || true)
    case "$answer" in
      *"unknown flag"*) printf '\tunknown' ;;
      *"invalid argument"*) printf '\trefused' ;;
      *) printf '\tknown' ;;
    esac
  done
  echo
done
