package org.customactions.history;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.customactions.api.ApiPaths;
import org.customactions.api.Envelope;
import org.customactions.log.ActionLog;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Lists an action's executions and how they ended. */
@Path(ApiPaths.ACTIONS)
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "History", description = "How an action's executions ended")
public class HistoryResource {

    private final ActionLog log;

    HistoryResource(ActionLog log) {
        this.log = log;
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
        return log.<HistoryEntry>page(id, limit, before, (query, parameters) -> HistoryEntry.find(query, parameters))
                .map(HistoryPage::of)
                .map(Envelope::of);
    }
}
