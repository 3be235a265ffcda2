package org.customactions.async;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Queues waiting jobs in one lane per organization. The lanes take turns, and none gets more than its share of the
 * workers.
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

    private final int share;
    private final int maxPerLane;
    private final int maxWaiting;
    private final Map<UUID, Lane<J>> lanes = new LinkedHashMap<>();
    private int waiting;
    private boolean closed;

    /**
     * @param share most jobs of one organization that may be worked on at once
     * @param maxPerLane most that may wait for one organization
     * @param maxWaiting most that may wait for all together
     */
    public FairQueue(int share, int maxPerLane, int maxWaiting) {
        this.share = share;
        this.maxPerLane = maxPerLane;
        this.maxWaiting = maxWaiting;
    }

    /** False if the lane or the queue is full. */
    public synchronized boolean offer(J job) {
        Lane<J> lane = lanes.get(job.organizationId());
        int ahead = lane == null ? 0 : lane.jobs.size();
        if (closed || ahead >= maxPerLane || waiting >= maxWaiting) {
            return false;
        }
        lanes.computeIfAbsent(job.organizationId(), id -> new Lane<>()).jobs.add(job);
        waiting++;
        notify();
        return true;
    }

    /** The next job, to be given back with {@link #release}; null once the queue is closed. */
    public synchronized J take() throws InterruptedException {
        while (!closed) {
            J job = poll();
            if (job != null) {
                return job;
            }
            wait();
        }
        return null;
    }

    /** Makes room for the next job of the organization. */
    public synchronized void release(J job) {
        Lane<J> lane = lanes.get(job.organizationId());
        lane.running--;
        removeIfIdle(job.organizationId(), lane);
        notify();
    }

    /** Removes a job that nobody waits for any more; does nothing if it is not in the queue. */
    public synchronized void remove(J job) {
        Lane<J> lane = lanes.get(job.organizationId());
        if (lane != null && lane.jobs.remove(job)) {
            waiting--;
            removeIfIdle(job.organizationId(), lane);
        }
    }

    /** How many jobs wait. */
    public synchronized int waiting() {
        return waiting;
    }

    /** Removes and returns the jobs that were created before an instant of {@link System#nanoTime}. */
    public synchronized List<J> removeOlderThan(long nanos) {
        List<J> old = new ArrayList<>();
        for (Iterator<Lane<J>> iterator = lanes.values().iterator(); iterator.hasNext(); ) {
            Lane<J> lane = iterator.next();
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
    public synchronized List<J> close() {
        closed = true;
        notifyAll();
        List<J> left = new ArrayList<>();
        lanes.values().forEach(lane -> {
            left.addAll(lane.jobs);
            lane.jobs.clear();
        });
        waiting = 0;
        return left;
    }

    private J poll() {
        for (Map.Entry<UUID, Lane<J>> entry : lanes.entrySet()) {
            Lane<J> lane = entry.getValue();
            if (lane.running < share && !lane.jobs.isEmpty()) {
                lane.running++;
                waiting--;
                lanes.remove(entry.getKey());
                lanes.put(entry.getKey(), lane);
                return lane.jobs.poll();
            }
        }
        return null;
    }

    private void removeIfIdle(UUID organizationId, Lane<J> lane) {
        if (lane.idle()) {
            lanes.remove(organizationId);
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
