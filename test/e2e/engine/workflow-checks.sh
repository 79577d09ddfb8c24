#!/bin/bash
# What checks workflows and the configurations of bots, in bin of the cache folder: actionlint (compiled with Go in a minute,
# once), and from PyPI zizmor, and check-jsonschema with the official schemas in it.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
. "$here/settings.sh"
. "$here/compile.sh"

compile github.com/rhysd/actionlint $actionlint_version ./cmd/actionlint actionlint
ln -sf "../actionlint-$actionlint_version" "$cache/bin/actionlint"

tools=$cache/workflow-tools
installed=$tools/zizmor-$zizmor_version-check-jsonschema-$check_jsonschema_version
[ -e "$installed" ] && exit 0
python3 -c 'import ensurepip' 2>/dev/null || install_packages python3 python3-venv
say "installing zizmor $zizmor_version and check-jsonschema $check_jsonschema_version"
python3 -m venv --clear "$tools"
timeout 300 "$tools/bin/pip" -q install "zizmor==$zizmor_version" "check-jsonschema==$check_jsonschema_version"
for program in zizmor check-jsonschema; do ln -sf "../workflow-tools/bin/$program" "$cache/bin/$program"; done
touch "$installed"
