package org.customactions.history;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.customactions.action.CustomAction;
import org.customactions.api.Envelope;
import org.customactions.api.Paging;
import org.customactions.api.TimeCursor;
import org.customactions.database.Database;
import org.customactions.identity.Callers;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** What became of an action's executions. */
// The path that all calls about actions begin with: only below one path does another method get 405 and not 404.
@Path("/api/custom-actions")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "History", description = "What became of an action's executions")
public class HistoryResource {

    private static final String DEFAULT_LIMIT = "50";

    private final Callers callers;
    private final Database database;

    HistoryResource(Callers callers, Database database) {
        this.callers = callers;
        this.database = database;
    }

    @GET
    @Path("/{id}/executions")
    @Operation(
            operationId = "listExecutions",
            summary = "List an action's executions, newest first; also of a deleted one")
    public Uni<Envelope<HistoryPage>> list(
            @RestPath UUID id,
            @RestQuery String limit,
            @Parameter(description = "The next_before of another page, or an RFC 3339 time") @RestQuery String before) {
        return callers.manager().chain(caller -> {
            var entries = Paging.of(null, limit == null ? DEFAULT_LIMIT : limit)
                    .orElseThrow()
                    .limit();
            var cursor = TimeCursor.parse(before);
            return database.inSession(() -> HistoryEntry.listIn(caller.organizationId(), id, cursor, entries + 1)
                            .chain(found -> existing(caller.organizationId(), id, found)))
                    .map(found -> Envelope.of(HistoryPage.of(found, entries)));
        });
    }

    /** An empty list is one of an action that there is or was; fails with 404 otherwise. */
    private static Uni<List<HistoryEntry>> existing(UUID organizationId, UUID actionId, List<HistoryEntry> found) {
        return found.isEmpty()
                ? CustomAction.requireEverIn(organizationId, actionId).replaceWith(found)
                : Uni.createFrom().item(found);
    }
}
