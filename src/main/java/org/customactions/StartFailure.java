package org.customactions;

import io.quarkus.runtime.QuarkusBindException;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.runtime.util.ExceptionUtil;
import io.smallrye.config.ConfigValidationException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Why a start failed, in sentences for the person who configured it. Whoever finds a setting that cannot be used throws
 * a {@link ConfigurationException} whose message is such a sentence and names the setting.
 */
final class StartFailure {

    /** What the configuration library puts before a message: the class of an exception, the number of its own ones. */
    private static final Pattern INNER_NAMES = Pattern.compile("^[\\w.$]+: (?:SRCFG\\d+: )?");

    private StartFailure() {}

    /** One sentence for each setting at fault; empty when the failure is of another kind. */
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
