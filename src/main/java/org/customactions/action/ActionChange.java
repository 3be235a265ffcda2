package org.customactions.action;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import org.customactions.identity.Caller;
import org.customactions.log.RecordedText;

/**
 * A change to note in the trail of an action. Its row exists only if the change does: the same transaction or the same
 * statement writes both.
 *
 * @param by the user who made it
 * @param kind what was done
 * @param fields names of the fields that changed, never their values
 */
record ActionChange(Caller by, ChangeKind kind, List<String> fields) {

    /** For a change that other statements of the transaction make. */
    private static final String STORED =
            "changed as (select cast(:action as uuid) as id, cast(:at as timestamptz) as at)";

    /** Keeps the user's present name, because users come and go. */
    private static final String NOTE = """
            with %s
            insert into custom_action_changes
                (id, created_at, organization_id, action_id, user_id, user_name, change, fields)
            select gen_random_uuid(), changed.at, cast(:organization as uuid), changed.id, cast(:userId as text),
                coalesce(nullif(cast(:userName as text), ''),
                    (select full_name from users where id = :user and organization_id = :organization)),
                cast(:kind as text), cast(cast(:fields as text) as jsonb)
            from changed
            """;

    /** Notes the change of an action that this transaction stores with other statements. */
    Uni<Void> note(CustomAction action) {
        return make(STORED, Map.of("action", action.id, "at", action.updatedAt)).replaceWithVoid();
    }

    /**
     * Makes the change and notes it in one statement.
     *
     * @param changing a common table expression {@code changed} that changes rows and returns their {@code id} and the
     *     time {@code at}; {@code :organization} is the caller's
     * @param parameters its other parameters
     * @return how many actions changed
     */
    Uni<Integer> make(String changing, Map<String, Object> parameters) {
        return Panache.getSession().chain(session -> {
            var names = JsonNodeFactory.instance.arrayNode();
            // A header may have a name of any length.
            fields.forEach(name -> names.add(RecordedText.of(name)));
            var statement = session.createNativeQuery(NOTE.formatted(changing))
                    .setParameter("organization", by.organizationId())
                    .setParameter("user", by.directoryId())
                    .setParameter("userId", RecordedText.of(by.userId()))
                    .setParameter("userName", by.name().map(RecordedText::of).orElse(""))
                    .setParameter("kind", kind.wireName())
                    .setParameter("fields", names.toString());
            parameters.forEach(statement::setParameter);
            return statement.executeUpdate();
        });
    }
}
