#!/bin/sh
# As the official image's: an empty data folder gets the user, the database and the password that the variables name. A variable
# and its _FILE are one or the other.
set -eu
[ "$1" = postgres ] || exec "$@"

value_of() { # NAME DEFAULT
  eval "value=\${$1:-} file=\${$1_FILE:-}"
  [ -z "$value" ] || [ -z "$file" ] || { echo "error: both $1 and $1_FILE are set" >&2; exit 1; }
  [ -z "$file" ] || value=$(cat "$file")
  echo "${value:-$2}"
}

if [ "$(id -u)" = 0 ]; then
  chown postgres:postgres "$PGDATA"
  chmod 700 "$PGDATA"
  exec setpriv --reuid=postgres --regid=postgres --init-groups "$0" "$@"
fi
if [ ! -s "$PGDATA/PG_VERSION" ]; then
  user=$(value_of POSTGRES_USER postgres)
  database=$(value_of POSTGRES_DB "$user")
  password=$(value_of POSTGRES_PASSWORD "")
  [ -n "$password" ] || { echo "error: POSTGRES_PASSWORD is not set" >&2; exit 1; }
  echo "$password" >/tmp/password
  initdb --username="$user" --pwfile=/tmp/password --auth-local=trust --auth-host=scram-sha-256 >/dev/null
  rm /tmp/password
  echo "host all all all scram-sha-256" >>"$PGDATA/pg_hba.conf"
  # By its socket alone, so that nobody takes the half-made database for a healthy one.
  pg_ctl -o "-c listen_addresses=''" -w start >/dev/null
  [ "$database" = postgres ] || createdb --username="$user" --maintenance-db=postgres "$database"
  pg_ctl -m fast -w stop >/dev/null
fi
exec "$@" -c listen_addresses='*'
