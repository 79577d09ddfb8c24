#!/bin/bash
# Debian's docker-registry as bin/docker-registry of the cache folder: unpacked, not installed, since its package would start it.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/settings.sh"

[ -x "$cache/bin/docker-registry" ] && exit 0
say "fetching a registry"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
timeout 300 apt-get download docker-registry >/dev/null 2>&1 || {
  timeout 300 apt-get update -qq
  timeout 300 apt-get download docker-registry >/dev/null 2>&1
}
dpkg -x docker-registry_*.deb unpacked
cp unpacked/usr/bin/docker-registry "$cache/bin/docker-registry.part"
mv "$cache/bin/docker-registry.part" "$cache/bin/docker-registry"
