package org.customactions.action;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.customactions.api.ApiPaths;
import org.customactions.api.Deleted;
import org.customactions.api.Envelope;
import org.customactions.api.IfMatch;
import org.customactions.api.JsonFields;
import org.customactions.idempotency.IdempotencyKey;
import org.customactions.identity.Caller;
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
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Creates and changes the actions of an organization. */
@Path(ApiPaths.ACTIONS)
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "Custom actions", description = "The buttons of an organization")
public class ActionWriteResource {

    private static final String CONDITION =
            "Tags of the action as in ETag, or *; if the action has changed since, nothing happens and the answer is 412";

    private final Callers callers;
    private final CustomActions actions;
    private final ActionCreation creation;
    private final ActionLists lists;
    private final ConfigSecrets secrets;

    ActionWriteResource(
            Callers callers, CustomActions actions, ActionCreation creation, ActionLists lists, ConfigSecrets secrets) {
        this.callers = callers;
        this.actions = actions;
        this.creation = creation;
        this.lists = lists;
        this.secrets = secrets;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "createCustomAction", summary = "Create an action")
    @Parameter(
            name = IdempotencyKey.HEADER,
            in = ParameterIn.HEADER,
            description =
                    "A text such as a random UUID. Within 24 hours, another call of the same user with the same key creates"
                            + " nothing: it gets the first answer again, or 409 while there is none",
            schema = @Schema(type = SchemaType.STRING, minLength = 1, maxLength = IdempotencyKey.MAX_LENGTH))
    @APIResponse(
            responseCode = "201",
            description = "Created",
            headers = {
                @Header(
                        name = HttpHeaders.LOCATION,
                        description = "Path of the action",
                        required = true,
                        schema = @Schema(implementation = String.class)),
                @Header(
                        name = HttpHeaders.ETAG,
                        description = "Tag of the action",
                        required = true,
                        schema = @Schema(implementation = String.class))
            },
            content = @Content(schema = @Schema(ref = "EnvelopeCustomActionView")))
    public Uni<RestResponse<Envelope<CustomActionView>>> create(
            @Context HttpHeaders headers,
            @RequestBody(required = true, content = @Content(schema = @Schema(ref = "CustomActionInput")))
                    JsonNode body) {
        return callers.manager()
                .chain(caller -> creation.create(
                        caller, body, IdempotencyKey.of(headers.getRequestHeader(IdempotencyKey.HEADER))))
                .map(view -> tagged(
                        ResponseBuilder.<Envelope<CustomActionView>>created(
                                URI.create(ApiPaths.ACTIONS + "/" + view.id())),
                        view));
    }

    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "updateCustomAction", summary = "Change the fields that are sent")
    @Parameter(
            name = IfMatch.HEADER,
            in = ParameterIn.HEADER,
            description = CONDITION,
            schema = @Schema(type = SchemaType.STRING))
    @APIResponse(
            responseCode = "200",
            description = "OK",
            headers =
                    @Header(
                            name = HttpHeaders.ETAG,
                            description = "Tag of the action",
                            required = true,
                            schema = @Schema(implementation = String.class)))
    @APIResponse(
            responseCode = "412",
            description = "precondition_failed",
            headers =
                    @Header(
                            name = HttpHeaders.ETAG,
                            description = "Tag of the action as it is now",
                            required = true,
                            schema = @Schema(implementation = String.class)))
    public Uni<RestResponse<Envelope<CustomActionView>>> update(
            @RestPath UUID id,
            @Context HttpHeaders headers,
            @RequestBody(required = true, content = @Content(schema = @Schema(ref = "CustomActionUpdate")))
                    JsonNode body) {
        return callers.manager()
                .chain(caller -> actions.update(caller, id, JsonFields.ofUpdate(body), condition(headers)))
                .map(saved -> tagged(ResponseBuilder.create(RestResponse.Status.OK), view(saved)));
    }

    @PUT
    @Path("/order")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "orderCustomActions", summary = "Put actions in the order given, all or none")
    public Uni<Envelope<CustomActionList>> order(
            @RequestBody(required = true, content = @Content(schema = @Schema(ref = "ActionOrder"))) JsonNode body) {
        return callers.manager()
                .chain(caller -> actions.order(caller, ActionOrder.read(JsonFields.of(body)))
                        .chain(() -> everyAction(caller)))
                .map(Envelope::of);
    }

    @DELETE
    @Path("/{id}")
    @Operation(
            operationId = "deleteCustomAction",
            summary = "Delete an action; its history stays, and for a time it can be restored")
    @Parameter(
            name = IfMatch.HEADER,
            in = ParameterIn.HEADER,
            description = CONDITION,
            schema = @Schema(type = SchemaType.STRING))
    @APIResponse(
            responseCode = "412",
            description = "precondition_failed",
            headers =
                    @Header(
                            name = HttpHeaders.ETAG,
                            description = "Tag of the action as it is now",
                            required = true,
                            schema = @Schema(implementation = String.class)))
    @APIResponse(responseCode = "200", description = "OK")
    public Uni<Envelope<Deleted>> delete(@RestPath UUID id, @Context HttpHeaders headers) {
        return callers.manager()
                .chain(caller -> actions.delete(caller, id, condition(headers)))
                .replaceWith(Deleted.DONE);
    }

    @POST
    @Path("/{id}/restore")
    @Operation(
            operationId = "restoreCustomAction",
            summary = "Take the deletion of an action back",
            description = "It comes back as it was, with its secrets, its history and its place")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            headers =
                    @Header(
                            name = HttpHeaders.ETAG,
                            description = "Tag of the action",
                            required = true,
                            schema = @Schema(implementation = String.class)))
    public Uni<RestResponse<Envelope<CustomActionView>>> restore(@RestPath UUID id) {
        return callers.manager()
                .chain(caller -> actions.restore(caller, id))
                .map(saved -> tagged(ResponseBuilder.create(RestResponse.Status.OK), view(saved)));
    }

    private static Optional<IfMatch> condition(HttpHeaders headers) {
        return IfMatch.of(headers.getRequestHeader(IfMatch.HEADER));
    }

    /** As managers read it. */
    private RestResponse<Envelope<CustomActionView>> tagged(
            ResponseBuilder<Envelope<CustomActionView>> answer, CustomActionView view) {
        return answer.entity(Envelope.of(view))
                .tag(ActionTag.of(view.id(), view.updatedAt(), secrets.view(true)))
                .build();
    }

    private CustomActionView view(SavedAction saved) {
        return CustomActionView.of(saved.action(), secrets.shown(saved.action()))
                .with(saved.warnings());
    }

    private Uni<CustomActionList> everyAction(Caller caller) {
        return lists.read(ActionLists.Request.everything(caller), tag -> false, list -> list)
                .map(found -> found.list().orElseThrow());
    }
}
