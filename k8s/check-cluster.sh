#!/usr/bin/env bash
# Asks a real cluster what it thinks of the manifests, and changes nothing: a server-side dry run of each overlay, in which a warning
# is an error. The namespace and, for what an overlay uses, the operators' CustomResourceDefinitions must be there.
#
#   k8s/check-cluster.sh [--context NAME] [OVERLAY ...]      all overlays when none is named
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

usage() {
  sed -n '2,5s/^# \{0,1\}//p' "$0" >&2
  exit 2
}

kubectl=(kubectl)
overlays=()
while (($#)); do
  case $1 in
    --context)
      [[ $# -ge 2 ]] || usage
      kubectl+=(--context "$2")
      shift 2
      ;;
    -*) usage ;;
    *)
      overlays+=("$1")
      shift
      ;;
  esac
done
((${#overlays[@]})) || overlays=(dev prod)

command -v kubectl > /dev/null || { echo "check-cluster: kubectl is not on the PATH" >&2; exit 1; }
"${kubectl[@]}" version --request-timeout=10s > /dev/null || { echo "check-cluster: no cluster answers" >&2; exit 1; }

failed=0
for overlay in "${overlays[@]}"; do
  echo "== $overlay"
  if ! "${kubectl[@]}" apply --kustomize "overlays/$overlay" --server-side --dry-run=server --validate=strict \
    --warnings-as-errors --field-manager=check-cluster; then
    failed=1
  fi
done
exit $failed
