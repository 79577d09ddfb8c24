#!/bin/bash
# Installs a Docker engine with buildx and Compose from Debian packages; starts nothing. Needs root.
# bookworm's own engine is too old for these builds.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/settings.sh"

install_recent docker.io docker-cli docker-buildx docker-compose containerd
install_packages iptables ca-certificates
