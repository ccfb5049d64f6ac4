#!/usr/bin/env bash
# Runs a command of a service as a Job and shows what it says: k8s/run-command.sh file-service replay --from 2026-11-20
# Without --yes it only counts. Ends with the command's own exit status. Needs jq; KUBECTL_ARGS may name a context,
# NAMESPACE another namespace than vestibule.
set -euo pipefail

if (($# < 2)); then
  echo "usage: ${0##*/} SERVICE COMMAND [OPTION ...]" >&2
  exit 2
fi
service=$1
shift

kubectl() {
  # shellcheck disable=SC2086
  command kubectl ${KUBECTL_ARGS:-} --namespace "${NAMESPACE:-vestibule}" "$@"
}

# The pod of the Deployment, but that it ends. The readiness probe stays: a command opens no port, so the pod is never
# ready and gets no request, while its labels open the network to it.
job() {
  jq --arg name "$service-$1" --argjson args "$(printf '%s\n' "$@" | jq --raw-input . | jq --slurp .)" '{
    apiVersion: "batch/v1",
    kind: "Job",
    metadata: {generateName: ($name + "-")},
    spec: {
      backoffLimit: 0,
      ttlSecondsAfterFinished: 86400,
      template: {
        metadata: {labels: .spec.template.metadata.labels},
        spec: (.spec.template.spec
          | del(.topologySpreadConstraints)
          | .restartPolicy = "Never"
          | .containers[0] |= (del(.startupProbe, .livenessProbe, .lifecycle) | .args = $args))
      }
    }
  }'
}

created=$(kubectl get deployment "$service" --output json | job "$@" | kubectl create --filename - --output name)
echo "$created"
kubectl logs --follow --pod-running-timeout=5m "$created" || echo "${0##*/}: the log broke off" >&2

# The log may end before the pod is known to have ended, and long before when it broke off.
for _ in {1..600}; do
  code=$(kubectl get pods --selector "job-name=${created#*/}" --output json |
    jq --raw-output 'first(.items[].status.containerStatuses[]?.state.terminated.exitCode | values) // empty') || code=
  [[ -n $code ]] && exit "$code"
  sleep 1
done
echo "${0##*/}: $created did not end within ten minutes of its log" >&2
exit 1
