package org.customactions.api;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The time, as rows and answers carry it. */
public final class Timestamps {

    private Timestamps() {}

    /** Now, to the microsecond that PostgreSQL keeps, so that an answer and a later read agree. */
    public static Instant now(Clock clock) {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** The clock of the running service; tests of single classes bring their own. */
    static final class Source {

        @Produces
        @Singleton
        Clock clock() {
            return Clock.systemUTC();
        }
    }
}
