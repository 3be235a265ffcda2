package org.customactions;

import io.quarkus.runtime.QuarkusBindException;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.runtime.util.ExceptionUtil;
import io.smallrye.config.ConfigValidationException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Why a start failed, in sentences for the person who configured it. */
final class StartFailure {

    /** The names that the configuration library puts before its messages: an exception's class, a message's number. */
    private static final Pattern INNER_NAMES = Pattern.compile("^(?:[\\w.$]+(?:Exception|Error): )?(?:SRCFG\\d+: )?");

    private static final Pattern UNREADABLE =
            Pattern.compile("The config property (\\S+) with the config value (\".*\") threw an Exception whilst being"
                    + " converted (.*)");

    private StartFailure() {}

    /** One sentence for each setting at fault; empty when the failure is of another kind. */
    static List<String> sentences(Throwable failure) {
        var reason = ExceptionUtil.getRootCause(failure);
        if (reason instanceof ConfigValidationException invalid) {
            return IntStream.range(0, invalid.getProblemCount())
                    .mapToObj(problem -> sentence(invalid.getProblem(problem).getMessage()))
                    .toList();
        }
        if (reason instanceof QuarkusBindException taken) {
            return List.of("Port %d is in use by another process; set QUARKUS_HTTP_PORT or QUARKUS_MANAGEMENT_PORT"
                    .formatted(taken.getPort()));
        }
        return reason instanceof ConfigurationException ? List.of(reason.getMessage()) : List.of();
    }

    private static String sentence(String problem) {
        var text = INNER_NAMES.matcher(problem).replaceFirst("");
        var unreadable = UNREADABLE.matcher(text);
        return unreadable.matches()
                ? "%s cannot be %s: %s".formatted(unreadable.group(1), unreadable.group(2), unreadable.group(3))
                : text;
    }
}
