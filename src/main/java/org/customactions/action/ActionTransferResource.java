package org.customactions.action;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.customactions.api.ApiPaths;
import org.customactions.api.Envelope;
import org.customactions.api.QueryParameters;
import org.customactions.async.CallersContext;
import org.customactions.identity.Callers;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** Takes actions from one installation to another. */
@Path(ApiPaths.ACTIONS)
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "Custom actions", description = "The buttons of an organization")
public class ActionTransferResource {

    private final Callers callers;
    private final ActionExport exports;
    private final ActionImport imports;

    ActionTransferResource(Callers callers, ActionExport exports, ActionImport imports) {
        this.callers = callers;
        this.exports = exports;
        this.imports = imports;
    }

    @GET
    @Path("/export")
    @Operation(
            operationId = "exportCustomActions",
            summary = "All actions as import takes them",
            description = "Without ids and times. Secrets are masked")
    public Uni<Envelope<ActionDocument>> exportActions() {
        return callers.manager()
                .chain(caller -> exports.of(caller.organizationId()))
                .map(Envelope::of);
    }

    @POST
    @Path("/import")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "importCustomActions",
            summary = "Create and update actions by their names, all or none",
            description =
                    "Up to 10 MiB. Actions that the document does not name stay. Masked secrets keep what is stored; a"
                            + " new action is created without them")
    public Uni<Envelope<ImportReport>> importActions(
            @Parameter(description = "true tells what would be done, and does nothing") @RestQuery("dry_run")
                    String dryRun,
            @RequestBody(required = true, content = @Content(schema = @Schema(ref = "ActionDocumentInput")))
                    byte[] body) {
        var here = CallersContext.here();
        return Uni.createFrom()
                .deferred(() -> callers.manager()
                        .chain(caller -> imports.run(
                                caller,
                                body == null ? new byte[0] : body,
                                QueryParameters.flag("dry_run", dryRun).orElse(false))))
                // A large body is read on another thread, where no connection to the database can be used.
                .runSubscriptionOn(here)
                .map(Envelope::of);
    }
}
