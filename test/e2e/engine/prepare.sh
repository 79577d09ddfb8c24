#!/bin/bash
# Makes the end-to-end tests runnable: a Docker engine, the base images, the tools that check a Dockerfile.
# What is there already is used as it is; run again, it takes a second. A bare Debian machine takes some seven minutes.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
. "$here/settings.sh"

if ! timeout 20 docker info >/dev/null 2>&1; then
  command -v dockerd >/dev/null || "$here/install-engine.sh"
  "$here/start-engine.sh"
fi
for plugin in buildx compose; do
  docker $plugin version >/dev/null 2>&1 || { say "docker $plugin is missing; install it"; exit 1; }
done
"$here/base-images.sh"
"$here/uv-image.sh"
"$here/service-images.sh"
"$here/build-checks.sh"
"$here/current-compose.sh"
"$here/python-tools.sh"
"$here/workflow-checks.sh"
say "$(docker version -f 'Docker {{.Server.Version}}') is ready"
