package org.customactions.webhook;

import java.math.BigDecimal;
import java.time.Duration;

/** Durations and sizes in the words of messages. */
final class Quantity {

    private static final long KIB = 1024;
    private static final long MIB = KIB * KIB;

    private Quantity() {}

    /** {@code 10 s}, {@code 1.5 s}, {@code 500 ms}. */
    static String of(Duration duration) {
        long millis = duration.toMillis();
        if (millis < 1000) {
            return millis + " ms";
        }
        return BigDecimal.valueOf(millis, 3).stripTrailingZeros().toPlainString() + " s";
    }

    /** {@code 1 MiB}, {@code 64 KiB}, {@code 1000 bytes}: the largest unit that needs no fraction. */
    static String ofBytes(long bytes) {
        if (bytes >= MIB && bytes % MIB == 0) {
            return bytes / MIB + " MiB";
        }
        return bytes >= KIB && bytes % KIB == 0 ? bytes / KIB + " KiB" : bytes + " bytes";
    }
}
