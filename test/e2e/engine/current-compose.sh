#!/bin/bash
# A Compose of today beside Debian's, as bin/docker-compose of the cache folder (compiled with Go in one to two minutes, once).
# It is run by its path: the user's own `docker compose` stays what it is.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
. "$here/settings.sh"
. "$here/compile.sh"

module=github.com/docker/compose/v5
compile $module $compose_version ./cmd docker-compose "-X $module/internal.Version=$compose_version"
ln -sf "../docker-compose-$compose_version" "$cache/bin/docker-compose"
