package org.customactions.execution;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.customactions.action.CustomAction;
import org.customactions.identity.Caller;
import org.customactions.kind.ActionType;
import org.customactions.log.RecordedText;

/**
 * An execution of what a manager tries out.
 *
 * @param click whom it is for, and what the page would say of it; its action is null if none is saved
 * @param type type of what is tried
 * @param saved the saved action whose secrets are meant; empty if there is none
 */
record Trial(Click click, ActionType type, Optional<CustomAction> saved) {

    private static final String STORE = """
            insert into custom_action_executions
                (id, created_at, lease_until, organization_id, action_id, action_name, action_type, contact_id,
                contact_text, user_id, user_name, trial)
            values (:execution, now(), now() + make_interval(secs => :lease), :organization,
                cast(nullif(cast(:action as text), '') as uuid), nullif(cast(:actionName as text), ''), :type, :contact,
                nullif(cast(:contactText as text), ''), :userId,
                coalesce(nullif(cast(:userName as text), ''), (
                    select left(u.full_name, 500)
                    from users u
                    where u.id = :user and u.organization_id = :organization)), true)
            """;

    static Trial of(Caller caller, PreviewInput input, Optional<CustomAction> saved) {
        var click = Click.of(
                caller,
                saved.map(action -> action.id).orElse(null),
                new ClickInput(input.contactId().orElseThrow(), input.inputs(), input.context()),
                Optional.empty());
        return new Trial(click, input.type(), saved);
    }

    UUID executionId() {
        return click.executionId();
    }

    /** Stores its row. */
    Uni<Void> store(Duration lease) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(STORE)
                        .setParameter("execution", click.executionId())
                        .setParameter("lease", lease.toMillis() / 1000.0)
                        .setParameter("organization", click.organizationId())
                        .setParameter(
                                "action",
                                saved.map(action -> action.id.toString()).orElse(""))
                        .setParameter(
                                "actionName", saved.map(action -> action.name).orElse(""))
                        .setParameter("type", type.wireName())
                        .setParameter("contact", click.contactId().uuid())
                        .setParameter("contactText", click.contactId().ownForm().orElse(""))
                        .setParameter("userId", RecordedText.of(click.caller().userId()))
                        .setParameter(
                                "userName",
                                RecordedText.of(click.caller().name().orElse("")))
                        .setParameter("user", click.caller().directoryId())
                        .executeUpdate())
                .replaceWithVoid();
    }
}
