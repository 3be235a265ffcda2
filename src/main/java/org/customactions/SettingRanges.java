package org.customactions;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.ConfigValidationException.Problem;
import io.smallrye.config.ConfigValidator;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.SmallRyeConfigBuilderCustomizer;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalInt;
import org.customactions.changes.ChangesConfiguration;
import org.customactions.database.DatabaseConfiguration;
import org.customactions.execution.ExecutionConfiguration;
import org.customactions.history.HistoryConfiguration;
import org.customactions.http.RequestConfiguration;
import org.customactions.redirect.RedirectConfiguration;
import org.customactions.script.ScriptConfiguration;
import org.customactions.webhook.WebhookConfiguration;

/**
 * Ends a start whose settings are out of range, with a sentence for each: durations last at least 1 ms, numbers and
 * sizes are at least 1. It is asked as soon as the settings are read, before anything is made of them.
 */
public class SettingRanges implements SmallRyeConfigBuilderCustomizer, ConfigValidator {

    private static final Duration SHORTEST = Duration.ofMillis(1);

    @Override
    public void configBuilder(SmallRyeConfigBuilder builder) {
        builder.withValidator(this);
    }

    @Override
    public void validateMapping(Class<?> type, String prefix, Object settings) {
        var problems = amounts(settings).entrySet().stream()
                .filter(amount -> !isInRange(amount.getValue()))
                .map(amount -> new Problem("%s.%s must be at least %s"
                        .formatted(prefix, amount.getKey(), amount.getValue() instanceof Duration ? "1 ms" : "1")))
                .toArray(Problem[]::new);
        if (problems.length > 0) {
            throw new ConfigValidationException(problems);
        }
    }

    /** By name below the prefix. Written out, because a native executable cannot look into the interfaces. */
    private static Map<String, Object> amounts(Object settings) {
        if (settings instanceof DatabaseConfiguration database) {
            return Map.of("timeout", database.timeout(), "cleaning-interval", database.cleaningInterval());
        }
        if (settings instanceof RequestConfiguration request) {
            return Map.of("body-timeout", request.bodyTimeout());
        }
        if (settings instanceof ChangesConfiguration changes) {
            return Map.of("retention", changes.retention());
        }
        if (settings instanceof HistoryConfiguration history) {
            return Map.of("retention", history.retention());
        }
        if (settings instanceof ExecutionConfiguration execution) {
            return Map.of(
                    "max-concurrent-per-organization", execution.maxConcurrentPerOrganization(),
                    "slack", execution.slack());
        }
        if (settings instanceof RedirectConfiguration redirect) {
            return Map.of("lifetime", redirect.lifetime());
        }
        if (settings instanceof WebhookConfiguration webhook) {
            return Map.of(
                    "timeout", webhook.timeout(),
                    "circuit-breaker-delay", webhook.circuitBreakerDelay(),
                    "max-response-size", webhook.maxResponseSize());
        }
        return settings instanceof ScriptConfiguration script ? amounts(script) : Map.of();
    }

    private static Map<String, Object> amounts(ScriptConfiguration script) {
        return Map.of(
                "timeout", script.timeout(),
                "max-memory", script.maxMemory(),
                "max-steps", script.maxSteps(),
                "processes", script.processes(),
                "max-waiting-per-organization", script.maxWaitingPerOrganization(),
                "max-waiting", script.maxWaiting(),
                "max-wait", script.maxWait());
    }

    private static boolean isInRange(Object amount) {
        if (amount instanceof Duration duration) {
            return duration.compareTo(SHORTEST) >= 0;
        }
        if (amount instanceof MemorySize size) {
            return size.asBigInteger().signum() > 0;
        }
        return amount instanceof OptionalInt number ? number.orElse(1) >= 1 : ((Number) amount).longValue() >= 1;
    }
}
