#!/bin/bash
# ghcr.io/astral-sh/uv, pulled, or where no registry answers made from the PyPI wheel, which carries the same program.
set -euo pipefail
here=$(dirname "${BASH_SOURCE[0]}")
. "$here/settings.sh"

image=ghcr.io/astral-sh/uv
have_image "$image:$uv_version" "$image:${uv_version%.*}" && exit 0
say "making a stand-in for $image:$uv_version"
"$here/python-tools.sh"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
timeout 300 "$cache/tools/bin/pip" -q download --no-deps --only-binary :all: "uv==$uv_version"
"$cache/tools/bin/python" -m zipfile -e uv-*.whl wheel
mv wheel/uv-*.data/scripts/{uv,uvx} .
chmod 755 uv uvx
printf 'FROM scratch\nCOPY uv uvx /\nENTRYPOINT ["/uv"]\n' >Dockerfile
timeout 120 docker build -q -t "$image:$uv_version" -t "$image:${uv_version%.*}" . >/dev/null
