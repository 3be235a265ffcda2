package org.customactions.background;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.customactions.database.Database;
import org.customactions.kind.DeniedAddresses;
import org.customactions.kind.Outcome;
import org.jboss.logging.Logger;

/**
 * Shows the queue to operators: a timer {@code custom_actions.background.attempts} by outcome, a counter
 * {@code custom_actions.background.ended} by state, gauges of what waits, how long the oldest has been due and what is
 * under way here, and a line in the log for each attempt, as executions have them. Labels come from fixed sets.
 */
@ApplicationScoped
class BackgroundMonitor {

    private static final Logger LOG = Logger.getLogger("org.customactions.executions");

    /** Counting more takes longer than it tells. */
    private static final int MOST_COUNTED = 100_000;

    /** So many lanes are looked at for the oldest; another index on what is ready would mislead those who take it. */
    private static final int MOST_LANES = 5_000;

    private static final String LOOK = """
            with recursive lanes as (
                (select organization_id, upstream, due_at
                from background_executions
                where is_ready
                order by organization_id, upstream, due_at
                limit 1)
                union all
                select next.organization_id, next.upstream, next.due_at
                from lanes cross join lateral (
                    select organization_id, upstream, due_at
                    from background_executions
                    where is_ready and (organization_id, upstream) > (lanes.organization_id, lanes.upstream)
                    order by organization_id, upstream, due_at
                    limit 1) as next
            )
            select (select count(*) from (select from background_executions where is_ready limit %1$d) as ready)
                    + (select count(*)
                        from (select from background_executions where due_at is not null and not is_ready limit %1$d) as sleeping)
                    as waiting,
                coalesce(greatest(0, extract(epoch from now() - least(
                    (select min(due_at) from (select due_at from lanes limit %2$d) as oldest),
                    (select min(due_at) from background_executions where due_at is not null and not is_ready)))),
                    0)::float8 as oldest
            """.formatted(MOST_COUNTED, MOST_LANES);

    private final MeterRegistry registry;
    private final Database database;

    private volatile double waiting;
    private volatile double oldest;

    BackgroundMonitor(MeterRegistry registry, Database database) {
        this.registry = registry;
        this.database = database;
    }

    void watch(Places places) {
        Gauge.builder("custom_actions.background.waiting", this, monitor -> monitor.waiting)
                .register(registry);
        Gauge.builder("custom_actions.background.oldest", this, monitor -> monitor.oldest)
                .baseUnit("seconds")
                .register(registry);
        Gauge.builder("custom_actions.background.running", places, Places::taken)
                .register(registry);
    }

    /** Looks how the queue stands. */
    void look() {
        database.statement(LOOK, Tuple.tuple())
                .subscribe()
                .with(
                        rows -> rows.forEach(row -> {
                            waiting = row.getLong("waiting");
                            oldest = row.getDouble("oldest");
                        }),
                        failure -> LOG.debug("The queue cannot be looked at", failure));
    }

    void attempted(Taken taken, Outcome outcome, Duration took) {
        registry.timer("custom_actions.background.attempts", "outcome", outcome.code())
                .record(took);
        DeniedAddresses.count(registry, outcome);
        LOG.infof(
                "execution_id=%s organization_id=%s action_id=%s type=%s outcome=%s http_status=%s detail=%s duration_ms=%d"
                        + " attempt=%d",
                taken.executionId(),
                taken.organizationId(),
                taken.actionId(),
                taken.type().wireName(),
                outcome.code(),
                outcome.httpStatus().isPresent() ? outcome.httpStatus().getAsInt() : "-",
                outcome.detail().orElse("-"),
                took.toMillis(),
                taken.attempt());
    }

    void ended(boolean success) {
        ended(success ? "succeeded" : "failed");
    }

    void cancelled() {
        ended("cancelled");
    }

    private void ended(String state) {
        registry.counter("custom_actions.background.ended", "state", state).increment();
    }
}
