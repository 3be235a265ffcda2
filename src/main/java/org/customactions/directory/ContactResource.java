package org.customactions.directory;

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
import java.time.Clock;
import java.util.List;
import org.customactions.api.ApiException;
import org.customactions.api.Deleted;
import org.customactions.api.Envelope;
import org.customactions.api.JsonFields;
import org.customactions.api.Paging;
import org.customactions.api.QueryParameters;
import org.customactions.api.Timestamps;
import org.customactions.database.Database;
import org.customactions.identity.Callers;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** The directory that actions are executed for. */
@Path("/api/contacts")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "Contacts", description = "The directory that actions are executed for")
public class ContactResource {

    private static final String DEFAULT_LIMIT = "50";

    private final Callers callers;
    private final Database database;
    private final ContactSource contacts;
    private final ContactWrites writes;
    private final Clock clock;

    ContactResource(Callers callers, Database database, ContactSource contacts, ContactWrites writes, Clock clock) {
        this.callers = callers;
        this.database = database;
        this.contacts = contacts;
        this.writes = writes;
        this.clock = clock;
    }

    @GET
    @Operation(operationId = "listContacts", summary = "List contacts, newest first")
    public Uni<Envelope<ContactPage>> list(@RestQuery String search, @RestQuery String page, @RestQuery String limit) {
        return callers.current().chain(caller -> {
            var paging = Paging.of(page, limit == null ? DEFAULT_LIMIT : limit).orElseThrow();
            return contacts.list(caller, QueryParameters.search(search), paging)
                    .map(listing -> Envelope.of(ContactPage.of(listing, paging)));
        });
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getContact", summary = "Read a contact")
    public Uni<Envelope<ContactView>> get(@RestPath String id) {
        return callers.current()
                .chain(caller -> contacts.read(caller, idIn(id)))
                .map(contact -> Envelope.of(ContactView.of(contact)));
    }

    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "putContact", summary = "Create or replace a contact")
    public Uni<Envelope<ContactView>> put(
            @RestPath String id,
            @RequestBody(required = true, content = @Content(schema = @Schema(ref = "ContactInput"))) JsonNode body) {
        contacts.requireWritable();
        return callers.manager()
                .chain(caller -> {
                    var contact = ContactInput.one(JsonFields.of(body), idIn(id).uuid());
                    return writes.write(caller.organizationId(), List.of(contact));
                })
                .map(written -> Envelope.of(ContactView.of(written.get(0))));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "putContacts", summary = "Create or replace up to 1,000 contacts, all or none")
    public Uni<Envelope<ContactBatch>> putAll(
            @RequestBody(required = true, content = @Content(schema = @Schema(ref = "ContactBatchInput")))
                    JsonNode body) {
        contacts.requireWritable();
        return callers.manager()
                .chain(caller -> writes.write(caller.organizationId(), ContactInput.many(JsonFields.of(body))))
                .map(written -> Envelope.of(ContactBatch.of(written)));
    }

    @DELETE
    @Path("/{id}")
    @Operation(operationId = "deleteContact", summary = "Delete a contact")
    public Uni<Envelope<Deleted>> delete(@RestPath String id) {
        contacts.requireWritable();
        return callers.manager()
                .chain(caller -> database.inTransaction(
                        () -> Contact.deleteIn(caller.organizationId(), idIn(id).uuid(), Timestamps.now(clock))))
                .map(deleted -> {
                    if (!deleted) {
                        throw ApiException.notFound("Contact");
                    }
                    return Deleted.DONE;
                });
    }

    /** A text that is no id names no contact. */
    private ContactId idIn(String segment) {
        return contacts.id(segment).orElseThrow(() -> ApiException.notFound("Contact"));
    }
}
