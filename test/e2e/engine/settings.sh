# shellcheck shell=bash disable=SC2034 # used where it is sourced
# Sourced by the scripts beside it: where things are kept, which versions are used, and helpers for more than one of them.
# PROJEN_PYTHON_CONTAINER_CACHE names another cache folder.
cache=${PROJEN_PYTHON_CONTAINER_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/projen-python-container}
mkdir -p "$cache/bin"

python_version=3.13
debian_suite=trixie
uv_version=0.13.9
hadolint_version=2.15.1
frontend_version=v0.33.1
buildx_version=v0.29.1
compose_version=v5.5.1
actionlint_version=v1.7.12
zizmor_version=1.32.0
check_jsonschema_version=0.39.0

# The machine's certificates: whoever sits behind a proxy with its own authority needs them inside builds too.
certificates=/etc/ssl/certs/ca-certificates.crt

say() { echo "engine: $*" >&2; }

# install_packages PACKAGE...: from Debian, as root.
install_packages() {
  [ "$(id -u)" = 0 ] || { say "install the Debian packages $*: this user can't"; return 1; }
  say "installing $*"
  timeout 300 apt-get update -qq
  DEBIAN_FRONTEND=noninteractive timeout 600 apt-get install -y -qq --no-install-recommends "$@" >/dev/null
}

# install_recent PACKAGE...: as Debian trixie has them, on bookworm too; libc and all that is not named stay bookworm's.
install_recent() {
  local system
  system=$(. /etc/os-release && echo "$ID-${VERSION_CODENAME:-}")
  case $system in
    debian-trixie) install_packages "$@" ;;
    debian-bookworm)
      sources_of trixie >/etc/apt/sources.list.d/trixie.sources
      # Below the 100 of what is installed: nothing is upgraded from there unasked.
      printf 'Package: *\nPin: release n=trixie*\nPin-Priority: 50\n' >/etc/apt/preferences.d/trixie
      install_packages "${@/%//trixie}"
      ;;
    *) say "install $*: it is done here on Debian bookworm and trixie only, not on $system"; return 1 ;;
  esac
}

# have_command COMMAND PACKAGE...: installs the packages where the command is missing.
have_command() {
  command -v "$1" >/dev/null || install_packages "${@:2}"
}

# have_image IMAGE...: each is here or can be pulled. The first pull shows whether a registry answers, so it may not take long.
have_image() {
  local image seconds=60
  for image in "$@"; do
    docker image inspect "$image" >/dev/null 2>&1 && continue
    timeout $seconds docker pull -q "$image" >/dev/null 2>&1 || return 1
    seconds=600
  done
}

# sources_of SUITE: apt sources of a Debian suite, at the mirrors that this machine uses already.
sources_of() {
  local folder=/etc/apt/sources.list.d codename
  codename=$(. /etc/os-release && echo "$VERSION_CODENAME")
  if [ -s $folder/debian.sources ]; then
    sed "/^#/d; s/^\(Suites:.*\) $codename-backports/\1/; s/$codename/$1/g" $folder/debian.sources
  else
    awk -v from="$codename" -v to="$1" '$1 == "deb" && /debian/ && !/cdrom|backports/ {
      sub(/\[[^]]*\] */, ""); sub(from, to, $3)
      print "Types: deb\nURIs: " $2 "\nSuites: " $3 "\nComponents: main\nSigned-By: /usr/share/keyrings/debian-archive-keyring.gpg\n" }' \
      /etc/apt/sources.list
  fi
}
