package org.customactions.script;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Queues waiting scripts in one lane per organization. The lanes take turns, and none gets more than its share of
 * processes.
 */
final class FairQueue {

    private final int share;
    private final int maxPerLane;
    private final int maxWaiting;
    private final Map<UUID, Lane> lanes = new LinkedHashMap<>();
    private int waiting;
    private boolean closed;

    FairQueue(int share, int maxPerLane, int maxWaiting) {
        this.share = share;
        this.maxPerLane = maxPerLane;
        this.maxWaiting = maxWaiting;
    }

    /** False if the lane or the queue is full. */
    synchronized boolean offer(Job job) {
        Lane lane = lanes.get(job.organizationId());
        int ahead = lane == null ? 0 : lane.jobs.size();
        if (closed || ahead >= maxPerLane || waiting >= maxWaiting) {
            return false;
        }
        lanes.computeIfAbsent(job.organizationId(), id -> new Lane()).jobs.add(job);
        waiting++;
        notify();
        return true;
    }

    /** The next job, to be given back with {@link #release}; null once the queue is closed. */
    synchronized Job take() throws InterruptedException {
        while (!closed) {
            Job job = poll();
            if (job != null) {
                return job;
            }
            wait();
        }
        return null;
    }

    synchronized void release(Job job) {
        Lane lane = lanes.get(job.organizationId());
        lane.running--;
        removeIfIdle(job.organizationId(), lane);
        notify();
    }

    /** Removes a job that nobody waits for any more; does nothing if it is not in the queue. */
    synchronized void remove(Job job) {
        Lane lane = lanes.get(job.organizationId());
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
        List<Job> old = new ArrayList<>();
        for (Iterator<Lane> iterator = lanes.values().iterator(); iterator.hasNext(); ) {
            Lane lane = iterator.next();
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
        List<Job> left = new ArrayList<>();
        lanes.values().forEach(lane -> {
            left.addAll(lane.jobs);
            lane.jobs.clear();
        });
        waiting = 0;
        return left;
    }

    private Job poll() {
        for (Map.Entry<UUID, Lane> entry : lanes.entrySet()) {
            Lane lane = entry.getValue();
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

    private void removeIfIdle(UUID organizationId, Lane lane) {
        if (lane.idle()) {
            lanes.remove(organizationId);
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
