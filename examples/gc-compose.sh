#!/usr/bin/env bash
# A gc-command for a registry that docker compose runs on this machine:
#   gc-command: bash /opt/gc-compose.sh
#
# First try `gc-container: registry-registry-1`, the container's name as `docker ps` shows it: it does the same, and
# looks before it stops anything. Adapt the names, and the path of the configuration (registry:3:
# /etc/distribution/config.yml). The storage must be a volume or a folder that the compose file names.
set -euo pipefail

folder=/srv/registry # where compose.yaml is
service=registry
config=/etc/docker/registry/config.yml

cd "$folder"
# In every case: after an error, after gc-timeout, when the job is cancelled.
trap 'docker compose start "$service"' EXIT

docker compose stop "$service"
# With the service's own image, volumes and environment, and without its ports.
docker compose run --rm --no-deps -T "$service" garbage-collect "$config"
