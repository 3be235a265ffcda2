package org.customactions.action;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.util.RawValue;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.customactions.identity.Caller;
import org.customactions.log.RecordedText;

/**
 * A change to note in the trail of an action. Its row exists only if the change does: the same transaction or the same
 * statement writes both.
 *
 * @param at the time of the change
 * @param kind what was done
 * @param fields names of the fields that changed
 * @param values what they were and are, see {@link ReplacedValues}
 */
record ActionChange(UUID actionId, Instant at, ChangeKind kind, List<String> fields, String values) {

    /** Older values are forgotten, and the names of their fields stay. */
    private static final int MOST_WITH_VALUES = 1_000;

    private static final int MOST_BYTES = 8 * 1024 * 1024;

    /** For changes that other statements of the transaction make. */
    private static final String STORED = """
            changed as (
                select *
                from jsonb_to_recordset(cast(cast(:changes as text) as jsonb))
                    as c (id uuid, at timestamptz, kind text, fields jsonb, replaced jsonb, bytes integer))
            """;

    /**
     * Keeps the user's present name, because users come and go. A row is later than those before it of the same action,
     * also if the clock of another replica is ahead. The version before knows no {@code restored}.
     */
    private static final String NOTE = """
            with %1$s, forgotten as (
                update custom_action_changes
                set replaced = null, replaced_bytes = null
                where id in (
                    select id from custom_action_changes
                    where cast(:bytes as bigint) > 0 and id in (
                        select id
                        from (select id, row_number() over newest as number, sum(replaced_bytes) over newest as bytes
                            from custom_action_changes
                            where organization_id = :organization and replaced is not null
                            window newest as (order by created_at desc, id desc)) as kept
                        where number > %2$d - :count or bytes > %3$d - :bytes)
                    for update skip locked))
            insert into custom_action_changes
                (id, created_at, organization_id, action_id, user_id, user_name, change, restored, fields, replaced,
                    replaced_bytes)
            select gen_random_uuid(),
                greatest(changed.at, (
                    select c.created_at + interval '1 microsecond' from custom_action_changes c
                    where c.organization_id = :organization and c.action_id = changed.id
                    order by c.created_at desc, c.id desc limit 1)),
                cast(:organization as uuid), changed.id, cast(:userId as text),
                coalesce(nullif(cast(:userName as text), ''),
                    (select full_name from users where id = :user and organization_id = :organization)),
                case changed.kind when 'restored' then 'updated' else changed.kind end, changed.kind = 'restored',
                changed.fields, changed.replaced, changed.bytes
            from changed
            """;

    static ActionChange of(CustomAction action, ChangeKind kind) {
        return new ActionChange(action.id, action.updatedAt, kind, List.of(), ReplacedValues.NONE);
    }

    /** Notes changes that this transaction stores with other statements. */
    static Uni<Void> note(Caller by, List<ActionChange> changes) {
        return note(by, changes, "", Map.of());
    }

    /**
     * Makes changes and notes them in one statement.
     *
     * @param making a common table expression that makes them, with a comma behind it; {@code :organization} is the
     *     caller's
     * @param parameters its other parameters
     */
    static Uni<Void> note(Caller by, List<ActionChange> changes, String making, Map<String, ?> parameters) {
        var rows = JsonNodeFactory.instance.arrayNode();
        var kept = new Kept();
        changes.forEach(change -> rows.add(change.row(kept)));
        var all = new HashMap<String, Object>(parameters);
        all.put("changes", rows.toString());
        return write(by, making + STORED, all, kept).replaceWithVoid();
    }

    /**
     * Makes a change and notes it in one statement.
     *
     * @param changing common table expressions, of which {@code changed} has the columns that {@link #STORED} has
     * @param parameters their parameters
     * @return how many actions changed
     */
    static Uni<Integer> make(Caller by, String changing, Map<String, ?> parameters) {
        return write(by, changing, parameters, new Kept());
    }

    private static Uni<Integer> write(Caller by, String changed, Map<String, ?> parameters, Kept kept) {
        return Panache.getSession().chain(session -> {
            var statement = session.createNativeQuery(NOTE.formatted(changed, MOST_WITH_VALUES, MOST_BYTES))
                    .setParameter("organization", by.organizationId())
                    .setParameter("user", by.directoryId())
                    .setParameter("userId", RecordedText.of(by.userId()))
                    .setParameter("userName", by.name().map(RecordedText::of).orElse(""))
                    .setParameter("bytes", kept.bytes)
                    .setParameter("count", kept.count);
            parameters.forEach(statement::setParameter);
            return statement.executeUpdate();
        });
    }

    /** What changes that are noted together take of the room for values. */
    private static final class Kept {

        private long bytes;
        private long count;

        private boolean take(long more) {
            if (more == 0 || bytes + more > MOST_BYTES) {
                return false;
            }
            bytes += more;
            count++;
            return true;
        }
    }

    private JsonNode row(Kept kept) {
        var row = JsonNodeFactory.instance
                .objectNode()
                .put("id", actionId.toString())
                .put("at", at.toString())
                .put("kind", kind.wireName());
        // A header may have a name of any length.
        var names = row.putArray("fields");
        fields.forEach(name -> names.add(RecordedText.of(name)));
        var bytes = values.getBytes(StandardCharsets.UTF_8).length;
        if (kept.take(bytes)) {
            row.putRawValue("replaced", new RawValue(values));
            row.put("bytes", bytes);
        }
        return row;
    }
}
