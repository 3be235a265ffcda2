package org.customactions.action;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.customactions.api.ApiException;
import org.customactions.api.ApiPaths;
import org.customactions.api.Envelope;
import org.customactions.api.Paging;
import org.customactions.api.QueryParameters;
import org.customactions.database.Database;
import org.customactions.directory.ContactId;
import org.customactions.directory.ContactSource;
import org.customactions.identity.Callers;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Lists the actions of an organization and reads them. */
@Path(ApiPaths.ACTIONS)
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "Custom actions", description = "The buttons of an organization")
public class CustomActionResource {

    private final Callers callers;
    private final ActionLists lists;
    private final ListAnswers answers;
    private final ConfigSecrets secrets;
    private final ContactSource contacts;
    private final Database database;

    CustomActionResource(
            Callers callers,
            ActionLists lists,
            ListAnswers answers,
            ConfigSecrets secrets,
            ContactSource contacts,
            Database database) {
        this.callers = callers;
        this.lists = lists;
        this.answers = answers;
        this.secrets = secrets;
        this.contacts = contacts;
        this.database = database;
    }

    @GET
    @Operation(operationId = "listCustomActions", summary = "List actions by display order, then newest first")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(schema = @Schema(ref = "EnvelopeCustomActionList")),
            headers =
                    @Header(
                            name = HttpHeaders.ETAG,
                            description = "Tag of this list",
                            required = true,
                            schema = @Schema(implementation = String.class)))
    @APIResponse(responseCode = "304", description = "Not changed since the tag in If-None-Match")
    public Uni<RestResponse<byte[]>> list(
            @RestQuery String search,
            @RestQuery("is_active") String isActive,
            @Parameter(description = "Only actions that are for this contact; its id as in execute")
                    @RestQuery("contact_id")
                    String contactId,
            @RestQuery String page,
            @RestQuery String limit,
            @RestHeader(HttpHeaders.IF_NONE_MATCH) List<String> ifNoneMatch) {
        return callers.current().chain(caller -> {
            var text = QueryParameters.search(search);
            var active = QueryParameters.flag("is_active", isActive);
            var contact = contact(contactId);
            var paging = Paging.of(page, limit);
            return callers.standing(caller)
                    .chain(standing -> answers.read(
                                    new ActionLists.Request(caller, standing, text, active, contact, paging),
                                    tag -> ListTag.isNamedIn(ifNoneMatch, tag))
                            .map(answer -> answer(answer, standing)));
        });
    }

    private RestResponse<byte[]> answer(ListAnswers.Answer answer, Callers.Standing standing) {
        return tagged(
                answer.body().map(ResponseBuilder::ok).orElseGet(ResponseBuilder::notModified), answer.tag(), standing);
    }

    private <T> RestResponse<T> tagged(ResponseBuilder<T> answer, EntityTag tag, Callers.Standing standing) {
        return answer.tag(tag)
                .header(HttpHeaders.CACHE_CONTROL, standing.isManager() ? "no-store" : "private, no-cache")
                .header(HttpHeaders.VARY, callers.varying())
                .build();
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getCustomAction", summary = "Read an action")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            headers =
                    @Header(
                            name = HttpHeaders.ETAG,
                            description = "Tag of the action; its place in the list does not change it",
                            required = true,
                            schema = @Schema(implementation = String.class)))
    @APIResponse(responseCode = "304", description = "Not changed since the tag in If-None-Match; its place may have")
    public Uni<RestResponse<Envelope<CustomActionView>>> get(
            @RestPath UUID id, @RestHeader(HttpHeaders.IF_NONE_MATCH) List<String> ifNoneMatch) {
        return callers.current()
                .chain(caller -> callers.standing(caller)
                        .chain(standing -> database.reading(
                                        caller.organizationId(), () -> CustomAction.findIn(caller.organizationId(), id))
                                .map(action -> answer(action, standing, ifNoneMatch))));
    }

    private RestResponse<Envelope<CustomActionView>> answer(
            CustomAction action, Callers.Standing standing, List<String> ifNoneMatch) {
        var view = shown(action, standing);
        var tag = ActionTag.of(action.id, action.updatedAt, secrets.view(standing.isManager()));
        var answer = ListTag.isNamedIn(ifNoneMatch, tag)
                ? ResponseBuilder.<Envelope<CustomActionView>>notModified()
                : ResponseBuilder.ok(Envelope.of(view));
        return tagged(answer, tag, standing);
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

    private Optional<ContactId> contact(String given) {
        return Optional.ofNullable(given)
                .map(text -> contacts.id(text)
                        .orElseThrow(() ->
                                ApiException.invalid("contact_id", "Contact id must be " + contacts.formOfIds())));
    }
}
