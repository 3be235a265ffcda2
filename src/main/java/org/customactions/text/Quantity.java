package org.customactions.text;

import java.math.BigDecimal;
import java.time.Duration;

/** Formats durations and sizes for messages. */
public final class Quantity {

    private static final long KIB = 1024;
    private static final long MIB = KIB * KIB;
    private static final int MILLIS_DIGITS = 3;

    private Quantity() {}

    /** {@code 10 s}, {@code 1.5 s}, {@code 500 ms}. */
    public static String of(Duration duration) {
        return duration.toMillis() < 1000 ? duration.toMillis() + " ms" : inSeconds(duration);
    }

    /** {@code 10 s}, {@code 1.5 s}, {@code 0.5 s}. */
    public static String inSeconds(Duration duration) {
        var seconds = BigDecimal.valueOf(duration.toMillis(), MILLIS_DIGITS);
        return seconds.stripTrailingZeros().toPlainString() + " s";
    }

    /** {@code 1 MiB}, {@code 64 KiB}, {@code 1000 bytes}: the largest unit that needs no fraction. */
    public static String ofBytes(long bytes) {
        if (bytes >= MIB && bytes % MIB == 0) {
            return bytes / MIB + " MiB";
        }
        return bytes >= KIB && bytes % KIB == 0 ? bytes / KIB + " KiB" : bytes + " bytes";
    }
}
