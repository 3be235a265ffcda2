#!/usr/bin/env bash
# Runs a command with a new, empty PostgreSQL database, and throws the database away.
#
#   with-database.sh COMMAND…
#
# COMMAND finds it by DB_HOST, DB_PORT, DB_NAME and DB_USERNAME. Needs PostgreSQL's server programs, in PATH or where
# Debian and Ubuntu have them, a user other than root, and port 5432 or DB_PORT.
set -euo pipefail

(($# > 0)) || { sed -n '2,/^set/{/^set/d;s/^# \{0,1\}//;p}' "$0" >&2; exit 2; }
programs=(/usr/lib/postgresql/*/bin)
PATH=$PATH:${programs[-1]}
data=$(mktemp -d)
trap 'pg_ctl --pgdata "$data" --mode immediate stop >/dev/null; rm -rf "$data"' EXIT

export DB_HOST=127.0.0.1 DB_PORT=${DB_PORT:-5432} DB_NAME=postgres DB_USERNAME=postgres
initdb --pgdata "$data" --username "$DB_USERNAME" --auth trust --no-sync >/dev/null
pg_ctl --pgdata "$data" --wait start --log "$data/log" \
    --options "-c listen_addresses=$DB_HOST -p $DB_PORT -k $data" >/dev/null
"$@"
