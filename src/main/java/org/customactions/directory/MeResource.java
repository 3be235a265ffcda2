package org.customactions.directory;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.customactions.api.ApiPaths;
import org.customactions.api.Envelope;
import org.customactions.database.Database;
import org.customactions.identity.Caller;
import org.customactions.identity.Callers;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Tells callers who they are here. */
@Path(ApiPaths.ACTIONS)
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "Me", description = "Who calls")
public class MeResource {

    private final Callers callers;
    private final Database database;

    MeResource(Callers callers, Database database) {
        this.callers = callers;
        this.database = database;
    }

    @GET
    @Path("/me")
    @Operation(operationId = "getMe", summary = "Who calls, and in which organization")
    public Uni<Envelope<Me>> get() {
        return callers.current().chain(this::known).map(Envelope::of);
    }

    private Uni<Me> known(Caller caller) {
        return database.reading(
                caller.organizationId(),
                () -> User.findIn(caller.organizationId(), caller.userId())
                        .chain(user -> Organization.<Organization>findById(caller.organizationId())
                                .map(organization -> Me.of(caller, user, organization))));
    }
}
