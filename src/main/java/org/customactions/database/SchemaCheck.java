package org.customactions.database;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;

/**
 * Tells whether everything is there that the service reads and writes, in the schema where its statements look. It asks
 * until that is so and once a minute after that, because somebody may replace a view while the service runs. A problem
 * is logged once, and again only if it becomes another one.
 */
@ApplicationScoped
class SchemaCheck {

    private static final Logger LOG = Logger.getLogger(SchemaCheck.class);
    private static final long GOOD_FOR = Duration.ofMinutes(1).toNanos();
    private static final int MOST_NAMED = 20;

    /** Names are resolved as statements resolve them, so that {@code search_path} counts. */
    private static final String LACKING = """
            select distinct on (what) what
            from (
                select place, case
                        when needed.oid is null then 'the table ' || name
                        when a.attnum is null then 'the column ' || name || '.' || column_name
                        else 'the right to read ' || name || '.' || column_name end as what
                from (
                    select *, to_regclass(quote_ident(name)) as oid
                    from unnest($1::text[], $2::text[]) with ordinality as n (name, column_name, place)) as needed
                left join pg_attribute a on a.attrelid = needed.oid and a.attname = column_name
                    and a.attnum > 0 and not a.attisdropped
                where a.attnum is null or not has_column_privilege(needed.oid, a.attnum, 'select')
                union all
                select 1000 + place, 'the right to write to ' || name
                from (
                    select *, to_regclass(quote_ident(name)) as oid
                    from unnest($3::text[]) with ordinality as n (name, place)) as written
                where oid is not null and not (has_any_column_privilege(oid, 'insert')
                    and has_any_column_privilege(oid, 'update') and has_table_privilege(oid, 'delete'))) as lacking
            """;

    /** Joins as a click does, without reading a row. It fails if types do not fit, or a view's owner lacks a right. */
    private static final String FITTING = """
            select a.created_at, a.updated_at + interval '1 microsecond', a.deleted_at, a.name ilike '',
                coalesce(a.icon, ''), coalesce(a.is_active, true), coalesce(a.display_order, 0), a.action_type = '',
                cast(a.config as text), a.config ->> '', c.phone_number || c.name || c.profile_name, c.created_at,
                cast(c.tags as text), cast(c.metadata as text), u.email || u.full_name || u.role, o.name
            from custom_actions a
            left join contacts c on c.id = $1::uuid and c.organization_id = a.organization_id and c.deleted_at is null
            left join users u on u.id = $1::uuid and u.organization_id = a.organization_id
            left join organizations o on o.id = a.organization_id
            where a.id = $1::uuid and a.organization_id = $1::uuid
            limit 0
            """;

    private static final UUID NOBODY = new UUID(0, 0);

    private final Pool pool;
    private volatile Optional<Long> goodAt = Optional.empty();
    private volatile Optional<String> told = Optional.empty();

    SchemaCheck(Pool pool) {
        this.pool = pool;
    }

    /** Whether everything is there; fails if the database does not answer. */
    Uni<Boolean> isGood() {
        return goodAt.filter(then -> System.nanoTime() - then < GOOD_FOR).isPresent()
                ? Uni.createFrom().item(true)
                : problem().invoke(this::note).map(Optional::isEmpty);
    }

    private void note(Optional<String> problem) {
        if (!problem.equals(told)) {
            problem.ifPresentOrElse(LOG::error, () -> LOG.info("The database has everything that the service needs"));
        }
        told = problem;
        goodAt = problem.isEmpty() ? Optional.of(System.nanoTime()) : Optional.empty();
    }

    /** A sentence about what is missing or does not fit, if anything is or does. */
    Uni<Optional<String>> problem() {
        return query(LACKING, Tuple.of(NeededColumns.tables(), NeededColumns.columns(), NeededColumns.writtenTables()))
                .map(SchemaCheck::lacking)
                .chain(lacking -> lacking.isPresent() ? Uni.createFrom().item(lacking) : misfit());
    }

    private static Optional<String> lacking(RowSet<Row> rows) {
        return Optional.of(StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getString("what"))
                        .limit(MOST_NAMED)
                        .collect(Collectors.joining(", ")))
                .filter(names -> !names.isEmpty())
                .map("The service is not ready, because in the database it lacks %s"::formatted);
    }

    private Uni<Optional<String>> misfit() {
        return query(FITTING, Tuple.of(NOBODY))
                .map(fits -> Optional.<String>empty())
                .onFailure(failure -> !DatabaseFailures.isUnavailable(failure))
                .recoverWithItem(failure -> Optional.of(
                        "The service is not ready, because it cannot read the tables custom_actions, contacts, users"
                                + " and organizations together: " + DatabaseFailures.describe(failure)));
    }

    /** Not a query of the pool itself, which logs an error later if there is no connection to be had. */
    private Uni<RowSet<Row>> query(String sql, Tuple values) {
        return pool.withConnection(connection -> connection.preparedQuery(sql).execute(values));
    }
}
