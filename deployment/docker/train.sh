#!/usr/bin/env bash
# Makes the ahead-of-time caches (JEP 483, 514, 515) of a package, with which Java starts it in less than half the time:
# service.aot for the service, script-process.aot for the processes that run scripts. They fit this very Java, these
# jars and the options of the command that concern the heap, and nothing else.
#
#   train.sh FOLDER COMMAND…
#
# FOLDER is where the caches are written to. COMMAND starts the service, as in "java -XX:+UseSerialGC -jar
# quarkus-run.jar", and is run here, which is to be the folder of the package. From then on "java
# -XX:AOTCache=FOLDER/service.aot …" starts it; script processes use theirs where it lies beside quarkus-run.jar.
#
# DB_HOST, DB_PORT, DB_NAME, DB_USERNAME and DB_PASSWORD name a database, which is migrated; use one that can be thrown
# away, as with-database.sh makes. Without one the cache would lack what talks to it. Needs Java 25 on Linux, and ports
# 8080 and 9000 or QUARKUS_HTTP_PORT and QUARKUS_MANAGEMENT_PORT.
set -euo pipefail

(($# > 1)) && [[ -n ${DB_HOST:-} ]] || { sed -n '2,/^set/{/^set/d;s/^# \{0,1\}//;p}' "$0" >&2; exit 2; }
folder=$1
shift
readonly service=$folder/service.aot script_process=$folder/script-process.aot start_timeout=300
# What a method is used for is known well after some thousand calls.
readonly rounds=1000 script_runs=10000

# No other token is ever made with it. The token is one of a manager of the organization "training", until 2100.
export CUSTOM_ACTIONS_JWT_SECRET=used-for-training-only-and-nowhere-else
readonly token=eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJvcmdhbml6YXRpb25faWQiOiJ0cmFpbmluZyIsInN1YiI6InRyYWluaW5nIiwicm9sZSI6Im1hbmFnZXIiLCJleHAiOjQxMDI0NDQ4MDB9.L4Ubh_PxDiCm04rxIk-kVcbYWQaCH80DUaF1hypN9wM
readonly contact=/api/contacts/6d2f1e9e-0000-4000-8000-000000000001
export CUSTOM_ACTIONS_WEBHOOK_ALLOWED_NETWORKS=127.0.0.0/8
export CUSTOM_ACTIONS_DATABASE_MIGRATE_AT_START=false CUSTOM_ACTIONS_SCRIPT_START_AHEAD=true
export QUARKUS_HTTP_PORT=${QUARKUS_HTTP_PORT:-8080} QUARKUS_MANAGEMENT_PORT=${QUARKUS_MANAGEMENT_PORT:-9000}

# The first line of the answer to GET localhost:$1$2; nothing where nobody answers.
status() {
    local answer
    { exec {connection}<>"/dev/tcp/127.0.0.1/$1"; } 2>/dev/null || return 0
    printf 'GET %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n' "$2" >&"$connection"
    answer=$(cat <&"$connection") || true
    exec {connection}>&-
    echo "${answer%%$'\r'*}"
}

# The process that the service has started for scripts, once it is more than a copy of the service. A small image has
# no pgrep.
script_process_of() {
    local child
    child=$(grep -l "^PPid:[[:space:]]*$1\$" /proc/[0-9]*/status 2>/dev/null | head -1 | cut -d/ -f3) || true
    # Before it becomes the process, a program confines it.
    [[ -z $child ]] || ! grep -qa ScriptProcess "/proc/$child/cmdline" || grep -qa Confinement "/proc/$child/cmdline" ||
        echo "$child"
}

# A request with the token, in a connection that is kept unless $4 says otherwise.
request() {
    printf '%s %s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\nConnection: %s\r\n' "$1" "$2" "$token" \
        "${4:-keep-alive}"
    printf 'Content-Type: application/json\r\nContent-Length: %d\r\n\r\n%s' "${#3}" "$3"
}

# Sends the requests of its input one after the other, the last of which is to end the connection, and shows the answers.
exchange() {
    exec {connection}<>"/dev/tcp/127.0.0.1/$QUARKUS_HTTP_PORT"
    cat >&"$connection" &
    cat <&"$connection"
    exec {connection}>&-
    wait "$!"
}

# Makes an action and tells its id.
action() {
    local answer
    answer=$(request POST /api/custom-actions "$1" close | exchange)
    answer=${answer#*'"id":"'}
    echo "${answer%%'"'*}"
}

# Calls for so many rounds what people call, as one of several callers.
call() {
    local path answers
    answers=$({
        for ((round = 0; round < $1; round++)); do
            for path in "${clicks[@]}"; do
                request POST "/api/custom-actions/$path/execute" "{\"contact_id\":\"${contact##*/}\"}"
            done
            request GET /api/custom-actions ''
        done
        request GET /api/custom-actions '' close
    } | exchange)
    grep -o '/api/custom-actions/redirect/[^"]*' <<<"$answers" | {
        while read -r path; do request GET "$path" ''; done
        request GET /api/custom-actions '' close
    } | exchange
}

# Also one in use, which would keep the script process from writing another.
rm -f "$service" "$script_process" script-process.aot
"$@" migrate
"$1" -XX:AOTCacheOutput="$service" "${@:2}" &
pid=$!
trap 'kill -KILL "$pid" 2>/dev/null || true' EXIT
until [[ -n ${child:=$(script_process_of "$pid")} &&
    $(status "$QUARKUS_MANAGEMENT_PORT" /q/health/ready) == *' 200 '* ]]; do
    if ((SECONDS > start_timeout)) || ! kill -0 "$pid"; then
        echo "The service did not start" >&2
        exit 1
    fi
    sleep 0.2
done
mapfile -d '' -t script_command <"/proc/$child/cmdline"
# Beside classes the cache keeps how methods were used, so that Java compiles at once what clicks need most.
request PUT "$contact" '{"phone_number":"+1 555 0100","name":"Ada Lovelace","tags":["vip"]}' close | exchange >/dev/null
clicks=(
    "$(action '{"name":"Link","action_type":"url","config":{"url":"https://example.com/?name={{contact.name}}"}}')"
    "$(action '{"name":"Script","action_type":"javascript","config":{"code":"return {clipboard: contact.name}"}}')"
    "$(action '{"name":"Call","action_type":"webhook","config":{"method":"GET",
        "url":"http://127.0.0.1:'"$QUARKUS_MANAGEMENT_PORT"'/q/health/live?name={{contact.name}}",
        "result":{"toast":"It is {{response.status}}"}}}')"
)
for caller in {1..4}; do
    call "$rounds" >/dev/null &
    callers[caller]=$!
done
wait "${callers[@]}"
for _ in {1..20}; do
    status "$QUARKUS_MANAGEMENT_PORT" /q/health/ready
    status "$QUARKUS_MANAGEMENT_PORT" /q/metrics
done >/dev/null
# It writes the cache when it ends, with the code of the signal.
kill -TERM "$pid"
wait "$pid" || true

# With nothing to do it runs the script that it warms up with, and ends.
env -i "${script_command[0]}" -XX:AOTCacheOutput="$script_process" -Dcustom-actions.training-runs="$script_runs" \
    "${script_command[@]:1}" </dev/null >/dev/null
for cache in "$service" "$script_process"; do
    [[ -s $cache ]] || { echo "$cache was not written" >&2; exit 1; }
done
