package org.customactions.template;

import java.time.Duration;

/**
 * What filling in one template may cost.
 *
 * @param maxCharacters of output, in UTF-16 code units
 * @param maxSteps tags filled in, every pass through a section counted again
 * @param maxWork characters of values that are escaped or written as JSON, output or not
 * @param maxTime wall time
 */
record Limits(int maxCharacters, int maxSteps, long maxWork, Duration maxTime) {

    static final Limits DEFAULT = new Limits(1024 * 1024, 100_000, 8L * 1024 * 1024, Duration.ofMillis(250));
}
