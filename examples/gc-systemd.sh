#!/usr/bin/env bash
# A gc-command for a registry that is a service of this machine, such as Debian's docker-registry:
#   gc-command: bash /opt/gc-systemd.sh
#
# Adapt the three names. It runs as the runner's user, who needs in /etc/sudoers.d/registry:
#   runner ALL=(root) NOPASSWD: /usr/bin/systemctl start docker-registry, /usr/bin/systemctl stop docker-registry
#   runner ALL=(docker-registry) NOPASSWD: /usr/bin/timeout 45m /usr/bin/docker-registry garbage-collect /etc/docker/registry/config.yml
# If the service sets REGISTRY_… variables, the collection needs the same ones.
set -euo pipefail

service=docker-registry
user=docker-registry # the service's own, so that no file in the storage becomes another's
config=/etc/docker/registry/config.yml

# In every case, after an error too.
trap 'sudo -n systemctl start "$service"' EXIT

sudo -n systemctl stop "$service"
# Nobody may end another user's process, so that gc-timeout (1h) could not end this one: it ends itself before.
sudo -n -u "$user" /usr/bin/timeout 45m /usr/bin/docker-registry garbage-collect "$config"
