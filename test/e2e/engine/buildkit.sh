#!/bin/bash
# A BuildKit of today as bin/buildkitd of the cache folder (compiled with Go in three minutes, once): it sets the times of files,
# which the one in Docker 26 does not.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
. "$here/settings.sh"
. "$here/compile.sh"

compile github.com/moby/buildkit $frontend_version ./cmd/buildkitd buildkitd
ln -sf "../buildkitd-$frontend_version" "$cache/bin/buildkitd"
