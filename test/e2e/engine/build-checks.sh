#!/bin/bash
# What `docker buildx build --check` needs: a Dockerfile frontend and a buildx that know it.
# Where they can't be had otherwise they are compiled with Go (two to four minutes, once), buildx as bin/docker-buildx of the cache folder.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
. "$here/settings.sh"
. "$here/compile.sh"

if docker buildx build --help | grep -q -- --check; then
  rm -f "$cache/bin/docker-buildx"
else
  compile github.com/docker/buildx $buildx_version ./cmd/buildx docker-buildx
  ln -sf "../docker-buildx-$buildx_version" "$cache/bin/docker-buildx"
fi

have_image docker/dockerfile:1 && exit 0
compile github.com/moby/buildkit $frontend_version ./frontend/dockerfile/cmd/dockerfile-frontend dockerfile-frontend
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp "$here/images/frontend/Dockerfile" "$work"
cp "$cache/dockerfile-frontend-$frontend_version" "$work/dockerfile-frontend"
timeout 120 docker build -q -t docker/dockerfile:1 "$work" >/dev/null
