package org.customactions.action;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.customactions.api.ApiException;
import org.customactions.api.ApiPaths;
import org.customactions.api.Deleted;
import org.customactions.api.Envelope;
import org.customactions.api.JsonFields;
import org.customactions.api.Paging;
import org.customactions.api.QueryParameters;
import org.customactions.database.Database;
import org.customactions.directory.ContactId;
import org.customactions.directory.ContactSource;
import org.customactions.identity.Caller;
import org.customactions.identity.Callers;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Configures the actions of an organization and lists them. */
@Path(ApiPaths.ACTIONS)
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "Custom actions", description = "The buttons of an organization")
public class CustomActionResource {

    private final Callers callers;
    private final CustomActions actions;
    private final ActionLists lists;
    private final ConfigSecrets secrets;
    private final ContactSource contacts;
    private final Database database;

    CustomActionResource(
            Callers callers,
            CustomActions actions,
            ActionLists lists,
            ConfigSecrets secrets,
            ContactSource contacts,
            Database database) {
        this.callers = callers;
        this.actions = actions;
        this.lists = lists;
        this.secrets = secrets;
        this.contacts = contacts;
        this.database = database;
    }

    @GET
    @Operation(operationId = "listCustomActions", summary = "List actions by display order, then newest first")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            headers =
                    @Header(
                            name = HttpHeaders.ETAG,
                            description = "Tag of this list",
                            required = true,
                            schema = @Schema(implementation = String.class)))
    @APIResponse(responseCode = "304", description = "Not changed since the tag in If-None-Match")
    public Uni<RestResponse<Envelope<CustomActionList>>> list(
            @RestQuery String search,
            @RestQuery("is_active") String isActive,
            @Parameter(description = "Only actions that are for this contact; its id as in execute")
                    @RestQuery("contact_id")
                    String contactId,
            @RestQuery String page,
            @RestQuery String limit,
            @RestHeader(HttpHeaders.IF_NONE_MATCH) List<String> ifNoneMatch) {
        return callers.current()
                .chain(caller -> {
                    var text = QueryParameters.search(search);
                    var active = QueryParameters.flag("is_active", isActive);
                    var contact = contact(contactId);
                    var paging = Paging.of(page, limit);
                    return callers.standing(caller)
                            .chain(standing -> lists.read(
                                    new ActionLists.Request(caller, standing, text, active, contact, paging),
                                    tag -> ListTag.isNamedIn(ifNoneMatch, tag)));
                })
                .map(found -> found.list()
                        .map(list -> ResponseBuilder.ok(Envelope.of(list)))
                        .orElseGet(ResponseBuilder::notModified)
                        .tag(found.tag())
                        .header(HttpHeaders.CACHE_CONTROL, found.hasSecrets() ? "no-store" : "private, no-cache")
                        .header(HttpHeaders.VARY, callers.varying())
                        .build());
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getCustomAction", summary = "Read an action")
    public Uni<Envelope<CustomActionView>> get(@RestPath UUID id) {
        return callers.current()
                .chain(caller -> callers.standing(caller)
                        .chain(standing -> database.reading(
                                        caller.organizationId(), () -> CustomAction.findIn(caller.organizationId(), id))
                                .map(action -> shown(action, standing))))
                .map(Envelope::of);
    }

    /** @throws ApiException 404 if it is not for the caller's role */
    private CustomActionView shown(CustomAction action, Callers.Standing standing) {
        if (standing.isManager()) {
            return CustomActionView.of(action, secrets.shown(action));
        }
        if (!action.terms().isForRoles(standing.roles())) {
            throw CustomAction.missing();
        }
        return CustomActionView.of(action, lists.outline(action, action.config));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "createCustomAction", summary = "Create an action")
    @APIResponse(
            responseCode = "201",
            description = "Created",
            headers =
                    @Header(
                            name = HttpHeaders.LOCATION,
                            description = "Path of the action",
                            required = true,
                            schema = @Schema(implementation = String.class)),
            content = @Content(schema = @Schema(ref = "EnvelopeCustomActionView")))
    public Uni<RestResponse<Envelope<CustomActionView>>> create(
            @RequestBody(required = true, content = @Content(schema = @Schema(ref = "CustomActionInput")))
                    JsonNode body) {
        return callers.manager()
                .chain(caller -> actions.create(caller, JsonFields.of(body)))
                .map(saved -> ResponseBuilder.<Envelope<CustomActionView>>created(
                                URI.create(ApiPaths.ACTIONS + "/" + saved.action().id))
                        .entity(Envelope.of(view(saved)))
                        .build());
    }

    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "updateCustomAction", summary = "Change the fields that are sent")
    public Uni<Envelope<CustomActionView>> update(
            @RestPath UUID id,
            @RequestBody(required = true, content = @Content(schema = @Schema(ref = "CustomActionUpdate")))
                    JsonNode body) {
        return callers.manager()
                .chain(caller -> actions.update(caller, id, JsonFields.ofUpdate(body)))
                .map(saved -> Envelope.of(view(saved)));
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
    @Operation(operationId = "deleteCustomAction", summary = "Delete an action; its history stays")
    public Uni<Envelope<Deleted>> delete(@RestPath UUID id) {
        return callers.manager().chain(caller -> actions.delete(caller, id)).replaceWith(Deleted.DONE);
    }

    private CustomActionView view(SavedAction saved) {
        return CustomActionView.of(saved.action(), secrets.shown(saved.action()))
                .with(saved.warnings());
    }

    private Uni<CustomActionList> everyAction(Caller caller) {
        return lists.read(ActionLists.Request.everything(caller), tag -> false)
                .map(found -> found.list().orElseThrow());
    }

    private Optional<ContactId> contact(String given) {
        return Optional.ofNullable(given)
                .map(text -> contacts.id(text)
                        .orElseThrow(() ->
                                ApiException.invalid("contact_id", "Contact id must be " + contacts.formOfIds())));
    }
}
