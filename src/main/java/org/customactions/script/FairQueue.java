package org.customactions.script;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.LongSupplier;
import org.customactions.script.Standings.Rank;

/**
 * Queues waiting scripts in one lane per organization. The lanes take turns, and none gets more than its share of
 * processes. Organizations whose scripts ran long lately come after all others, and together get no more than one
 * organization's share, so that quick scripts find a process free of long ones.
 */
final class FairQueue {

    /** Part of the time limit from which on a script counts as long. */
    private static final int LONG = 4;

    private final int share;
    private final int maxPerLane;
    private final int maxWaiting;
    private final long longNanos;
    private final LongSupplier clock;
    private final Standings standings;
    private final Map<UUID, Lane> lanes = new LinkedHashMap<>();
    private int waiting;
    private int slowRunning;
    private boolean closed;

    /**
     * @param share processes that one organization may have at once
     * @param timeout what a script may take
     * @param clock tells the time as {@link System#nanoTime} does
     */
    FairQueue(int share, int maxPerLane, int maxWaiting, Duration timeout, LongSupplier clock) {
        this.share = share;
        this.maxPerLane = maxPerLane;
        this.maxWaiting = maxWaiting;
        this.longNanos = timeout.toNanos() / LONG;
        this.clock = clock;
        this.standings = new Standings(timeout.dividedBy(LONG));
    }

    /** False if the lane or the queue is full. */
    synchronized boolean offer(Job job) {
        var lane = lanes.get(job.organizationId());
        var ahead = lane == null ? 0 : lane.jobs.size();
        if (closed || ahead >= maxPerLane || waiting >= maxWaiting) {
            return false;
        }
        lanes.computeIfAbsent(job.organizationId(), id -> new Lane()).jobs.add(job);
        waiting++;
        notify();
        return true;
    }

    /** The next job, to be given back with {@link #release}; null once the queue is closed. */
    synchronized Turn take() throws InterruptedException {
        while (!closed) {
            var turn = poll();
            if (turn != null) {
                return turn;
            }
            wait();
        }
        return null;
    }

    /** The next job like {@link #take}; null if none may start now. */
    synchronized Turn poll() {
        var now = clock.getAsLong();
        Candidate best = null;
        for (var entry : lanes.entrySet()) {
            var lane = entry.getValue();
            if (lane.jobs.isEmpty() || lane.running >= share) {
                continue;
            }
            var rank = standings.of(entry.getKey(), now);
            if (rank == Rank.SLOW && slowRunning >= share) {
                continue;
            }
            var candidate = new Candidate(entry.getKey(), lane.jobs.peek().createdAt(), rank);
            if (best == null || candidate.precedes(best, now - longNanos)) {
                best = candidate;
            }
        }
        return best == null ? null : start(best);
    }

    /** Ends a turn; how long its script ran decides about the organization's next ones. */
    synchronized void release(Turn turn, Duration ran) {
        var organizationId = turn.job().organizationId();
        var lane = lanes.get(organizationId);
        lane.running--;
        if (turn.rank() == Rank.SLOW) {
            slowRunning--;
        }
        standings.ended(organizationId, ran, clock.getAsLong());
        removeIfIdle(organizationId, lane);
        // More than one may be next: this place may have been what the slow ones waited for.
        notifyAll();
    }

    /** Removes a job that nobody waits for any more; does nothing if it is not in the queue. */
    synchronized void remove(Job job) {
        var lane = lanes.get(job.organizationId());
        if (lane != null && lane.jobs.remove(job)) {
            waiting--;
            removeIfIdle(job.organizationId(), lane);
        }
    }

    synchronized int waiting() {
        return waiting;
    }

    /** Removes and returns the jobs that were created before an instant of {@link System#nanoTime}. */
    synchronized List<Job> removeOlderThan(long nanos) {
        var old = new ArrayList<Job>();
        for (var iterator = lanes.values().iterator(); iterator.hasNext(); ) {
            var lane = iterator.next();
            while (!lane.jobs.isEmpty() && lane.jobs.peek().createdAt() - nanos < 0) {
                old.add(lane.jobs.poll());
                waiting--;
            }
            if (lane.idle()) {
                iterator.remove();
            }
        }
        return old;
    }

    /** Ends every {@link #take} and returns the jobs that were still waiting. */
    synchronized List<Job> close() {
        closed = true;
        notifyAll();
        var left = new ArrayList<Job>();
        lanes.values().forEach(lane -> {
            left.addAll(lane.jobs);
            lane.jobs.clear();
        });
        waiting = 0;
        return left;
    }

    private Turn start(Candidate chosen) {
        var lane = lanes.remove(chosen.organizationId());
        lanes.put(chosen.organizationId(), lane);
        lane.running++;
        waiting--;
        if (chosen.rank() == Rank.SLOW) {
            slowRunning++;
        }
        return new Turn(lane.jobs.poll(), chosen.rank());
    }

    private void removeIfIdle(UUID organizationId, Lane lane) {
        if (lane.idle()) {
            lanes.remove(organizationId);
        }
    }

    /** A job whose turn it is. */
    record Turn(Job job, Rank rank) {}

    /** A lane that could be next; those met earlier have had no turn for longer. */
    private record Candidate(UUID organizationId, long createdAt, Rank rank) {

        /**
         * Among lanes of one rank the earlier one is next, unless it has waited so long that the queue must be crowded:
         * then one that came later is, which can still be answered in time. Otherwise everybody would wait for as long
         * as a crowd's scripts take together.
         */
        private boolean precedes(Candidate earlier, long crowdedBefore) {
            if (rank != earlier.rank) {
                return rank.compareTo(earlier.rank) < 0;
            }
            return rank != Rank.SLOW && earlier.createdAt - crowdedBefore < 0 && createdAt - earlier.createdAt > 0;
        }
    }

    private static final class Lane {
        private final Deque<Job> jobs = new ArrayDeque<>();
        private int running;

        private boolean idle() {
            return running == 0 && jobs.isEmpty();
        }
    }
}
