package org.customactions.history;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.persistence.Tuple;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.customactions.api.TimeCursor;
import org.customactions.database.ExpiringRows;
import org.customactions.history.exchange.HistoryConfiguration;
import org.hibernate.reactive.mutiny.Mutiny;

/** Reads the rows of executions, in a session of the caller. */
final class HistoryRows {

    /** So many rows are looked at for one page; the next one goes on behind them. */
    static final int MOST_SIFTED = 10_000;

    private static final String COLUMNS = """
            id, created_at, action_id, action_type, contact_id, contact_text, user_id, user_name, success, message, outcome,
                http_status, duration_ms, trial, attempts, lease_until > now() as is_leased,
                case when attempts is not null and success is null then (
                    select b.due_at
                    from background_executions b
                    where b.execution_id = e.id and not b.under_way) end as next_attempt_at,
                coalesce(action_name, (
                    select a.name
                    from custom_actions a
                    where a.id = e.action_id and a.organization_id = e.organization_id)) as action_name""";

    /** Sorted once more, so that the order does not depend on a plan; they are in it already. */
    private static final String PAGE = """
            select %s
            from (
                select *
                from custom_action_executions e
                where %s
                order by e.created_at desc, e.id desc
                limit :most) as e
            where %s
            order by created_at desc, id desc
            limit :limit
            """;

    private static final String LAST_SIFTED = """
            select e.created_at, e.id
            from custom_action_executions e
            where %s
            order by e.created_at desc, e.id desc
            offset :most limit 1
            """;

    /** Compared as one value, so that the index finds the place at once. */
    private static final String BEFORE = " and (e.created_at, e.id) < (:beforeTime, :beforeId)";

    private static final String ONE = """
            select %s
            from custom_action_executions e
            where organization_id = :organization and id = :execution
            """.formatted(COLUMNS);

    private HistoryRows() {}

    /** The newest that pass the filter, of those that are looked at. */
    static Uni<List<HistoryEntryView>> list(
            UUID organizationId, HistoryFilter filter, Optional<TimeCursor> before, int limit) {
        var statement = PAGE.formatted(COLUMNS, condition(filter, before), filter.sieve());
        return query(
                        statement,
                        organizationId,
                        filter.parameters(),
                        before,
                        query -> query.setParameter("most", filter.isSifting() ? MOST_SIFTED : limit)
                                .setParameter("limit", limit))
                .map(rows -> rows.stream().map(HistoryEntryView::of).toList());
    }

    /** The last row that {@link #list} looked at; empty if it came to the end. */
    static Uni<Optional<TimeCursor>> lastSifted(
            UUID organizationId, HistoryFilter filter, Optional<TimeCursor> before) {
        var values = filter.parameters();
        values.keySet().removeAll(List.of("success", "outcome"));
        return query(
                        LAST_SIFTED.formatted(condition(filter, before)),
                        organizationId,
                        values,
                        before,
                        query -> query.setParameter("most", MOST_SIFTED - 1))
                .map(rows -> rows.stream()
                        .map(row -> new TimeCursor(
                                row.get("created_at", OffsetDateTime.class).toInstant(), row.get("id", UUID.class)))
                        .findFirst());
    }

    static Uni<Optional<HistoryEntryView>> find(UUID organizationId, UUID executionId) {
        return query(ONE, organizationId, Map.of("execution", executionId), Optional.empty(), query -> query)
                .map(rows -> rows.stream().map(HistoryEntryView::of).findFirst());
    }

    private static String condition(HistoryFilter filter, Optional<TimeCursor> before) {
        return filter.condition() + (before.isPresent() ? BEFORE : "");
    }

    /** Sets what else a statement needs. */
    @FunctionalInterface
    private interface Binding {

        Mutiny.SelectionQuery<Tuple> to(Mutiny.SelectionQuery<Tuple> query);
    }

    private static Uni<List<Tuple>> query(
            String statement,
            UUID organizationId,
            Map<String, Object> values,
            Optional<TimeCursor> before,
            Binding binding) {
        return Panache.getSession().chain(session -> {
            Mutiny.SelectionQuery<Tuple> query =
                    session.createNativeQuery(statement, Tuple.class).setParameter("organization", organizationId);
            values.forEach(query::setParameter);
            before.ifPresent(
                    cursor -> query.setParameter("beforeTime", cursor.time()).setParameter("beforeId", cursor.id()));
            return binding.to(query).getResultList();
        });
    }

    /** Deletes executions past the retention. */
    static final class Cleaned {

        @Produces
        @Singleton
        ExpiringRows old(HistoryConfiguration configuration) {
            // Not created_at: an execution that is still under way stays, however short the retention is.
            return new ExpiringRows(
                    "executions past the history's retention",
                    "custom_action_executions",
                    "id",
                    "lease_until",
                    configuration.retention());
        }
    }
}
