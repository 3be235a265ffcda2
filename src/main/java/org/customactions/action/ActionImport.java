package org.customactions.action;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.customactions.api.FieldError;
import org.customactions.api.Timestamps;
import org.customactions.database.Database;
import org.customactions.database.OrganizationTurns;
import org.customactions.identity.Caller;
import org.customactions.template.RenderThreads;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Imports a document, all or nothing. It is read and held against what is stored before the transaction begins, on
 * threads that serve nobody else; the transaction then only writes, if nothing has changed meanwhile.
 */
@ApplicationScoped
class ActionImport {

    /** More help nobody. */
    private static final int MOST_WARNINGS = 1_000;

    private final Database database;
    private final ImportPlaces places;
    private final ImportPlans plans;
    private final RenderThreads threads;
    private final UsedSecrets usedSecrets;
    private final ObjectMapper mapper;
    private final Clock clock;

    ActionImport(
            Database database,
            ImportPlaces places,
            ImportPlans plans,
            RenderThreads threads,
            UsedSecrets usedSecrets,
            ObjectMapper mapper,
            Clock clock) {
        this.database = database;
        this.places = places;
        this.plans = plans;
        this.threads = threads;
        this.usedSecrets = usedSecrets;
        this.mapper = mapper;
        this.clock = clock;
    }

    /** @param isDryRun whether to tell what would be done, and to do nothing */
    Uni<ImportReport> run(Caller caller, byte[] body, boolean isDryRun) {
        var organizationId = caller.organizationId();
        return places.in(
                organizationId,
                body.length,
                () -> threads.aside(organizationId, () -> ImportDocument.read(body, mapper))
                        .chain(document -> database.reading(
                                        organizationId, () -> CustomAction.namedIn(organizationId, document.names()))
                                .map(ActionImport::byName)
                                .chain(known -> planned(organizationId, document, known))
                                .invoke(document::throwIfInvalid))
                        .call(planned -> database.inTransaction(() -> write(caller, planned)
                                .chain(() ->
                                        isDryRun ? undo() : Uni.createFrom().voidItem())))
                        .map(ActionImport::report));
    }

    private static Map<String, CustomAction> byName(List<CustomAction> actions) {
        var known = new HashMap<String, CustomAction>();
        actions.forEach(action -> {
            if (known.put(action.name, action) != null) {
                throw ImportDocument.notUnique("There are", action.name);
            }
        });
        return known;
    }

    private Uni<List<PlannedAction>> planned(
            UUID organizationId, ImportDocument document, Map<String, CustomAction> known) {
        return Multi.createFrom()
                .iterable(document.elements())
                .onItem()
                .transformToUniAndConcatenate(
                        element -> plans.of(organizationId, element, Optional.ofNullable(known.get(element.name()))))
                .select()
                .where(Optional::isPresent)
                .map(Optional::get)
                .collect()
                .asList();
    }

    private Uni<Void> write(Caller caller, List<PlannedAction> all) {
        var organizationId = caller.organizationId();
        var changed = only(all, PlannedAction::isChanged);
        var updated = only(changed, planned -> !planned.isNew());
        var created = only(changed, PlannedAction::isNew);
        return OrganizationTurns.take("custom_actions/import", organizationId)
                .chain(() -> ImportRows.lock(
                        organizationId,
                        all.stream().map(planned -> planned.action().name).toList()))
                .invoke(stored -> ImportRows.requireAsRead(stored, all))
                .invoke(() -> changed.forEach(planned -> planned.action().touch(Timestamps.now(clock))))
                .chain(() -> ConfigQuota.lock(organizationId))
                .chain(() -> ConfigQuota.requireRoomFor(organizationId, changed))
                .invoke(last -> place(last, changed))
                .chain(() -> StoredTerms.requireRoomFor(organizationId, changed))
                .chain(() -> ImportRows.update(organizationId, updated))
                .chain(() -> ImportRows.insert(organizationId, created))
                .chain(() -> ImportRows.storeTerms(organizationId, changed))
                .chain(() -> usedSecrets.use(organizationId, changed))
                .chain(() -> ActionChange.note(
                        caller, changed.stream().map(PlannedAction::change).toList()));
    }

    /** After all others, in the order of the document, unless it has their places. */
    private static void place(long last, List<PlannedAction> changed) {
        var next = changed.stream()
                .filter(planned -> !planned.isNew() || planned.isPlaced())
                .mapToLong(planned -> ConfigQuota.after(planned.action().displayOrder))
                .reduce(last, Math::max);
        for (var planned : only(changed, planned -> planned.isNew() && !planned.isPlaced())) {
            planned.action().displayOrder = next;
            next = ConfigQuota.after(next);
        }
    }

    private static Uni<Void> undo() {
        return Panache.currentTransaction()
                .invoke(Mutiny.Transaction::markForRollback)
                .replaceWithVoid();
    }

    private static ImportReport report(List<PlannedAction> all) {
        return new ImportReport(
                names(all, PlannedAction::isNew),
                names(all, planned -> !planned.isNew() && planned.isChanged()),
                names(all, planned -> !planned.isChanged()),
                warnings(all));
    }

    private static List<FieldError> warnings(List<PlannedAction> all) {
        return all.stream()
                .flatMap(planned -> planned.warnings().stream())
                .limit(MOST_WARNINGS)
                .toList();
    }

    private static List<String> names(List<PlannedAction> all, Predicate<PlannedAction> which) {
        return only(all, which).stream().map(planned -> planned.action().name).toList();
    }

    private static List<PlannedAction> only(List<PlannedAction> all, Predicate<PlannedAction> which) {
        return all.stream().filter(which).toList();
    }
}
