#!/bin/bash
# as-user.sh UID HOME COMMAND [ARGUMENT...]: runs a command as a plain user, GID as UID, who may use the Docker socket.
# The user exists for that command only: nothing is added to the machine. Needs root.
# Most users meet the dev container as such: as root its command line skips the change of the container user's UID.
set -euo pipefail
uid=$1 home=$2
shift 2
# The Dev Containers CLI has a folder of its own for each name.
name=plain$uid
mkdir -p "$home/.docker/cli-plugins"
# The machine's own plugins may lie in root's home.
for folder in /usr/libexec/docker/cli-plugins /usr/lib/docker/cli-plugins /usr/local/lib/docker/cli-plugins; do
  [ -d $folder ] && ln -sf $folder/* "$home/.docker/cli-plugins/"
done
cp /etc/passwd "$home/.passwd"
echo "$name:x:$uid:$uid::$home:/bin/bash" >>"$home/.passwd"
cp /etc/group "$home/.group"
echo "$name:x:$uid:" >>"$home/.group"
chown -hR "$uid:$uid" "$home"
socket_group=$(stat -L -c %g /var/run/docker.sock)
# shellcheck disable=SC2016 # the inner shell expands it
exec unshare --mount bash -c '
  mount --bind "$1/.passwd" /etc/passwd
  mount --bind "$1/.group" /etc/group
  home=$1 group=$2 uid=$3 name=$4
  shift 4
  exec setpriv --reuid="$uid" --regid="$uid" --groups="$group" env HOME="$home" USER="$name" LOGNAME="$name" "$@"' as-user "$home" "$socket_group" "$uid" "$name" "$@"
