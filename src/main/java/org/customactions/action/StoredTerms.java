package org.customactions.action;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import java.nio.charset.StandardCharsets;
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

    private static Uni<Void> requireRoomFor(CustomAction action) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(OTHERS, Long.class)
                        .setParameter("organization", action.organizationId)
                        .setParameter("action", action.id)
                        .getSingleResult())
                .invoke(others -> {
                    if (others + bytesOf(action.terms) > MAX_BYTES) {
                        throw ApiException.of(
                                ErrorType.CONFLICT,
                                "The inputs, confirmations and visibility of an organization's actions can take at most"
                                        + " 1 MiB; shorten some first");
                    }
                })
                .replaceWithVoid();
    }

    private static int bytesOf(String terms) {
        return terms == null ? 0 : terms.getBytes(StandardCharsets.UTF_8).length;
    }
}
