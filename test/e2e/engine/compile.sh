# shellcheck shell=bash disable=SC2154 # sourced after settings.sh
# compile MODULE VERSION PACKAGE NAME [LDFLAGS]: a Go program as $cache/NAME-VERSION, once.
compile() {
  [ -x "$cache/$4-$2" ] && return
  say "compiling $4 $2"
  # Debian's Go may be older than a module asks for; it then fetches the one it needs.
  command -v go >/dev/null || { install_recent golang-go golang-src golang-1.24-go; export GOTOOLCHAIN=auto; }
  local source copy
  source=$(cd / && timeout 300 go mod download -json "$1@$2" | sed -n 's/.*"Dir": "\(.*\)".*/\1/p')
  copy=$(mktemp -d)
  cp -r "$source/." "$copy"
  chmod -R u+w "$copy"
  (cd "$copy" && CGO_ENABLED=0 timeout 900 go build -trimpath -ldflags "-s -w ${5:-}" -tags 'netgo osusergo' -o "$cache/$4-$2.part" "$3")
  rm -rf "$copy"
  mv "$cache/$4-$2.part" "$cache/$4-$2"
}
