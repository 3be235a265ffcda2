package org.customactions.execution;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.customactions.database.SharedStatements;
import org.customactions.idempotency.KeyUse;
import org.customactions.idempotency.ScopedKey;
import org.customactions.kind.ActionType;
import org.customactions.log.RecordedText;

/**
 * The statement that executions begin with, all that begin at the same time. It reads everything an execution needs to
 * know and, if there is something to execute, claims the click's key and stores the row that tells of it. So both are
 * there before anything happens, and cost no round trip.
 */
final class StartStatement {

    /**
     * The planner does not look into lists that stand in a subquery, so it has one plan for a few clicks and for many.
     */
    private static final String BEGIN = """
            with click as (
                select *
                from unnest(
                    (select cast($1 as uuid[])), (select cast($2 as uuid[])), (select cast($3 as uuid[])),
                    (select cast($4 as uuid[])), (select cast($5 as text[])), (select cast($6 as uuid[])),
                    (select cast($7 as text[])), (select cast($8 as text[])), (select cast($9 as text[])))
                    with ordinality as k (execution, organization, action, contact, contact_text, directory_user,
                        user_id, user_name, key_hash, place)
            ), target as (
                select k.*, a.id as action_id, a.name as action_name, a.organization_id, a.action_type,
                    coalesce(cast(a.config as text), '{}') as config, coalesce(a.is_active, true) as is_active,
                    %s,
                    u.full_name, u.email, u.role, o.name as organization_name, cast(t.terms as text) as terms,
                    now() + make_interval(secs =>
                        greatest(cast($10 as float8), cast($11 as float8) + %s)) as lease_until
                from click k
                join custom_actions a on a.id = k.action and a.organization_id = k.organization
                %s
                left join users u on u.id = k.directory_user and u.organization_id = a.organization_id
                left join organizations o on o.id = a.organization_id
                left join custom_action_terms t on t.action_id = a.id and t.organization_id = a.organization_id
                where a.deleted_at is null and a.action_type in (%s)
            ), runnable as (
                select * from target where is_active and contact_id is not null
            ), %s, begun as (
                insert into custom_action_executions
                    (id, created_at, lease_until, organization_id, action_id, action_type, contact_id, contact_text,
                    user_id, action_name, user_name)
                select execution, now(), lease_until, organization_id, action_id, action_type, contact_id, contact_text,
                    user_id, left(action_name, 500), coalesce(user_name, left(full_name, 500))
                from runnable
                where key_hash is null or key_hash in (select key_hash from claimed)
            )
            select place, action_id, action_name, organization_id, action_type, config, is_active, %s,
                full_name, email, role, organization_name, terms,
                key_hash is null or key_hash in (select key_hash from claimed) as is_claimed, %s
            from target
            """;

    /** How many seconds a webhook may take by its own config, of which nothing is known here yet. */
    private static final String OWN_SECONDS = """
            least(60, greatest(0,
                cast(jsonb_path_query_first(cast(a.config as jsonb), '$.timeout_seconds ? (@ > 0)') as numeric)))""";

    /** A row of another type is as good as not there. */
    private static final String TYPES = Arrays.stream(ActionType.values())
            .map(type -> "'%s'".formatted(type.wireName()))
            .collect(Collectors.joining(", "));

    /**
     * A link does nothing until its end is committed, and that commits its start too: both are there after a crash of
     * PostgreSQL, or neither is and nobody got the link. So a start of links alone does not wait for the disk. A
     * webhook's has to, since it sends, and so has a script's, since it is answered even if its end cannot be stored.
     */
    private static final String COMMIT = """
            (select set_config('synchronous_commit', 'off', true)
                where not exists (select from target where action_type <> '%s')) as synchronous_commit""".formatted(ActionType.URL.wireName());

    private static final String CONTACT = """
            c.id as contact_id, c.phone_number, c.name, c.profile_name, cast(c.tags as text) as tags,
            cast(c.metadata as text) as metadata""";

    private static final String CONTACT_JOIN = """
            left join contacts c
                on c.id = k.contact and c.organization_id = a.organization_id and c.deleted_at is null""";

    private static final String IN_TABLE = BEGIN.formatted(
            CONTACT,
            OWN_SECONDS,
            CONTACT_JOIN,
            TYPES,
            KeyUse.CLAIMING,
            "contact_id, phone_number, name, profile_name, tags, metadata",
            COMMIT);

    /** The contact is known; only its id goes into the row. */
    private static final String ASKED =
            BEGIN.formatted("k.contact as contact_id", OWN_SECONDS, "", TYPES, KeyUse.CLAIMING, "contact_id", COMMIT);

    private static final String DISCARD =
            "delete from custom_action_executions where id = :execution and success is null";

    private StartStatement() {}

    /**
     * Begins clicks on contacts that were all asked for, or all are in the table. Gives a row for
     * {@link ExecutionStart} to read, null where there is no such action.
     */
    static Future<List<Row>> execute(SqlConnection connection, List<Click> clicks, RunLimits limits) {
        return connection
                .preparedQuery(clicks.get(0).asked().isPresent() ? ASKED : IN_TABLE)
                .execute(parameters(clicks, limits))
                .map(rows -> {
                    var found = new Row[clicks.size()];
                    rows.forEach(row -> found[row.getLong("place").intValue() - 1] = row);
                    return Arrays.asList(found);
                });
    }

    private static Tuple parameters(List<Click> clicks, RunLimits limits) {
        return Tuple.tuple()
                .addArrayOfUUID(SharedStatements.column(clicks, UUID[]::new, Click::executionId))
                .addArrayOfUUID(SharedStatements.column(clicks, UUID[]::new, Click::organizationId))
                .addArrayOfUUID(SharedStatements.column(clicks, UUID[]::new, Click::actionId))
                .addArrayOfUUID(SharedStatements.column(
                        clicks, UUID[]::new, click -> click.contactId().uuid()))
                .addArrayOfString(SharedStatements.column(clicks, String[]::new, StartStatement::contactText))
                .addArrayOfUUID(SharedStatements.column(
                        clicks, UUID[]::new, click -> click.caller().directoryId()))
                .addArrayOfString(SharedStatements.column(
                        clicks,
                        String[]::new,
                        click -> RecordedText.of(click.caller().userId())))
                .addArrayOfString(SharedStatements.column(clicks, String[]::new, StartStatement::userName))
                .addArrayOfString(SharedStatements.column(
                        clicks,
                        String[]::new,
                        click -> click.key().map(ScopedKey::hash).orElse(null)))
                .addDouble(seconds(limits.lease()))
                .addDouble(seconds(limits.margin()));
    }

    private static String contactText(Click click) {
        return click.asked().flatMap(contact -> click.contactId().ownForm()).orElse(null);
    }

    private static String userName(Click click) {
        return click.caller()
                .name()
                .map(RecordedText::of)
                .filter(name -> !name.isEmpty())
                .orElse(null);
    }

    /** Takes back what was stored of an execution that never began, although it may have been. */
    static Uni<Void> discard(Click click) {
        var statement = click.key().isPresent() ? "with " + KeyUse.RELEASING + "\n" + DISCARD : DISCARD;
        return Panache.getSession()
                .chain(session -> {
                    var query = session.createNativeQuery(statement).setParameter("execution", click.executionId());
                    click.key().ifPresent(key -> KeyUse.bind(key, query));
                    return query.executeUpdate();
                })
                .replaceWithVoid();
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
