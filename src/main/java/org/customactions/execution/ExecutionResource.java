package org.customactions.execution;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.customactions.api.ApiPaths;
import org.customactions.api.Envelope;
import org.customactions.api.JsonFields;
import org.customactions.directory.ContactSource;
import org.customactions.idempotency.IdempotencyKey;
import org.customactions.identity.Callers;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** Runs an action for a contact: the agent's click. */
@Path(ApiPaths.ACTIONS)
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "Execution", description = "An agent's click")
public class ExecutionResource {

    private final Callers callers;
    private final Executions executions;
    private final ContactSource contacts;

    ExecutionResource(Callers callers, Executions executions, ContactSource contacts) {
        this.callers = callers;
        this.executions = executions;
        this.contacts = contacts;
    }

    @POST
    @Path("/{id}/execute")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "executeCustomAction", summary = "Run an action for a contact")
    @Parameter(
            name = IdempotencyKey.HEADER,
            in = ParameterIn.HEADER,
            description =
                    "A text such as a random UUID. Within 24 hours, another call of the same user for the same action with"
                            + " the same key executes nothing: it gets the first answer again, or 409 while there is none",
            schema = @Schema(type = SchemaType.STRING, minLength = 1, maxLength = IdempotencyKey.MAX_LENGTH))
    @APIResponse(responseCode = "200", description = "OK")
    @APIResponse(
            responseCode = "409",
            headers =
                    @Header(
                            name = HttpHeaders.RETRY_AFTER,
                            description = "Seconds to wait before the next try",
                            required = true,
                            schema = @Schema(type = SchemaType.INTEGER)))
    public Uni<Envelope<ExecutionView>> execute(
            @RestPath UUID id,
            @Context HttpHeaders headers,
            @RequestBody(required = true, content = @Content(schema = @Schema(ref = "ExecutionInput"))) JsonNode body) {
        return callers.current()
                .map(caller -> Click.of(
                        caller,
                        id,
                        ClickInput.read(JsonFields.of(body), contacts),
                        IdempotencyKey.of(headers.getRequestHeader(IdempotencyKey.HEADER))))
                .chain(executions::execute)
                .map(Envelope::of);
    }

    @POST
    @Path("/executions/{execution_id}/redirect")
    @Operation(
            operationId = "redirectExecutionAgain",
            summary = "Get another one-time redirect to the page of an execution; nothing runs again",
            description = "For the user who clicked, within 15 minutes of the execution's end")
    public Uni<Envelope<FreshRedirect>> redirectAgain(@RestPath("execution_id") UUID executionId) {
        return callers.current()
                .chain(caller -> executions.redirectAgain(caller, executionId))
                .map(Envelope::of);
    }
}
