#!/bin/bash
# debian:trixie-slim and the python:3.13 family, under the names of the official images.
# They are pulled where a registry answers. Elsewhere stand-ins are built from Debian packages, with CPython compiled into /usr/local
# from Debian's source package as the official images lay it out (six minutes, once: they are kept in the cache folder).
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
. "$here/settings.sh"

debian=debian:$debian_suite-slim
slim=("python:$python_version-slim-$debian_suite" "python:$python_version-slim")
full=("python:$python_version-$debian_suite" "python:$python_version")
label=projen-python-container.stand-in
# What a stand-in is made of: another key, another image.
key=$(cat "$here/base-images.sh" "$here"/images/{debian,python}/* "$certificates" | sha256sum | cut -c1-12)

# outdated IMAGE: it is a stand-in of ours, made of something else. An image of any other origin is left alone.
outdated() {
  local made_of
  made_of=$(docker image inspect -f "{{index .Config.Labels \"$label\"}}" "$1" 2>/dev/null) || return 1
  [ -n "$made_of" ] && [ "$made_of" != "$key" ]
}

if ! outdated "$debian" && ! outdated "${full[0]}"; then
  have_image "$debian" "${slim[@]}" "${full[@]}" && exit 0
fi

saved=$cache/base-images-$key.tar.zst
have_command zstd zstd
if [ -s "$saved" ]; then
  say "loading the stand-ins for $debian and python:$python_version"
  zstd -dc "$saved" | timeout 300 docker load -q >/dev/null
  exit 0
fi

say "building stand-ins for $debian and python:$python_version: six minutes, once"
have_command mmdebstrap mmdebstrap
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
sources_of $debian_suite >"$work/debian.sources"
# The certificates lie beside the system's own bundle, which a package's trigger may write anew.
inside=/etc/ssl/machine-certificates.crt
timeout 600 mmdebstrap --quiet --variant=minbase --include=ca-certificates \
  --dpkgopt='path-exclude=/usr/share/doc/*' --dpkgopt='path-exclude=/usr/share/man/*' --dpkgopt='path-exclude=/usr/share/locale/*' \
  --customize-hook="cp $certificates \"\$1$certificates\"; cp $certificates \"\$1$inside\"; cp '$here/images/debian/docker-clean' \"\$1/etc/apt/apt.conf.d/\"; rm -f \"\$1\"/var/cache/apt/*.bin" \
  $debian_suite - "$work/debian.sources" |
  docker import -c "LABEL $label=$key" -c 'CMD ["bash"]' \
    -c "ENV PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin \
        SSL_CERT_FILE=$inside PIP_CERT=$inside REQUESTS_CA_BUNDLE=$inside CURL_CA_BUNDLE=$inside GIT_SSL_CAINFO=$inside CARGO_HTTP_CAINFO=$inside NODE_EXTRA_CA_CERTS=$inside" \
    - "$debian" >/dev/null

build() { timeout 900 docker build -q --build-arg VERSION=$python_version --build-arg SUITE=$debian_suite --target "$1" -t "$2" -t "$3" "$here/images/python" >/dev/null; }
build slim "${slim[@]}"
build full "${full[@]}"
rm -f "$cache"/base-images-*
docker save "$debian" "${slim[@]}" "${full[@]}" | zstd -q -T0 >"$saved.part"
mv "$saved.part" "$saved"
