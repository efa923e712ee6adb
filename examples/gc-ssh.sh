#!/usr/bin/env bash
# A gc-command for a registry in a container of another machine, reached by ssh:
#   gc-command: bash /opt/gc-ssh.sh
#
# First try `gc-container: registry` with DOCKER_HOST=ssh://deploy@192.168.1.121 in the step's environment: it does the
# same, and looks before it stops anything. This is for where the runner has no `docker`, or that machine is to be asked
# for nothing else. Adapt the names, and the path of the configuration (registry:3: /etc/distribution/config.yml).
set -euo pipefail

machine=deploy@192.168.1.121
container=registry
config=/etc/docker/registry/config.yml

# In braces, so that all of it is read before any of it is done: it runs to its end if the connection breaks.
ssh -o BatchMode=yes "$machine" "bash -euo pipefail -s $container $config" <<'REMOTE'
{
  container=$1 config=$2
  folder=$(mktemp -d)
  trap 'docker start "$container" >&2; rm -rf "$folder"' EXIT

  # The configuration that was edited inside, and not that of the image. Whoever the container runs as may read it.
  docker cp "$container:$config" - | tar -xO >"$folder/config.yml"
  chmod 644 "$folder/config.yml"
  image=$(docker inspect --format '{{.Image}}' "$container")
  docker stop "$container" >&2
  # Not straight to the runner: a connection that breaks would end `docker run`, but not what runs in it.
  docker run --rm --volumes-from "$container" --volume "$folder/config.yml:/gc.yml:ro" \
    --env-file <(docker inspect --format '{{range .Config.Env}}{{println .}}{{end}}' "$container") \
    "$image" garbage-collect /gc.yml >"$folder/said" 2>&1 || { cat "$folder/said" >&2; exit 1; }
  cat "$folder/said"
  exit
}
REMOTE
