package org.customactions.execution;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.Tuple;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.customactions.idempotency.KeyUse;
import org.customactions.kind.ActionType;
import org.customactions.log.RecordedText;

/**
 * The statement that an execution begins with. It reads everything the execution needs to know and, if there is
 * something to execute, claims the click's key and stores the row that tells of it. So both are there before anything
 * happens, and cost no round trip.
 */
final class StartStatement {

    private static final String BEGIN = """
            with target as (
                select a.id as action_id, a.name as action_name, a.organization_id, a.action_type,
                    coalesce(cast(a.config as text), '{}') as config, coalesce(a.is_active, true) as is_active,
                    %s,
                    u.full_name, u.email, u.role, o.name as organization_name, cast(t.terms as text) as terms,
                    now() + make_interval(secs =>
                        greatest(cast(:lease as float8), cast(:margin as float8) + %s)) as lease_until
                from custom_actions a
                %s
                left join users u on u.id = :user and u.organization_id = a.organization_id
                left join organizations o on o.id = a.organization_id
                left join custom_action_terms t on t.action_id = a.id and t.organization_id = a.organization_id
                where a.id = :action and a.organization_id = :organization and a.deleted_at is null
                    and a.action_type in (%s)
            ), runnable as (
                select * from target where is_active and contact_id is not null
            ), %s, begun as (
                insert into custom_action_executions
                    (id, created_at, lease_until, organization_id, action_id, action_type, contact_id, user_id,
                    action_name, user_name%s)
                select cast(:execution as uuid), now(), lease_until, organization_id, action_id, action_type, contact_id,
                    cast(:userId as text), left(action_name, 500),
                    coalesce(nullif(cast(:userName as text), ''), left(full_name, 500))%s
                from runnable, claimed
            )
            select *, exists (select 1 from claimed) as is_claimed from target
            """;

    /** How many seconds a webhook may take by its own config, of which nothing is known here yet. */
    private static final String OWN_SECONDS = """
            least(60, greatest(0,
                cast(jsonb_path_query_first(cast(a.config as jsonb), '$.timeout_seconds ? (@ > 0)') as numeric)))""";

    /** A row of another type is as good as not there. */
    private static final String TYPES = Arrays.stream(ActionType.values())
            .map(type -> "'%s'".formatted(type.wireName()))
            .collect(Collectors.joining(", "));

    /** A click without a key is always the first. */
    private static final String NO_KEY = "claimed as (select 1)";

    private static final String CONTACT = """
            c.id as contact_id, c.phone_number, c.name, c.profile_name, cast(c.tags as text) as tags,
            cast(c.metadata as text) as metadata""";

    private static final String CONTACT_JOIN = """
            left join contacts c
                on c.id = :contact and c.organization_id = a.organization_id and c.deleted_at is null""";

    private static final String WITHOUT_KEY = inTable(NO_KEY);
    private static final String WITH_KEY = inTable(KeyUse.CLAIMING);
    private static final String ASKED_WITHOUT_KEY = asked(NO_KEY);
    private static final String ASKED_WITH_KEY = asked(KeyUse.CLAIMING);

    private static final String DISCARD =
            "delete from custom_action_executions where id = :execution and success is null";

    private StartStatement() {}

    static Uni<ExecutionStart> begin(Click click, RunLimits limits) {
        var statement = statement(click);
        return Panache.getSession()
                .chain(session -> {
                    var query = session.createNativeQuery(statement, Tuple.class)
                            .setParameter("execution", click.executionId())
                            .setParameter("lease", seconds(limits.lease()))
                            .setParameter("margin", seconds(limits.margin()))
                            .setParameter("organization", click.organizationId())
                            .setParameter("action", click.actionId())
                            .setParameter("contact", click.contactId().uuid())
                            .setParameter("user", click.caller().directoryId())
                            .setParameter(
                                    "userId", RecordedText.of(click.caller().userId()))
                            .setParameter(
                                    "userName",
                                    RecordedText.of(click.caller().name().orElse("")));
                    if (click.asked().isPresent()) {
                        query.setParameter(
                                "contactText", click.contactId().ownForm().orElse(""));
                    }
                    click.key().ifPresent(key -> KeyUse.bind(key, query));
                    return query.getSingleResultOrNull();
                })
                .map(row -> ExecutionStart.of(click, row));
    }

    private static String statement(Click click) {
        if (click.asked().isPresent()) {
            return click.key().isPresent() ? ASKED_WITH_KEY : ASKED_WITHOUT_KEY;
        }
        return click.key().isPresent() ? WITH_KEY : WITHOUT_KEY;
    }

    private static String inTable(String key) {
        return BEGIN.formatted(CONTACT, OWN_SECONDS, CONTACT_JOIN, TYPES, key, "", "");
    }

    /** The contact is known; only its id goes into the row. */
    private static String asked(String key) {
        return BEGIN.formatted(
                "cast(:contact as uuid) as contact_id",
                OWN_SECONDS,
                "",
                TYPES,
                key,
                ", contact_text",
                ", nullif(cast(:contactText as text), '')");
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
