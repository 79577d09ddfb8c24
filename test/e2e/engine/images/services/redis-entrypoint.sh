#!/bin/sh
# As the official image's: options stand for redis-server with options, which runs as its own user and is open to the network.
set -eu
[ "${1#-}" = "$1" ] || set -- redis-server "$@"
[ "$1" = redis-server ] || exec "$@"
if [ "$(id -u)" = 0 ]; then
  find . \! -user redis -exec chown redis '{}' +
  exec setpriv --reuid=redis --regid=redis --clear-groups "$0" "$@"
fi
exec "$@" --protected-mode no
