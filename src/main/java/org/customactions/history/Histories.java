package org.customactions.history;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.customactions.api.ApiException;
import org.customactions.api.Paging;
import org.customactions.api.TimeCursor;
import org.customactions.database.Database;
import org.customactions.directory.ContactSource;
import org.customactions.history.exchange.Exchanges;
import org.customactions.log.KnownActions;

/** The executions of organizations, as managers read them. */
@ApplicationScoped
class Histories {

    private static final String DEFAULT_LIMIT = "50";

    private final Database database;
    private final KnownActions actions;
    private final ContactSource contacts;
    private final Exchanges exchanges;

    Histories(Database database, KnownActions actions, ContactSource contacts, Exchanges exchanges) {
        this.database = database;
        this.actions = actions;
        this.contacts = contacts;
        this.exchanges = exchanges;
    }

    /** A page; fails with 404 if the organization never had the action, with 400 if a parameter is invalid. */
    Uni<HistoryPage> page(UUID organizationId, Optional<UUID> actionId, HistoryParameters given) {
        return Uni.createFrom().deferred(() -> {
            var limit = Paging.of(null, given.limit == null ? DEFAULT_LIMIT : given.limit)
                    .orElseThrow()
                    .limit();
            var before = TimeCursor.parse(given.before);
            var filter = HistoryFilter.of(given, actionId, contacts);
            return database.reading(
                    organizationId,
                    () -> page(organizationId, filter, before, limit)
                            .call(page -> page.executions().isEmpty()
                                    ? requireKnown(organizationId, actionId)
                                    : Uni.createFrom().voidItem()));
        });
    }

    /** One entry more than the page shows tells whether another page follows. */
    private static Uni<HistoryPage> page(
            UUID organizationId, HistoryFilter filter, Optional<TimeCursor> before, int limit) {
        return HistoryRows.list(organizationId, filter, before, limit + 1)
                .map(found -> HistoryPage.of(found, limit))
                .chain(page -> page.nextBefore() != null || !filter.isSifting()
                        ? Uni.createFrom().item(page)
                        : HistoryRows.lastSifted(organizationId, filter, before)
                                .map(last -> last.map(page::goingOnAfter).orElse(page)));
    }

    private Uni<Void> requireKnown(UUID organizationId, Optional<UUID> actionId) {
        return actionId.map(id -> actions.require(organizationId, id))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    /** An execution with its exchange; fails with 404 if the organization has none of this id. */
    Uni<HistoryEntryView> find(UUID organizationId, UUID executionId) {
        return database.reading(
                organizationId,
                () -> HistoryRows.find(organizationId, executionId)
                        .map(found -> found.orElseThrow(() -> ApiException.notFound("Execution")))
                        .chain(entry ->
                                exchanges.find(organizationId, executionId).map(entry::with)));
    }
}
