#!/bin/bash
# What `docker buildx build --check` needs: a Dockerfile frontend and a buildx that know it.
# Where they can't be had otherwise they are compiled with Go (two to four minutes, once), buildx as bin/docker-buildx of the cache folder.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
. "$here/settings.sh"

# compile MODULE VERSION PACKAGE NAME: a Go program as $cache/NAME-VERSION, once.
compile() {
  [ -x "$cache/$4-$2" ] && return
  say "compiling $4 $2"
  # Debian's Go may be older than a module asks for; it then fetches the one it needs.
  command -v go >/dev/null || { install_recent golang-go golang-src golang-1.24-go; export GOTOOLCHAIN=auto; }
  local source copy
  source=$(cd / && timeout 300 go mod download -json "$1@$2" | sed -n 's/.*"Dir": "\(.*\)".*/\1/p')
  copy=$(mktemp -d)
  cp -r "$source/." "$copy"
  chmod -R u+w "$copy"
  (cd "$copy" && CGO_ENABLED=0 timeout 900 go build -trimpath -ldflags '-s -w' -tags 'netgo osusergo' -o "$cache/$4-$2.part" "$3")
  rm -rf "$copy"
  mv "$cache/$4-$2.part" "$cache/$4-$2"
}

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
