package org.customactions.action;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.customactions.api.ApiException;
import org.customactions.api.ErrorType;
import org.customactions.terms.Terms;

/**
 * Stores what holds before an action runs. It has a table of its own, because that of the actions may be a view of
 * another program's.
 */
final class StoredTerms {

    /** Everybody who lists actions reads them, so they are fewer than the configs. */
    private static final long MAX_BYTES = 1024 * 1024;

    /** No action has this id. */
    private static final UUID NONE = new UUID(0, 0);

    private static final String STORE = """
            insert into custom_action_terms (organization_id, action_id, terms)
            values (:organization, :action, cast(cast(:terms as text) as jsonb))
            on conflict (organization_id, action_id) do update set terms = excluded.terms
            """;

    private static final String REMOVE =
            "delete from custom_action_terms where organization_id = :organization and action_id = :action";

    private static final String OTHERS = """
            select coalesce(sum(octet_length(cast(t.terms as text))), 0)
            from custom_action_terms t
                join custom_actions a on a.id = t.action_id and a.organization_id = t.organization_id
            where t.organization_id = :organization and t.action_id <> :action and a.deleted_at is null
            """;

    private StoredTerms() {}

    /** Sets the terms of an action that this transaction stores. */
    static void set(CustomAction action, Terms terms) {
        action.terms = terms.isEmpty() ? null : terms.toJson().toString();
    }

    /**
     * Stores the terms of an action in this transaction; fails with 409 if they are larger than before and the
     * organization has no room for them.
     *
     * @param before as they were stored; null if there were none
     */
    static Uni<Void> store(CustomAction action, String before) {
        if (action.terms == null) {
            return before == null
                    ? Uni.createFrom().voidItem()
                    : Panache.getSession()
                            .chain(session -> session.createNativeQuery(REMOVE)
                                    .setParameter("organization", action.organizationId)
                                    .setParameter("action", action.id)
                                    .executeUpdate())
                            .replaceWithVoid();
        }
        var room = bytesOf(action.terms) <= bytesOf(before)
                ? Uni.createFrom().voidItem()
                : ConfigQuota.lock(action.organizationId).chain(() -> requireRoomFor(action));
        return room.chain(Panache::getSession)
                .chain(session -> session.createNativeQuery(STORE)
                        .setParameter("organization", action.organizationId)
                        .setParameter("action", action.id)
                        .setParameter("terms", action.terms)
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** Fails with 409 if the organization has no room for the terms of an action. Only while its writes take turns. */
    static Uni<Void> requireRoomFor(CustomAction action) {
        return action.terms == null
                ? Uni.createFrom().voidItem()
                : requireRoom(action.organizationId, action.id, bytesOf(action.terms));
    }

    /** As {@link #requireRoomFor(CustomAction)}, for what an import makes of its actions. */
    static Uni<Void> requireRoomFor(UUID organizationId, List<PlannedAction> actions) {
        var more = actions.stream()
                .mapToLong(planned -> planned.termBytes() - planned.termBytesBefore())
                .sum();
        return more <= 0 ? Uni.createFrom().voidItem() : requireRoom(organizationId, NONE, more);
    }

    private static Uni<Void> requireRoom(UUID organizationId, UUID except, long bytes) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(OTHERS, Long.class)
                        .setParameter("organization", organizationId)
                        .setParameter("action", except)
                        .getSingleResult())
                .invoke(others -> {
                    if (others + bytes > MAX_BYTES) {
                        throw ApiException.of(
                                ErrorType.CONFLICT,
                                "The inputs, confirmations and visibility of an organization's actions can take at most"
                                        + " 1 MiB; shorten some first");
                    }
                })
                .replaceWithVoid();
    }

    static int bytesOf(String terms) {
        return terms == null ? 0 : terms.getBytes(StandardCharsets.UTF_8).length;
    }
}
