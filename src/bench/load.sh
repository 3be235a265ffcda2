#!/usr/bin/env bash
# Measures how many calls replicas of the service answer per second, one kind of call after the other, on one machine that
# also runs PostgreSQL and what calls.
#
#   src/bench/load.sh REPLICAS COMMAND…
#
# COMMAND starts the service, such as: java -jar target/quarkus-app/quarkus-run.jar
#
# The environment names a database that may be written to: DB_HOST, DB_PORT, DB_NAME, DB_USERNAME, DB_PASSWORD; the first
# replica migrates it. UPSTREAM is what webhooks call with GET; if it is not given, that is the live probe of the first
# replica, whose work then counts as the webhook's. LIST_ACTIONS (10) is how many actions the organization has.
#
# src/bench/calls.sh measures and tells of its settings and columns. It needs no more of a server than this API, so you can
# compare with another one. Needs Linux, wrk, curl and openssl.
set -euo pipefail

(($# > 1)) || { sed -n '2,/^set/{/^set/d;s/^# \{0,1\}//;p}' "$0" >&2; exit 2; }
replicas=$1
shift
http_port=18100
management_port=19100
upstream=${UPSTREAM:-http://127.0.0.1:$management_port/q/health/live}
organization=$(</proc/sys/kernel/random/uuid)
contact=$(</proc/sys/kernel/random/uuid)

export CUSTOM_ACTIONS_JWT_SECRET=a-secret-of-the-load-test-that-is-long-enough
export CUSTOM_ACTIONS_WEBHOOK_ALLOWED_NETWORKS=${CUSTOM_ACTIONS_WEBHOOK_ALLOWED_NETWORKS:-127.0.0.0/8}
export CUSTOM_ACTIONS_EXECUTION_MAX_CONCURRENT_PER_ORGANIZATION=1000
export CUSTOM_ACTIONS_WEBHOOK_BACKGROUND_WAITING_PER_ORGANIZATION=1000000
CUSTOM_ACTIONS_SECRETS_KEY=${CUSTOM_ACTIONS_SECRETS_KEY:-$(openssl rand -base64 32)}
export CUSTOM_ACTIONS_SECRETS_KEY
export CUSTOM_ACTIONS_REQUEST_MAX_CONCURRENT_READS_PER_ORGANIZATION=1000
export QUARKUS_LOG_LEVEL=WARN

work=$(mktemp -d)
pids=()
trap 'kill "${pids[@]}" 2>/dev/null || true; wait; rm -rf "$work"' EXIT

encoded() { openssl base64 -A | tr '+/' '-_' | tr -d '='; }

token() {
    local signed
    signed="$(printf '{"alg":"HS256","typ":"JWT"}' | encoded).$(printf \
        '{"sub":"load","role":"manager","organization_id":"%s","exp":%d}' "$organization" $(($(date +%s) + 3600)) | encoded)"
    printf '%s.%s' "$signed" "$(printf '%s' "$signed" | openssl dgst -sha256 -hmac "$CUSTOM_ACTIONS_JWT_SECRET" -binary | encoded)"
}

call() {
    curl -sSf -H "Authorization: Bearer $token" -H 'Content-Type: application/json' -X "$1" \
        "http://127.0.0.1:$http_port$2" -d "$3"
}

created() {
    call POST /api/custom-actions "$1" | sed 's/.*"id":"\([0-9a-f-]*\)".*/\1/'
}

start_replicas() {
    local i
    for ((i = 0; i < replicas; i++)); do
        QUARKUS_HTTP_PORT=$((http_port + i)) QUARKUS_MANAGEMENT_PORT=$((management_port + i)) "$@" >"$work/log$i" 2>&1 &
        pids+=($!)
        until curl -sf -o /dev/null "http://127.0.0.1:$((management_port + i))/q/health/ready"; do
            kill -0 "${pids[$i]}" 2>/dev/null || { cat "$work/log$i" >&2; exit 1; }
            sleep 0.2
        done
    done
}

start_replicas "$@"
token=$(token)
call PUT "/api/contacts/$contact" '{"phone_number":"+1 555 0100","name":"Ada Lovelace"}' >"$work/answer"
url=$(created '{"name":"Open","action_type":"url","config":{"url":"https://example.com/?name={{contact.name}}"}}')
webhook=$(created "{\"name\":\"Call\",\"action_type\":\"webhook\",\"config\":{\"method\":\"GET\",\"url\":\"$upstream\"}}")
background=$(created "{\"name\":\"Later\",\"action_type\":\"webhook\",\"config\":{\"method\":\"GET\",\"url\":\"$upstream\",\"background\":true}}")
for ((i = 4; i <= ${LIST_ACTIONS:-10}; i++)); do
    created "{\"name\":\"Ticket $i\",\"icon\":\"ticket\",\"action_type\":\"webhook\",\"config\":{\"url\":\"https://example.com/tickets/$i\",\"headers\":{\"Authorization\":\"Bearer a-token-of-the-load-test\"},\"body\":\"{\\\"name\\\":\\\"{{contact.name}}\\\"}\"}}" >/dev/null
done
script=$(created '{"name":"Copy","action_type":"javascript","config":{"code":"return {clipboard: contact.name}"}}')

addresses=$(printf ",http://127.0.0.1:%d" $(seq "$http_port" $((http_port + replicas - 1))))
SERVER_PIDS=${pids[*]} "$(dirname "$0")/calls.sh" "${addresses#,}" "$token" "$contact" "list=/api/custom-actions?limit=20" \
    "url=$url" "pair=$url" "webhook=$webhook" "script=$script" "background=$background"
for pid in "${pids[@]}"; do
    awk '/^VmRSS/ {printf "resident after the load: %d MiB\n", $2 / 1024}' "/proc/$pid/status"
done
