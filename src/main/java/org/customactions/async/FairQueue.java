package org.customactions.async;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.LongSupplier;
import org.customactions.async.Standings.Rank;

/**
 * Queues waiting jobs in one lane per organization. The lanes take turns, and none gets more than its share of the
 * workers. Organizations whose jobs took long lately come after all others, and together get no more than one
 * organization's share, so that quick jobs find a worker free of long ones.
 *
 * @param <J> what waits
 */
public final class FairQueue<J extends FairQueue.Waiting> {

    /** A job that can wait in a queue. */
    public interface Waiting {

        /** The organization in whose lane it waits. */
        UUID organizationId();

        /** The instant of {@link System#nanoTime} since which it waits. */
        long createdAt();
    }

    /** A job whose turn it is; it is to be given back with {@link #release}. */
    public record Turn<J>(J job, boolean isOfSlow) {}

    private final int share;
    private final int maxPerLane;
    private final int maxWaiting;
    private final long longNanos;
    private final LongSupplier clock;
    private final Standings standings;
    private final Map<UUID, Lane<J>> lanes = new LinkedHashMap<>();
    private int waiting;
    private int slowRunning;
    private boolean closed;

    /**
     * @param share most jobs of one organization that may be worked on at once
     * @param maxPerLane most that may wait for one organization
     * @param maxWaiting most that may wait for all together
     * @param isLong how long a job takes that makes its organization step back
     */
    public FairQueue(int share, int maxPerLane, int maxWaiting, Duration isLong) {
        this(share, maxPerLane, maxWaiting, isLong, System::nanoTime);
    }

    FairQueue(int share, int maxPerLane, int maxWaiting, Duration isLong, LongSupplier clock) {
        this.share = share;
        this.maxPerLane = maxPerLane;
        this.maxWaiting = maxWaiting;
        this.longNanos = isLong.toNanos();
        this.clock = clock;
        this.standings = new Standings(isLong);
    }

    /** False if the lane or the queue is full. */
    public synchronized boolean offer(J job) {
        var lane = lanes.get(job.organizationId());
        var ahead = lane == null ? 0 : lane.jobs.size();
        if (closed || ahead >= maxPerLane || waiting >= maxWaiting) {
            return false;
        }
        lanes.computeIfAbsent(job.organizationId(), id -> new Lane<>()).jobs.add(job);
        waiting++;
        notify();
        return true;
    }

    /** The next job, to be given back with {@link #release}; null once the queue is closed. */
    public synchronized Turn<J> take() throws InterruptedException {
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
    synchronized Turn<J> poll() {
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

    /** Ends a turn; how long it took decides about the organization's next ones. */
    public synchronized void release(Turn<J> turn, Duration took) {
        var organizationId = turn.job().organizationId();
        var lane = lanes.get(organizationId);
        lane.running--;
        if (turn.isOfSlow()) {
            slowRunning--;
        }
        standings.ended(organizationId, took, clock.getAsLong());
        removeIfIdle(organizationId, lane);
        // More than one may be next: this place may have been what the slow ones waited for.
        notifyAll();
    }

    /** Removes a job that nobody waits for any more; does nothing if it is not in the queue. */
    public synchronized void remove(J job) {
        var lane = lanes.get(job.organizationId());
        if (lane != null && lane.jobs.remove(job)) {
            waiting--;
            removeIfIdle(job.organizationId(), lane);
        }
    }

    /** Whether an organization has all the places that it may have, for working or for waiting. */
    public synchronized boolean isHeldBy(UUID organizationId) {
        var lane = lanes.get(organizationId);
        return lane != null && (lane.running >= share || lane.jobs.size() >= maxPerLane);
    }

    /** How many jobs wait. */
    public synchronized int waiting() {
        return waiting;
    }

    /** Gives up and returns the jobs that were created before an instant of {@link System#nanoTime}. */
    public synchronized List<J> removeOlderThan(long nanos) {
        var old = new ArrayList<J>();
        for (var iterator = lanes.values().iterator(); iterator.hasNext(); ) {
            var lane = iterator.next();
            while (!lane.jobs.isEmpty() && lane.jobs.peek().createdAt() - nanos < 0) {
                var job = lane.jobs.poll();
                standings.waitedInVain(job.organizationId(), clock.getAsLong());
                old.add(job);
                waiting--;
            }
            if (lane.idle()) {
                iterator.remove();
            }
        }
        return old;
    }

    /** Ends every {@link #take} and returns the jobs that were still waiting. */
    public synchronized List<J> close() {
        closed = true;
        notifyAll();
        var left = new ArrayList<J>();
        lanes.values().forEach(lane -> {
            left.addAll(lane.jobs);
            lane.jobs.clear();
        });
        waiting = 0;
        return left;
    }

    private Turn<J> start(Candidate chosen) {
        var lane = lanes.remove(chosen.organizationId());
        lanes.put(chosen.organizationId(), lane);
        lane.running++;
        waiting--;
        if (chosen.rank() == Rank.SLOW) {
            slowRunning++;
        }
        return new Turn<>(lane.jobs.poll(), chosen.rank() == Rank.SLOW);
    }

    private void removeIfIdle(UUID organizationId, Lane<J> lane) {
        if (lane.idle()) {
            lanes.remove(organizationId);
        }
    }

    /** A lane that could be next; those met earlier have had no turn for longer. */
    private record Candidate(UUID organizationId, long createdAt, Rank rank) {

        /**
         * Among lanes of one rank the earlier one is next, unless it has waited so long that the queue must be crowded:
         * then one that came later is, which can still be answered in time. Otherwise everybody would wait for as long
         * as a crowd's jobs take together.
         */
        private boolean precedes(Candidate earlier, long crowdedBefore) {
            if (rank != earlier.rank) {
                return rank.compareTo(earlier.rank) < 0;
            }
            return rank != Rank.SLOW && earlier.createdAt - crowdedBefore < 0 && createdAt - earlier.createdAt > 0;
        }
    }

    private static final class Lane<J> {
        private final Deque<J> jobs = new ArrayDeque<>();
        private int running;

        private boolean idle() {
            return running == 0 && jobs.isEmpty();
        }
    }
}
