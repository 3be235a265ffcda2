package org.customactions.execution;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.customactions.kind.ActionType;
import org.customactions.kind.DeniedAddresses;
import org.customactions.kind.Outcome;
import org.jboss.logging.Logger;

/**
 * Shows executions to operators: a timer {@code custom_actions.executions} by type and outcome, a counter
 * {@code custom_actions.webhook.denied} by reason, and a line in the log. Labels come from fixed sets, never from a URL
 * or an organization; the line names ids and never a header, a body or a token.
 */
@ApplicationScoped
class ExecutionMonitor {

    private static final Logger LOG = Logger.getLogger("org.customactions.executions");

    private final MeterRegistry registry;

    /** Looking one up in the registry takes longer than counting. */
    private final Map<TimerLabels, Timer> timers = new ConcurrentHashMap<>();

    private record TimerLabels(ActionType type, String outcome) {}

    ExecutionMonitor(MeterRegistry registry) {
        this.registry = registry;
    }

    void ended(Run run, Outcome outcome, Duration duration) {
        timers.computeIfAbsent(new TimerLabels(run.type(), outcome.code()), this::timer)
                .record(duration);
        DeniedAddresses.count(registry, outcome);
        log(run, outcome, duration);
    }

    private Timer timer(TimerLabels labels) {
        return registry.timer(
                "custom_actions.executions", "type", labels.type().wireName(), "outcome", labels.outcome());
    }

    private static void log(Run run, Outcome outcome, Duration duration) {
        LOG.infof(
                "execution_id=%s organization_id=%s action_id=%s type=%s outcome=%s http_status=%s detail=%s duration_ms=%d",
                run.executionId(),
                run.click().organizationId(),
                Objects.<Object>requireNonNullElse(run.click().actionId(), "-"),
                run.type().wireName(),
                outcome.code(),
                outcome.httpStatus().isPresent() ? outcome.httpStatus().getAsInt() : "-",
                outcome.detail().orElse("-"),
                duration.toMillis());
    }
}
