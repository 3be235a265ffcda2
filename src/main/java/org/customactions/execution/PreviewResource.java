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

/** Lets a manager see what an action would do before it is saved. */
@Path(ApiPaths.ACTIONS + "/preview")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "Preview", description = "What an action would do")
public class PreviewResource {

    private final Callers callers;
    private final Previews previews;

    PreviewResource(Callers callers, Previews previews) {
        this.callers = callers;
        this.previews = previews;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "previewCustomAction",
            summary = "Show what an action would do; nothing leaves the service")
    @APIResponse(
            responseCode = "200",
            description = "What the action would do",
            content = @Content(schema = @Schema(ref = "PreviewEnvelope")))
    public Uni<Envelope<JsonNode>> preview(
            @RequestBody(required = true, content = @Content(schema = @Schema(ref = "PreviewInput"))) JsonNode body) {
        return callers.manager()
                .chain(caller -> previews.preview(caller, JsonFields.of(body)))
                .map(Envelope::of);
    }
}
