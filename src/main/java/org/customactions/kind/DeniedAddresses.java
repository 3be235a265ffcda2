package org.customactions.kind;

import io.micrometer.core.instrument.MeterRegistry;

/** Counts calls that were not made because of the address they were for, by the reason. */
public final class DeniedAddresses {

    private static final String DENIED = "address_denied";
    private static final String NO_RANGE = "malformed_host";

    private DeniedAddresses() {}

    /** Counts one if that is how it ended. */
    public static void count(MeterRegistry registry, Outcome outcome) {
        if (outcome.code().equals(DENIED)) {
            registry.counter(
                            "custom_actions.webhook.denied",
                            "reason",
                            outcome.detail().orElse(NO_RANGE))
                    .increment();
        }
    }
}
