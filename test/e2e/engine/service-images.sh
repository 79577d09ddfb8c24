#!/bin/bash
# postgres:17 and redis:8, pulled, or where no registry answers stand-ins of Debian's packages of these versions. Generated compose
# files name the images of Docker Hub, and are run unchanged.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
. "$here/settings.sh"

postgres=postgres:17
redis=redis:8

# The label of the Debian image on which they stand.
is_stand_in() {
  docker image inspect -f '{{index .Config.Labels "projen-python-container.stand-in"}}' "$1" 2>/dev/null | grep -q .
}

if ! is_stand_in "$postgres"; then
  have_image "$postgres" "$redis" && exit 0
  say "building stand-ins for $postgres and $redis"
fi
# Made again each time: the build cache has all that did not change.
build() { timeout 600 docker build -q --build-arg SUITE=$debian_suite --target "$1" -t "$2" "$here/images/services" >/dev/null; }
build postgres "$postgres"
build redis "$redis"
