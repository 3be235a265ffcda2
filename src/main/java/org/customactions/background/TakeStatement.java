package org.customactions.background;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.customactions.background.Places.Room;
import org.customactions.database.Database;

/**
 * The statement that takes what is ready. It goes from lane to lane through the index of what is ready, so a backlog
 * costs no more than its first rows, and what waits for its time costs nothing. It leaves out what another replica is
 * just taking. The database's clock decides what is due, and until when it is this replica's.
 */
final class TakeStatement {

    /**
     * Within an organization those lanes come first that have least under way. The rows are found by an array of ids,
     * since a join could read the whole table if it takes the recursion for long. {@code $1} and {@code $2} are the
     * lane to begin behind, the others as in {@link Room}.
     */
    static final String TAKE = """
            with recursive lanes as (
                (select organization_id, upstream
                from background_executions
                where is_ready and (organization_id, upstream) > ($1::uuid, $2::smallint)
                order by organization_id, upstream, due_at
                limit 1)
                union all
                select next.organization_id, next.upstream
                from lanes cross join lateral (
                    select organization_id, upstream
                    from background_executions
                    where is_ready
                        and (organization_id, upstream) > (lanes.organization_id,
                            case when lanes.organization_id = any($3::uuid[]) then 32767::smallint else lanes.upstream end)
                    order by organization_id, upstream, due_at
                    limit 1) as next
            ), busy as (
                select * from unnest($4::uuid[], $5::smallint[], $6::int[]) as b (organization_id, upstream, running)
            ), open as (
                select organization_id, upstream, running
                from (
                    select organization_id, upstream, coalesce((
                        select running
                        from busy
                        where busy.organization_id = lanes.organization_id and busy.upstream = lanes.upstream), 0) as running
                    from lanes
                    where organization_id <> all($3::uuid[])) as known
                where running < $8::int
                limit $9::int
            ), candidates as (
                select organization_id, execution_id, due_at, request_bytes, running + in_lane as in_lane
                from open cross join lateral (
                    select execution_id, due_at, request_bytes, row_number() over (order by due_at) as in_lane
                    from (
                        select execution_id, due_at, request_bytes
                        from background_executions
                        where is_ready and organization_id = open.organization_id and upstream = open.upstream
                        order by organization_id, upstream, due_at
                        limit $8::int
                        for update skip locked) as locked) as first
                where running + in_lane <= $8::int
            ), ranked as (
                select execution_id, organization_id, request_bytes,
                    row_number() over (partition by organization_id order by in_lane, due_at) as in_organization
                from candidates
            ), fair as (
                select execution_id, in_organization, request_bytes,
                    sum(case when request_bytes > %1$d then request_bytes else 0 end)
                        over (order by in_organization, execution_id) as large_bytes
                from ranked
                left join (
                    select organization_id, sum(running) as running from busy group by organization_id) as all_busy
                    using (organization_id)
                where in_organization + coalesce(running, 0) <= $7::int
            ), chosen as (
                select execution_id
                from fair
                where request_bytes <= %1$d or large_bytes <= $11::bigint
                order by in_organization, execution_id
                limit $9::int
            )
            update background_executions
            set due_at = now() + make_interval(secs => $10::float8), is_ready = false, under_way = true, takes = takes + 1,
                attempts = attempts + 1
            where execution_id = any(array(select execution_id from chosen))
            returning execution_id, organization_id, action_id, action_type, upstream, takes, attempts, failures, request
            """.formatted(Places.SMALL);

    /** Most that become ready at once. */
    static final int BATCH = 500;

    /** What was left behind by a replica that died becomes ready as well. */
    static final String READY = """
            update background_executions
            set is_ready = true
            where execution_id = any(array(
                select execution_id
                from background_executions
                where due_at <= now() and not is_ready
                order by due_at
                limit %d
                for update skip locked))
            """.formatted(BATCH);

    private TakeStatement() {}

    /** Lets what has become due take its turn; how many they were, {@link #BATCH} if there may be more. */
    static Uni<Integer> ready(Database database) {
        return database.statement(READY, Tuple.tuple()).map(RowSet::rowCount);
    }

    /** Executions that are ready and have room, of lanes behind the given one. */
    static Uni<List<Taken>> take(Database database, Lane behind, Room room, Duration lease) {
        var lanes = List.copyOf(room.busy().keySet());
        var values = Tuple.from(List.of(
                behind.organizationId(),
                behind.upstream(),
                room.full().toArray(UUID[]::new),
                lanes.stream().map(Lane::organizationId).toArray(UUID[]::new),
                lanes.stream().map(Lane::upstream).toArray(Short[]::new),
                lanes.stream().map(room.busy()::get).toArray(Integer[]::new),
                room.perOrganization(),
                room.perUpstream(),
                room.free(),
                lease.toMillis() / 1000.0,
                room.largeBytes()));
        return database.statement(TAKE, values)
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(Taken::of)
                        .toList());
    }
}
