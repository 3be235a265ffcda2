package org.customactions.async;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * How long organizations' jobs have taken lately. Whoever's job took long steps back behind the others for a minute,
 * and for twice as long each time it happens again; a quick job after that time ends it. Not thread-safe.
 */
final class Standings {

    /** Where an organization's jobs stand in the queue; the earlier ones are served first. */
    enum Rank {
        /** The last job was quick. */
        QUICK,
        /** No job of the organization has run yet. */
        NEW,
        /** The last job has waited in vain, so the organization may belong to a crowd that comes back. */
        RETURNING,
        /** A job took long, not long ago. */
        SLOW
    }

    /** Organizations that are remembered; whichever had no job for longest is forgotten first. */
    private static final int REMEMBERED = 10_000;

    private static final long FIRST_STEP_BACK = Duration.ofMinutes(1).toNanos();
    private static final long LONGEST_STEP_BACK = Duration.ofMinutes(16).toNanos();

    private final Duration slow;
    private final Map<UUID, Standing> standings = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Standing> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** @param slow how long a job takes that makes its organization step back */
    Standings(Duration slow) {
        this.slow = slow;
    }

    Rank of(UUID organizationId, long now) {
        var standing = standings.get(organizationId);
        if (standing == null) {
            return Rank.NEW;
        }
        if (standing == Standing.IN_VAIN) {
            return Rank.RETURNING;
        }
        return standing.isSlow(now) ? Rank.SLOW : Rank.QUICK;
    }

    /** Takes note of a job that has waited too long. */
    void waitedInVain(UUID organizationId, long now) {
        if (of(organizationId, now) != Rank.SLOW) {
            standings.put(organizationId, Standing.IN_VAIN);
        }
    }

    /** Takes note of a job that has ended. */
    void ended(UUID organizationId, Duration ran, long now) {
        var before = standings.getOrDefault(organizationId, Standing.QUICK);
        if (ran.compareTo(slow) >= 0) {
            standings.put(organizationId, before.stepBack(now));
        } else if (!before.isSlow(now)) {
            standings.put(organizationId, Standing.QUICK);
        }
    }

    /**
     * @param since when the organization last stepped back, as an instant of {@link System#nanoTime}
     * @param steppedBack for how many nanoseconds from then on
     */
    private record Standing(long since, long steppedBack) {

        private static final Standing QUICK = new Standing(0, 0);
        private static final Standing IN_VAIN = new Standing(0, -1);

        private boolean isSlow(long now) {
            return steppedBack > 0 && now - since < steppedBack;
        }

        private Standing stepBack(long now) {
            return new Standing(now, Math.min(LONGEST_STEP_BACK, Math.max(FIRST_STEP_BACK, 2 * steppedBack)));
        }
    }
}
