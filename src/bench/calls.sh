#!/usr/bin/env bash
# Measures how many calls a server answers per second and what each costs in processor time, one kind of call after the
# other. It can be any server with this API, so that you can compare two: run it for both in turns, on one machine.
#
#   src/bench/calls.sh ADDRESS TOKEN CONTACT CALL…
#
# ADDRESS is like http://127.0.0.1:8080, or several with commas between them: replicas that are called at the same time.
# TOKEN is a caller's token, or several with commas between them, which lists take in turns. CONTACT is a contact's id.
# Each CALL is one of
#   list=PATH     reads the path, such as /api/custom-actions
#   NAME=ACTION   executes the action with this id; the name is yours
#   pair=ACTION   executes it and follows the link that its answer has; counts both calls
#
# SECONDS_EACH (10) is how long each kind of call is measured, after WARM_UP (a quarter of that) seconds that do not
# count, 0 for a server that has just started; CONNECTIONS (32) how many call at once, over all addresses, or several
# such numbers. With SERVER_PIDS and POSTGRES_PID, the ids of processes on this machine, it says how much processor time
# a call takes of them and of their children.
#
# Columns: calls per second over all addresses; the median and the 99th percentile of the slowest; failed answers, which
# are those other than 2xx and 3xx and those of clicks without success; milliseconds of processor time per call. Needs
# Linux and wrk.
set -euo pipefail

(($# > 3)) || { sed -n '2,/^set/{/^set/d;s/^# \{0,1\}//;p}' "$0" >&2; exit 2; }
IFS=, read -ra addresses <<<"$1"
tokens=$2
contact=$3
shift 3
seconds=${SECONDS_EACH:-10}
warm_up=${WARM_UP:-$(((seconds + 3) / 4))}
ticks_per_second=$(getconf CLK_TCK)

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# What every call is: the next token of a list, a click, or the link that an answer of a click had.
cat >"$work/call.lua" <<'LUA'
local tokens, links, failed, turn = {}, {}, 0, 0
for token in os.getenv("TOKENS"):gmatch("[^,]+") do tokens[#tokens + 1] = token end
local kind, body = os.getenv("KIND"), os.getenv("BODY")
local threads = {}
function setup(thread) threads[#threads + 1] = thread end
function init()
    failures = 0
    clicks = {}
    lists = {}
    for i, token in ipairs(tokens) do
        local headers = {["Authorization"] = "Bearer " .. token}
        lists[i] = wrk.format("GET", nil, headers)
        headers["Content-Type"] = "application/json"
        clicks[i] = wrk.format("POST", nil, headers, body)
    end
end
function request()
    if kind == "pair" and #links > 0 then return wrk.format("GET", table.remove(links), {}) end
    turn = turn % #tokens + 1
    return kind == "list" and lists[turn] or clicks[turn]
end
if kind ~= "list" then
    function response(status, headers, answer)
        if status == 302 then return end
        if not answer:find('"success":true', 1, true) then failures = failures + 1 end
        if kind == "pair" then links[#links + 1] = answer:match('"redirect_url":"([^"]+)"') end
    end
end
function done()
    local sum = 0
    for _, thread in ipairs(threads) do sum = sum + (thread:get("failures") or 0) end
    io.write("Failures: " .. sum .. "\n")
end
LUA

# Processor time in ticks of processes and their children, those that have ended included.
ticks() {
    local parent pid fields sum=0
    for parent in ${1:-}; do
        for pid in "$parent" $(cat /proc/"$parent"/task/*/children 2>/dev/null); do
            fields=$(sed 's/.*) //' "/proc/$pid/stat" 2>/dev/null) || continue
            read -ra fields <<<"$fields"
            sum=$((sum + fields[11] + fields[12]))
            [[ $pid != "$parent" ]] || sum=$((sum + fields[13] + fields[14]))
        done
    done
    echo "$sum"
}

# All addresses are called at the same time for so many seconds.
load() {
    local i calls=()
    for i in "${!addresses[@]}"; do
        wrk -t1 -c$(($2 / ${#addresses[@]})) -d"$1s" --latency -s "$work/call.lua" "${addresses[i]}$path" >"$work/wrk$i" &
        calls+=($!)
    done
    wait "${calls[@]}"
}

measure() {
    local name=$1 connections=$2 server database
    ((warm_up == 0)) || load "$warm_up" "$connections"
    server=$(ticks "${SERVER_PIDS:-}")
    database=$(ticks "${POSTGRES_PID:-}")
    load "$seconds" "$connections"
    server=$(($(ticks "${SERVER_PIDS:-}") - server))
    database=$(($(ticks "${POSTGRES_PID:-}") - database))
    cat "$work"/wrk* | awk -v name="$name" -v connections="$connections" -v server="$server" -v database="$database" \
        -v hertz="$ticks_per_second" '
        function ms(time) { return time ~ /us$/ ? time / 1000 : time ~ /ms$/ ? time + 0 : time * 1000 }
        function each(ticks) { return calls ? ticks * 1000 / hertz / calls : 0 }
        $1 == "50%" && ms($2) > median { median = ms($2) }
        $1 == "99%" && ms($2) > slow { slow = ms($2) }
        $2 == "requests" && $3 == "in" { calls += $1 }
        $1 == "Requests/sec:" { rate += $2 }
        /Non-2xx/ { failed += $NF }
        $1 == "Failures:" && $2 > failed { failed = $2 }
        END { printf "%-10s %11d %8.0f %10.1f %8.1f %7d %10.3f %14.3f\n", name, connections, rate, median, slow, failed,
            each(server), each(database) }'
}

export TOKENS=$tokens KIND BODY="{\"contact_id\":\"$contact\"}"
printf '%-10s %11s %8s %10s %8s %7s %10s %14s\n' call connections 'calls/s' 'median ms' 'p99 ms' failed 'server ms' \
    'PostgreSQL ms'
for call in "$@"; do
    KIND=${call%%=*}
    path=${call#*=}
    [[ $KIND == list ]] || path=/api/custom-actions/$path/execute
    for connections in ${CONNECTIONS:-32}; do
        measure "$KIND" "$connections"
    done
done
