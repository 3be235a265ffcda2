#!/usr/bin/env bash
# Measures how long the service takes from the start of its process until GET /q/health/ready answers 200, and what it
# then holds in memory. Several commands take turns, so that what else the machine does meets all of them.
#
#   src/bench/start.sh [-n STARTS] [-s SECONDS] COMMAND…
#
#   -n  starts of each command, 10 if not given; one more before them does not count
#   -s  seconds from ready until memory is read for the second time, 3 if not given
#
# Each COMMAND is one argument, split at its spaces: "java -jar target/quarkus-app/quarkus-run.jar", or
# "target/custom-actions-0.1.0-SNAPSHOT-runner", or with settings of its own "env A=b java …". It must not leave its
# process id to another process, as a shell would.
#
# The environment is the service's: DB_HOST, DB_USERNAME, … of a database that has been migrated ("COMMAND migrate"),
# CUSTOM_ACTIONS_JWT_SECRET, CUSTOM_ACTIONS_DATABASE_MIGRATE_AT_START=false. It listens on QUARKUS_HTTP_PORT (8080) and
# QUARKUS_MANAGEMENT_PORT (9000).
#
# Columns: milliseconds to ready as median, least and most; seconds of processor time until then; MiB resident when
# ready, SECONDS later, and then of all its processes together, where pages that they share count for each. All but the
# least and the most are medians. Needs bash 5 and Linux.
set -euo pipefail

starts=10
settle=3
while getopts n:s: option; do
    case $option in
        n) starts=$OPTARG ;;
        s) settle=$OPTARG ;;
        *) exit 2 ;;
    esac
done
shift $((OPTIND - 1))
((BASH_VERSINFO[0] >= 5 && $# > 0)) || { sed -n '2,/^set/{/^set/d;s/^# \{0,1\}//;p}' "$0" >&2; exit 2; }

export QUARKUS_HTTP_PORT=${QUARKUS_HTTP_PORT:-8080} QUARKUS_MANAGEMENT_PORT=${QUARKUS_MANAGEMENT_PORT:-9000}
readonly give_up=60000000 ticks_per_second=$(getconf CLK_TCK)
results=$(mktemp -d)
log=$results/log
pid=
trap '[[ -z $pid ]] || kill -KILL "$pid"; rm -rf "$results"' EXIT
# Nothing is ever written to it; waiting for it is a pause that starts no process.
exec {pause}<> <(:)

is_ready() {
    local status
    { exec {connection}<>"/dev/tcp/127.0.0.1/$QUARKUS_MANAGEMENT_PORT"; } 2>/dev/null || return 1
    printf 'GET /q/health/ready HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n' >&"$connection"
    read -rt 5 status <&"$connection" || status=
    exec {connection}>&-
    [[ $status == *' 200 '* ]]
}

microseconds() { echo "${EPOCHREALTIME/[^0-9]/}"; }

resident_kib() { awk '/^VmRSS/ {print $2}' "/proc/$1/status"; }

with_children_kib() {
    local sum child
    sum=$(resident_kib "$1")
    for child in $(cat /proc/"$1"/task/*/children 2>/dev/null); do
        sum=$((sum + $(with_children_kib "$child")))
    done
    echo "$sum"
}

processor_seconds() {
    awk -v per="$ticks_per_second" '{sub(/.*\) /, ""); print ($12 + $13) / per}' "/proc/$1/stat"
}

start_once() {
    local begin end
    # Another service there would answer in this one's place.
    if is_ready; then
        echo "Port $QUARKUS_MANAGEMENT_PORT is taken" >&2
        exit 1
    fi
    begin=$(microseconds)
    "$@" >"$log" 2>&1 &
    pid=$!
    until is_ready; do
        if ! kill -0 "$pid" 2>/dev/null || (($(microseconds) - begin > give_up)); then
            echo "Not ready: $*" >&2
            cat "$log" >&2
            exit 1
        fi
        read -rt 0.003 -u "$pause" || true
    done
    end=$(microseconds)
    printf '%d %s %d ' $(((end - begin) / 1000)) "$(processor_seconds "$pid")" "$(resident_kib "$pid")"
    sleep "$settle"
    printf '%d %d\n' "$(resident_kib "$pid")" "$(with_children_kib "$pid")"
    kill -TERM "$pid"
    wait "$pid" || true
    pid=
}

# The value in the middle of a column; the upper one of two.
middle() { sort -n -k "$2,$2" "$1" | awk -v column="$2" '{value[NR] = $column} END {print value[int(NR / 2) + 1]}'; }

for ((round = 0; round <= starts; round++)); do
    number=0
    for command; do
        number=$((number + 1))
        read -ra words <<<"$command"
        start_once "${words[@]}" >>"$results/$((round == 0 ? 0 : number))"
    done
done

printf '%8s%8s%8s%8s%8s%8s%8s  %s\n' ready min max cpu MiB later all command
number=0
for command; do
    number=$((number + 1))
    file=$results/$number
    printf '%8d%8d%8d%8.2f%8d%8d%8d  %s\n' "$(middle "$file" 1)" \
        "$(sort -n "$file" | head -1 | cut -d' ' -f1)" "$(sort -n "$file" | tail -1 | cut -d' ' -f1)" \
        "$(middle "$file" 2)" $(($(middle "$file" 3) / 1024)) $(($(middle "$file" 4) / 1024)) \
        $(($(middle "$file" 5) / 1024)) "$command"
done
