package org.customactions.history;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.Tuple;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * The tallies of executions, kept by triggers: each statement that ends or deletes executions leaves rows of changes,
 * and the changes are added up from time to time. Both together are exact at any time. Statements run in a session of
 * the caller.
 */
final class TallyRows {

    /** Most changes that are added at once. */
    static final int BATCH = 10_000;

    private static final String TAKE_TURN =
            "select pg_try_advisory_xact_lock(hashtextextended('custom_actions/tallies', 0))";

    /** Changes of days that nobody can ask for any more are dropped. */
    private static final String ADD = """
            with taken as (
                delete from execution_tally_changes
                where ctid = any(array(
                    select ctid from execution_tally_changes limit :most for update skip locked))
                returning *
            ), added as (
                insert into execution_tallies as t
                    (organization_id, day, action_id, bucket, executions, failures, last_at)
                select organization_id, day, action_id, bucket, sum(executions), sum(failures), max(last_at)
                from taken
                where day > cast(now() at time zone 'UTC' as date) - cast(:days as integer)
                group by organization_id, day, action_id, bucket
                on conflict (organization_id, day, action_id, bucket) do update
                    set executions = t.executions + excluded.executions, failures = t.failures + excluded.failures,
                        last_at = greatest(t.last_at, excluded.last_at)
            ), over as (
                delete from execution_tallies
                where ctid = any(array(
                    select ctid
                    from execution_tallies
                    where day <= cast(now() at time zone 'UTC' as date) - cast(:days as integer)
                    limit :most))
            )
            select count(*) from taken
            """;

    /** One more than anybody can ask for, because midnight passes while somebody asks. */
    private static final int DAYS = Stats.MAX_DAYS + 2;

    static final String SUMS = """
            select action_id, cast(day as text) as day, bucket, sum(executions) as executions,
                sum(failures) as failures, max(last_at) as last_at
            from (
                select action_id, day, bucket, executions, failures, last_at
                from execution_tallies
                where organization_id = :organization and day >= :first
                union all
                select action_id, day, bucket, executions, failures, last_at
                from execution_tally_changes
                where organization_id = :organization and day >= :first) as tallies
            group by grouping sets ((action_id, day), (action_id, bucket))
            having sum(executions) > 0
            """;

    private TallyRows() {}

    /** Adds changes up, unless another replica does; how many they were. In a transaction. */
    static Uni<Integer> add() {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(TAKE_TURN, Boolean.class)
                        .getSingleResult()
                        .chain(mine -> mine
                                ? session.createNativeQuery(ADD, Long.class)
                                        .setParameter("most", BATCH)
                                        .setParameter("days", DAYS)
                                        .getSingleResult()
                                        .map(Long::intValue)
                                : Uni.createFrom().item(0)));
    }

    /** Sums since a day: by action and day, without a bucket, and by action and bucket, without a day. */
    static Uni<List<Tuple>> sums(UUID organizationId, LocalDate first) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(SUMS, Tuple.class)
                        .setParameter("organization", organizationId)
                        .setParameter("first", first)
                        .getResultList());
    }
}
