package org.customactions.secret.organization;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Set;
import org.customactions.api.ApiException;
import org.customactions.api.Deleted;
import org.customactions.api.Envelope;
import org.customactions.api.JsonFields;
import org.customactions.identity.Callers;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Names and replaces the secrets of an organization. No answer holds a value. */
@Path("/api/secrets")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "Secrets", description = "Named values that the webhooks of an organization share")
public class SecretResource {

    private static final Set<String> KNOWN = Set.of("value");
    private static final int MAX_VALUE = 8_192;

    private final Callers callers;
    private final OrganizationSecrets secrets;

    SecretResource(Callers callers, OrganizationSecrets secrets) {
        this.callers = callers;
        this.secrets = secrets;
    }

    @GET
    @Operation(operationId = "listSecrets", summary = "List secrets by name, without their values")
    public Uni<Envelope<SecretList>> list() {
        return callers.manager()
                .chain(caller -> secrets.list(caller.organizationId()))
                .map(listed -> Envelope.of(SecretList.of(listed)));
    }

    @PUT
    @Path("/{name}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "putSecret", summary = "Create or replace a secret")
    @APIResponse(responseCode = "200", description = "Replaced")
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content = @Content(schema = @Schema(ref = "EnvelopeWrittenSecret")))
    public Uni<RestResponse<Envelope<WrittenSecret>>> put(
            @Parameter(schema = @Schema(ref = "SecretName")) @RestPath String name,
            @RequestBody(required = true, content = @Content(schema = @Schema(ref = "SecretInput"))) JsonNode body) {
        return callers.manager()
                .chain(caller -> secrets.put(caller.organizationId(), named(name), value(JsonFields.of(body))))
                .map(put -> ResponseBuilder.<Envelope<WrittenSecret>>create(put.isNew() ? 201 : 200)
                        .entity(Envelope.of(new WrittenSecret(name, put.updatedAt())))
                        .build());
    }

    @DELETE
    @Path("/{name}")
    @Operation(operationId = "deleteSecret", summary = "Delete a secret that no action uses")
    public Uni<Envelope<Deleted>> delete(@Parameter(schema = @Schema(ref = "SecretName")) @RestPath String name) {
        return callers.manager()
                .chain(caller -> OrganizationSecrets.isName(name)
                        ? secrets.delete(caller.organizationId(), name)
                        : Uni.createFrom().failure(ApiException.notFound("Secret")))
                .replaceWith(Deleted.DONE);
    }

    private static String named(String name) {
        if (!OrganizationSecrets.isName(name)) {
            throw ApiException.invalid(
                    "name", "Name must be 1 to 64 ASCII letters, digits and underscores, and begin with a letter");
        }
        return name;
    }

    private static String value(JsonFields fields) {
        fields.refuseUnknown(KNOWN, Set.of());
        var value = fields.text("value", MAX_VALUE)
                .filter(text -> fields.expect(!text.isEmpty(), "value", "1 to 8,192 characters"));
        fields.require("value", value);
        fields.throwIfInvalid();
        return value.orElseThrow();
    }
}
