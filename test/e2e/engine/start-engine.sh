#!/bin/bash
# start-engine.sh        starts dockerd, unless an engine answers already; that one is used as it is
# start-engine.sh stop   stops the one that this script started, by its process id, and nothing else
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/settings.sh"
state=${XDG_RUNTIME_DIR:-/run}/projen-python-container
pid_file=$state/dockerd.pid log=$state/dockerd.log

if [ "${1:-}" = stop ]; then
  [ -s "$pid_file" ] || exit 0
  pid=$(cat "$pid_file")
  rm -f "$pid_file"
  # The number may belong to another process by now.
  [ "$(cat "/proc/$pid/comm" 2>/dev/null)" = dockerd ] && kill "$pid"
  exit 0
fi

answers() { timeout 10 docker info >/dev/null 2>&1; }

# wait_for_engine: one that was just started, by this script or by the installation of its package.
wait_for_engine() {
  for _ in $(seq 60); do
    answers && return
    sleep 0.5
  done
  return 1
}

answers && exit 0
if pgrep -x dockerd >/dev/null; then
  # A second daemon would remove the first one's bridge.
  wait_for_engine || { say "a dockerd runs and does not answer; it is left alone: look at it"; exit 1; }
  exit 0
fi
[ "$(id -u)" = 0 ] || { say "no Docker engine answers, and starting one needs root"; exit 1; }
mkdir -p "$state"
setsid /usr/sbin/dockerd </dev/null >"$log" 2>&1 &
echo $! >"$pid_file"
wait_for_engine || { say "dockerd did not start:"; tail -n 20 "$log" >&2; exit 1; }
