package org.customactions.changes;

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

/** Lists who changed which fields of an action, and when. */
@Path(ApiPaths.ACTIONS)
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "Changes", description = "Who changed which fields of an action, and when")
public class ChangesResource {

    private final ActionLog log;

    ChangesResource(ActionLog log) {
        this.log = log;
    }

    @GET
    @Path("/{id}/changes")
    @Operation(
            operationId = "listCustomActionChanges",
            summary = "List an action's changes, newest first; also of a deleted one")
    public Uni<Envelope<ChangePage>> list(
            @RestPath UUID id,
            @RestQuery String limit,
            @Parameter(description = "The next_before of another page, or an RFC 3339 time") @RestQuery String before) {
        return log.<Change>page(id, limit, before, (query, parameters) -> Change.find(query, parameters))
                .map(ChangePage::of)
                .map(Envelope::of);
    }
}
