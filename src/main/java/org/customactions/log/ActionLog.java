package org.customactions.log;

import io.quarkus.hibernate.reactive.panache.PanacheQuery;
import io.quarkus.panache.common.Parameters;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.customactions.api.Paging;
import org.customactions.api.TimeCursor;
import org.customactions.database.Database;
import org.customactions.identity.Callers;

/** Reads the log rows of an action for managers, newest first and page by page, even after the action was deleted. */
@ApplicationScoped
public class ActionLog {

    private static final String DEFAULT_LIMIT = "50";

    private static final String OF_ACTION = "organizationId = :organization and actionId = :action";
    // Compared as one value, so that the index finds the place at once.
    private static final String BEFORE = " and (createdAt, id) < (:time, :id)";
    private static final String NEWEST_FIRST = " order by createdAt desc, id desc";

    private final Callers callers;
    private final Database database;
    private final KnownActions actions;

    ActionLog(Callers callers, Database database, KnownActions actions) {
        this.callers = callers;
        this.database = database;
        this.actions = actions;
    }

    /** Rows of one kind. */
    @FunctionalInterface
    public interface Source<E extends LogEntry> {

        /** The rows that a query finds. */
        PanacheQuery<E> find(String query, Parameters parameters);
    }

    /**
     * A page. Fails with 404 if the caller's organization never had such an action, with 400 if a parameter is invalid.
     *
     * @param limit the query parameter: most entries on the page, 50 if it is absent
     * @param before the query parameter: {@link LogPage#nextBefore()} of another page or a time; starts with the newest
     *     if it is absent
     */
    public <E extends LogEntry> Uni<LogPage<E>> page(UUID actionId, String limit, String before, Source<E> source) {
        return callers.manager().chain(caller -> {
            var organization = caller.organizationId();
            var most = Paging.of(null, limit == null ? DEFAULT_LIMIT : limit)
                    .orElseThrow()
                    .limit();
            var cursor = TimeCursor.parse(before);
            // One entry more than the page shows tells whether another page follows.
            return database.reading(
                            organization,
                            () -> list(source, organization, actionId, cursor, most + 1)
                                    .chain(found -> existing(organization, actionId, found)))
                    .map(found -> LogPage.of(found, most));
        });
    }

    private static <E extends LogEntry> Uni<List<E>> list(
            Source<E> source, UUID organizationId, UUID actionId, Optional<TimeCursor> before, int limit) {
        var parameters = Parameters.with("organization", organizationId).and("action", actionId);
        before.ifPresent(cursor -> parameters.and("time", cursor.time()).and("id", cursor.id()));
        var query = OF_ACTION + (before.isPresent() ? BEFORE : "") + NEWEST_FIRST;
        return source.find(query, parameters).range(0, limit - 1).list();
    }

    /** Fails if the list is empty and the action never existed. */
    private <E> Uni<List<E>> existing(UUID organizationId, UUID actionId, List<E> found) {
        return found.isEmpty()
                ? actions.require(organizationId, actionId).replaceWith(found)
                : Uni.createFrom().item(found);
    }
}
