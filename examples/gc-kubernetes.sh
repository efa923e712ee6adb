#!/usr/bin/env bash
# A gc-command for a registry in Kubernetes, a Deployment with a PersistentVolumeClaim and a ConfigMap:
#   gc-command: bash /opt/gc-kubernetes.sh
#
# Adapt the names, and where the configuration is (registry:3: /etc/distribution). If the Deployment sets REGISTRY_…
# variables or a securityContext, the Job needs the same ones. The user of `kubectl` needs, in that namespace: get and
# patch deployments/scale; get, list and watch deployments; list pods; get pods/log; create, get, list, watch and
# delete jobs.
set -euo pipefail

namespace=registry
deployment=registry
replicas=1 # written down, for a run that was killed would leave 0 behind
pods=app=registry # the label of the Deployment's pods
claim=registry-data
configmap=registry-config
image=registry:2
job=registry-garbage-collection

k() { kubectl --namespace "$namespace" "$@"; }

remove_job() { k delete job "$job" --ignore-not-found --cascade=foreground --wait >&2; }

start() {
  # First the Job, which must not collect while anybody can push.
  remove_job || true
  k scale "deployment/$deployment" --replicas="$replicas" >&2
  k rollout status "deployment/$deployment" --timeout=10m >&2
}
# In every case: after an error, after gc-timeout, when the job is cancelled.
trap start EXIT

k scale "deployment/$deployment" --replicas=0 >&2
while [[ -n "$(k get pods --selector "$pods" --output name)" ]]; do sleep 1; done

remove_job # of a run that was killed
k create -f - >&2 <<JOB
apiVersion: batch/v1
kind: Job
metadata: { name: $job }
spec:
  backoffLimit: 0
  activeDeadlineSeconds: 3000 # shorter than gc-timeout
  template:
    spec:
      restartPolicy: Never
      containers:
        - name: collect
          image: $image
          args: [garbage-collect, /etc/docker/registry/config.yml]
          volumeMounts:
            - { name: storage, mountPath: /var/lib/registry }
            - { name: config, mountPath: /etc/docker/registry }
      volumes:
        - { name: storage, persistentVolumeClaim: { claimName: $claim } }
        - { name: config, configMap: { name: $configmap } }
JOB

while true; do
  case "$(k get job "$job" --output jsonpath='{.status.conditions[*].type}')" in
    *Complete*) k logs "job/$job"; break ;;
    *Failed*) k logs "job/$job" >&2 || true; echo "the Job $job failed" >&2; exit 1 ;;
  esac
  sleep 1
done
