package org.customactions.template;

import java.time.Duration;

/**
 * The limits for filling in one template.
 *
 * @param maxCharacters of output, in UTF-16 code units
 * @param maxSteps tags filled in; each pass through a section counts again
 * @param maxWork characters of values that are escaped or written as JSON, even if they are not output
 * @param maxTime wall time
 */
record Limits(int maxCharacters, int maxSteps, long maxWork, Duration maxTime) {

    static final Limits DEFAULT = new Limits(1024 * 1024, 100_000, 8L * 1024 * 1024, Duration.ofMillis(250));
}
