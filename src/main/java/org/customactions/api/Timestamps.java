package org.customactions.api;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The time for rows and answers. */
public final class Timestamps {

    private Timestamps() {}

    /** The current time, cut to PostgreSQL's microseconds, so that an answer and a later read agree. */
    public static Instant now(Clock clock) {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** The clock of the running service; unit tests use their own. */
    static final class Source {

        @Produces
        @Singleton
        Clock clock() {
            return Clock.systemUTC();
        }
    }
}
