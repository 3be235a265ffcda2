package org.customactions.history;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import java.util.UUID;
import org.customactions.api.ApiPaths;
import org.customactions.api.Envelope;
import org.customactions.identity.Callers;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** Lists executions and how they ended. */
@Path(ApiPaths.ACTIONS)
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "History", description = "How executions ended")
public class HistoryResource {

    private final Callers callers;
    private final Histories histories;

    HistoryResource(Callers callers, Histories histories) {
        this.callers = callers;
        this.histories = histories;
    }

    @GET
    @Path("/{id}/executions")
    @Operation(
            operationId = "listExecutions",
            summary = "List an action's executions, newest first; also of a deleted one")
    public Uni<Envelope<HistoryPage>> list(@RestPath UUID id, @BeanParam HistoryParameters parameters) {
        return callers.manager()
                .chain(caller -> histories.page(caller.organizationId(), Optional.of(id), parameters))
                .map(Envelope::of);
    }

    @GET
    @Path("/executions")
    @Operation(
            operationId = "listAllExecutions",
            summary = "List the executions of all actions, newest first; also of deleted ones, and trials")
    public Uni<Envelope<HistoryPage>> listAll(@BeanParam HistoryParameters parameters) {
        return callers.manager()
                .chain(caller -> histories.page(caller.organizationId(), Optional.empty(), parameters))
                .map(Envelope::of);
    }

    @GET
    @Path("/executions/{execution_id}")
    @Operation(
            operationId = "getExecution",
            summary = "Show one execution, with what was sent and answered if that is kept")
    public Uni<Envelope<HistoryEntryView>> get(@RestPath("execution_id") UUID executionId) {
        return callers.manager()
                .chain(caller -> histories.find(caller.organizationId(), executionId))
                .map(Envelope::of);
    }
}
