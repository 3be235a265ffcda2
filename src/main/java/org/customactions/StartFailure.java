package org.customactions;

import io.quarkus.runtime.QuarkusBindException;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.runtime.util.ExceptionUtil;
import io.smallrye.config.ConfigValidationException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Explains a failed start in sentences for the person who configured it. Code that finds an unusable setting throws a
 * {@link ConfigurationException} whose message is such a sentence and names the setting.
 */
final class StartFailure {

    /**
     * The prefix that the configuration library adds to a message: the exception's class, and a number for its own
     * messages.
     */
    private static final Pattern INNER_NAMES = Pattern.compile("^[\\w.$]+: (?:SRCFG\\d+: )?");

    private StartFailure() {}

    /** One sentence for each setting at fault; empty for any other failure. */
    static List<String> sentences(Throwable failure) {
        var reason = ExceptionUtil.getRootCause(failure);
        if (reason instanceof ConfigValidationException invalid) {
            return IntStream.range(0, invalid.getProblemCount())
                    .mapToObj(problem -> invalid.getProblem(problem).getMessage())
                    .map(problem -> INNER_NAMES.matcher(problem).replaceFirst(""))
                    .toList();
        }
        if (reason instanceof QuarkusBindException taken) {
            return List.of("Port %d is in use by another process; set QUARKUS_HTTP_PORT or QUARKUS_MANAGEMENT_PORT"
                    .formatted(taken.getPort()));
        }
        return reason instanceof ConfigurationException ? List.of(reason.getMessage()) : List.of();
    }
}
