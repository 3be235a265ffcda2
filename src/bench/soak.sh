#!/usr/bin/env bash
# Calls services for hours, as many people who do not hurry do, and says minute by minute how it went: whether memory,
# latency or the number of rows grows.
#
#   src/bench/soak.sh MINUTES TOKEN CONTACT LINK WEBHOOK SCRIPT ADDRESS=PID…
#
# TOKEN is a manager's token that lives as long. CONTACT is a contact's id; LINK, WEBHOOK and SCRIPT are those of actions
# of these kinds. Each ADDRESS is like http://127.0.0.1:8080 and PID the id of its process on this machine; several are
# replicas with one database, called at the same time. Of six calls two are lists, two clicks on the link, each followed,
# and one each on the webhook and the script.
#
# CONNECTIONS (8) is how many callers each has, PAUSE (12) how many milliseconds they wait between two calls. With
# DATABASE, a URL for psql, a line has the rows of the history and the size of the database.
#
# A line has, for each: calls in the minute; the median and the 99th percentile of the answers in milliseconds; failed
# answers; resident megabytes of the process and of each of its children. Needs Linux and wrk.
set -euo pipefail

(($# > 6)) || { sed -n '2,/^set/{/^set/d;s/^# \{0,1\}//;p}' "$0" >&2; exit 2; }
minutes=$1
export TOKEN=$2 CONTACT=$3 LINK=$4 WEBHOOK=$5 SCRIPT=$6 PAUSE=${PAUSE:-12}
shift 6

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cat >"$work/callers.lua" <<'LUA'
local authorization = {["Authorization"] = "Bearer " .. os.getenv("TOKEN")}
local pause, links, threads, turn = tonumber(os.getenv("PAUSE")), {}, {}, 0
local calls = {}
function setup(thread) threads[#threads + 1] = thread end
function init()
    failures = 0
    local list = wrk.format("GET", "/api/custom-actions?limit=20", authorization)
    authorization["Content-Type"] = "application/json"
    local body = '{"contact_id":"' .. os.getenv("CONTACT") .. '"}'
    local function click(action)
        return wrk.format("POST", "/api/custom-actions/" .. os.getenv(action) .. "/execute", authorization, body)
    end
    calls = {list, list, click("LINK"), click("LINK"), click("WEBHOOK"), click("SCRIPT")}
end
function delay() return pause end
function request()
    if #links > 0 then return wrk.format("GET", table.remove(links), {}) end
    turn = turn % #calls + 1
    return calls[turn]
end
function response(status, headers, body)
    if status ~= 302 and (status ~= 200 or body:find('"success":false', 1, true)) then failures = failures + 1 end
    local link = body:match('"redirect_url":"([^"]+)"')
    if link then links[#links + 1] = link end
end
function done(summary, latency)
    local failed = summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout
    for _, thread in ipairs(threads) do failed = failed + thread:get("failures") end
    io.write(string.format("RESULT %d calls, p50 %.1f, p99 %.1f, %d failed", summary.requests,
        latency:percentile(50) / 1000, latency:percentile(99) / 1000, failed))
end
LUA

# Resident megabytes of the process $1 and of its children.
memory() {
    local process
    for process in "$1" $(cat /proc/"$1"/task/*/children); do
        awk '/^VmRSS/ { printf "%d ", $2 / 1024 }' "/proc/$process/status" 2>/dev/null || true
    done
}

for ((minute = 0; minute < minutes; minute++)); do
    for one in "$@"; do
        wrk -t1 -c"${CONNECTIONS:-8}" -d60s --latency -s "$work/callers.lua" "${one%=*}" >"$work/${one##*=}" &
    done
    wait
    line=$(date +%H:%M)
    for one in "$@"; do
        line+=" | ${one%=*}: $(sed -n 's/^RESULT //p' "$work/${one##*=}"), $(memory "${one##*=}")MB"
    done
    [[ -z ${DATABASE:-} ]] || line+=" | $(psql "$DATABASE" -Atc "select count(*) || ' rows, ' ||
        pg_database_size(current_database()) / 1048576 || ' MB' from custom_action_executions")"
    echo "$line"
done
