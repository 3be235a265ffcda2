package org.customactions.execution;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.customactions.api.ApiPaths;
import org.customactions.api.Envelope;
import org.customactions.api.JsonFields;
import org.customactions.identity.Callers;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Runs what a manager tries out. */
@Path(ApiPaths.ACTIONS + "/try")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "Preview")
public class TrialResource {

    private final Callers callers;
    private final Trials trials;

    TrialResource(Callers callers, Trials trials) {
        this.callers = callers;
        this.trials = trials;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "tryCustomAction",
            summary =
                    "Run an action once for real, whether it is saved and active or not, and show what was sent and answered")
    @APIResponse(
            responseCode = "200",
            description = "What an agent would get",
            content = @Content(schema = @Schema(ref = "TrialEnvelope")))
    public Uni<Envelope<JsonNode>> run(
            @RequestBody(required = true, content = @Content(schema = @Schema(ref = "TrialInput"))) JsonNode body) {
        return callers.manager()
                .chain(caller -> trials.run(caller, JsonFields.of(body)))
                .map(Envelope::of);
    }
}
