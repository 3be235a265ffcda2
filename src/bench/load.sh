#!/usr/bin/env bash
# Measures how many calls replicas of the service answer per second, one kind of call after the other, on one machine that
# also runs PostgreSQL and what calls.
#
#   src/bench/load.sh REPLICAS COMMAND…
#
# COMMAND starts the service, such as: java -jar target/quarkus-app/quarkus-run.jar
#
# The environment names a database that may be written to: DB_HOST, DB_PORT, DB_NAME, DB_USERNAME, DB_PASSWORD; the first
# replica migrates it. SECONDS_EACH (10) is how long each kind of call is measured, after a quarter of that which is not;
# CONNECTIONS (32) how many call at once, over all replicas. UPSTREAM is what webhooks call with GET; if it is not given,
# that is the live probe of the first replica, whose work then counts as the webhook's.
#
# Columns: calls per second over all replicas; the median and the 99th percentile of the slowest replica; answers other
# than 2xx. Needs Linux, wrk, curl and openssl.
set -euo pipefail

(($# > 1)) || { sed -n '2,/^set/{/^set/d;s/^# \{0,1\}//;p}' "$0" >&2; exit 2; }
replicas=$1
shift
seconds=${SECONDS_EACH:-10}
connections=${CONNECTIONS:-32}
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

# All replicas are called at the same time for so many seconds.
load() {
    local i calls=()
    for ((i = 0; i < replicas; i++)); do
        wrk -t1 -c$((connections / replicas)) -d"$1s" --latency -s "$work/call.lua" \
            "http://127.0.0.1:$((http_port + i))$2" >"$work/wrk$i" &
        calls+=($!)
    done
    wait "${calls[@]}"
}

measure() {
    local name=$1 path=$2 body=$3
    cat >"$work/call.lua" <<LUA
wrk.headers["Authorization"] = "Bearer $token"
wrk.headers["Content-Type"] = "application/json"
if [[$body]] ~= "" then wrk.method = "POST"; wrk.body = [[$body]] end
LUA
    load $(((seconds + 3) / 4)) "$path"
    load "$seconds" "$path"
    cat "$work"/wrk* | awk -v name="$name" -v replicas="$replicas" '
        function ms(time) { return time ~ /us$/ ? time / 1000 : time ~ /ms$/ ? time + 0 : time * 1000 }
        $1 == "50%" && ms($2) > median { median = ms($2) }
        $1 == "99%" && ms($2) > slow { slow = ms($2) }
        $1 == "Requests/sec:" { rate += $2 }
        /Non-2xx/ { failed += $NF }
        END { printf "%-10s %8d %12.0f %10.1f %10.1f %8d\n", name, replicas, rate, median, slow, failed }'
}

start_replicas "$@"
token=$(token)
call PUT "/api/contacts/$contact" '{"phone_number":"+1 555 0100","name":"Ada Lovelace"}' >"$work/answer"
url=$(created '{"name":"Open","action_type":"url","config":{"url":"https://example.com/?name={{contact.name}}"}}')
webhook=$(created "{\"name\":\"Call\",\"action_type\":\"webhook\",\"config\":{\"method\":\"GET\",\"url\":\"$upstream\"}}")
background=$(created "{\"name\":\"Later\",\"action_type\":\"webhook\",\"config\":{\"method\":\"GET\",\"url\":\"$upstream\",\"background\":true}}")
script=$(created '{"name":"Copy","action_type":"javascript","config":{"code":"return {clipboard: contact.name}"}}')

printf '%-10s %8s %12s %10s %10s %8s\n' call replicas 'calls/s' 'median ms' 'p99 ms' 'not 2xx'
measure list /api/custom-actions?limit=20 ''
for kind in url webhook script background; do
    measure "$kind" "/api/custom-actions/${!kind}/execute" "{\"contact_id\":\"$contact\"}"
done
for pid in "${pids[@]}"; do
    awk '/^VmRSS/ {printf "resident after the load: %d MiB\n", $2 / 1024}' "/proc/$pid/status"
done
