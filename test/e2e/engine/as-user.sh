#!/bin/bash
# as-user.sh HOME COMMAND [ARGUMENT...]: runs a command as a plain user, UID and GID 1500, who may use the Docker socket.
# The user exists for that command only: nothing is added to the machine. Needs root.
# Most users meet the dev container as such: as root its command line skips the change of the container user's UID.
set -euo pipefail
home=$1
shift
mkdir -p "$home/.docker/cli-plugins"
# The machine's own plugins may lie in root's home.
for folder in /usr/libexec/docker/cli-plugins /usr/lib/docker/cli-plugins /usr/local/lib/docker/cli-plugins; do
  [ -d $folder ] && ln -sf $folder/* "$home/.docker/cli-plugins/"
done
cp /etc/passwd "$home/.passwd"
echo "plain:x:1500:1500::$home:/bin/bash" >>"$home/.passwd"
cp /etc/group "$home/.group"
echo "plain:x:1500:" >>"$home/.group"
chown -hR 1500:1500 "$home"
socket_group=$(stat -L -c %g /var/run/docker.sock)
# shellcheck disable=SC2016 # the inner shell expands it
exec unshare --mount bash -c '
  mount --bind "$1/.passwd" /etc/passwd
  mount --bind "$1/.group" /etc/group
  home=$1 group=$2
  shift 2
  exec setpriv --reuid=1500 --regid=1500 --groups="$group" env HOME="$home" USER=plain LOGNAME=plain "$@"' as-user "$home" "$socket_group" "$@"
