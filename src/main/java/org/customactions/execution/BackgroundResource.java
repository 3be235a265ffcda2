package org.customactions.execution;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.customactions.api.ApiPaths;
import org.customactions.api.Envelope;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** Tells what becomes of an execution in the background, tries failed ones again, and gives one up. */
@Path(ApiPaths.ACTIONS)
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "Execution", description = "An agent's click")
public class BackgroundResource {

    private final BackgroundExecutions executions;

    BackgroundResource(BackgroundExecutions executions) {
        this.executions = executions;
    }

    @GET
    @Path("/executions/{execution_id}/state")
    @Operation(
            operationId = "getExecutionState",
            summary = "Tell how an execution in the background stands, and what came of it",
            description =
                    "For the user who clicked and for managers. Each call leads to a link by a redirect of its own")
    public Uni<Envelope<ExecutionStateView>> state(@RestPath("execution_id") UUID executionId) {
        return executions.state(executionId).map(Envelope::of);
    }

    @POST
    @Path("/executions/{execution_id}/retry")
    @Operation(
            operationId = "retryExecution",
            summary = "Begin one more round of attempts of an execution that has failed in the background",
            description = "For managers, within 7 days")
    @APIResponse(responseCode = "200", description = "OK")
    public Uni<Envelope<ExecutionStateView>> retry(@RestPath("execution_id") UUID executionId) {
        return executions.retry(executionId).map(Envelope::of);
    }

    @POST
    @Path("/{id}/executions/retry")
    @Operation(
            operationId = "retryExecutions",
            summary = "Begin one more round of attempts of an action's executions that have failed in the background",
            description = "For managers, within 7 days; 1,000 at most in one call")
    @APIResponse(responseCode = "200", description = "OK")
    public Uni<Envelope<RetriedView>> retryAll(@RestPath UUID id) {
        return executions.retryAll(id).map(Envelope::of);
    }

    @POST
    @Path("/executions/{execution_id}/cancel")
    @Operation(
            operationId = "cancelExecution",
            summary = "Give up an execution that has not ended in the background",
            description = "For managers. An attempt that is under way may still arrive; what comes of it is not told")
    @APIResponse(responseCode = "200", description = "OK")
    public Uni<Envelope<ExecutionStateView>> cancel(@RestPath("execution_id") UUID executionId) {
        return executions.cancel(executionId).map(Envelope::of);
    }
}
