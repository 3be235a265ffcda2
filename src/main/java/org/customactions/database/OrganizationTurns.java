package org.customactions.database;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import java.util.UUID;

/** Makes transactions of one organization that need the same room take turns, on whichever replica they run. */
public final class OrganizationTurns {

    private static final String TAKE = "select 1 from pg_advisory_xact_lock(hashtextextended(:turn, 0))";

    private OrganizationTurns() {}

    /**
     * Waits for the turn and keeps it until the transaction of the caller ends.
     *
     * @param room what they take turns for, such as a table; the same on every version of the service
     */
    public static Uni<Integer> take(String room, UUID organizationId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(TAKE, Integer.class)
                        .setParameter("turn", room + "/" + organizationId)
                        .getSingleResult());
    }
}
