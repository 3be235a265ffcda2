package org.customactions.history;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.customactions.database.ExpiringRows;

/** Executions that are older than the history reaches back. */
@ApplicationScoped
public class HistoryRetention implements ExpiringRows {

    /** For ever, as far as PostgreSQL can count back. */
    private static final Duration LONGEST = Duration.ofDays(365 * 1_000L);

    /** By the end of the lease, so that one that is still under way stays however short the retention is. */
    private static final String DELETE_OLD = """
            delete from custom_action_executions where id in (
                select id from custom_action_executions
                where lease_until < now() - make_interval(secs => :seconds)
                order by lease_until
                limit :limit
                for update skip locked)
            """;

    private final Duration retention;

    HistoryRetention(HistoryConfiguration configuration) {
        this.retention = configuration.retention().compareTo(LONGEST) < 0 ? configuration.retention() : LONGEST;
    }

    @Override
    public String name() {
        return "executions that were older than the history reaches back";
    }

    @Override
    public Uni<Integer> deleteSome(int limit) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(DELETE_OLD)
                        .setParameter("seconds", retention.toMillis() / 1000.0)
                        .setParameter("limit", limit)
                        .executeUpdate());
    }
}
