#!/usr/bin/env bash
# A gc-command for a registry that is a service of a Docker Swarm, run on the node that has its volume:
#   gc-command: bash /opt/gc-swarm.sh
#
# Adapt the names, and the path of the configuration (registry:3: /etc/distribution/config.yml). If the configuration
# comes from a `docker config`, mount the file that it was made from; if the service sets REGISTRY_… variables, the
# collection needs the same ones (--env). A service in global mode can't be scaled: drain it otherwise.
set -euo pipefail

service=registry_registry
replicas=1 # written down, for a run that was killed would leave 0 behind
volume=registry_data
image=registry:2
config=/etc/docker/registry/config.yml

# In every case: after an error, after gc-timeout, when the job is cancelled.
trap 'docker service scale "$service=$replicas"' EXIT

docker service scale "$service=0"
# The task that is on its way out may still write.
while [[ "$(docker service ps --format '{{.CurrentState}}' "$service")" == *Running* ]]; do sleep 1; done
docker run --rm --network none --volume "$volume:/var/lib/registry" "$image" garbage-collect "$config"
