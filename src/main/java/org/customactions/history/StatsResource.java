package org.customactions.history;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.customactions.api.ApiException;
import org.customactions.api.ApiPaths;
import org.customactions.api.Envelope;
import org.customactions.database.Database;
import org.customactions.identity.Callers;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** Tells how actions were used. */
@Path(ApiPaths.ACTIONS + "/stats")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "History")
public class StatsResource {

    private static final int DEFAULT_DAYS = 30;

    private final Callers callers;
    private final Database database;
    private final Clock clock;

    StatsResource(Callers callers, Database database, Clock clock) {
        this.callers = callers;
        this.database = database;
        this.clock = clock;
    }

    @GET
    @Operation(
            operationId = "getStats",
            summary = "Count the executions of each action, and tell how long they took; without trials")
    public Uni<Envelope<Stats>> get(
            @Parameter(
                            description = "How many days, today (UTC) included",
                            schema = @Schema(type = SchemaType.STRING, defaultValue = "30"))
                    @RestQuery
                    String days) {
        return callers.manager()
                .chain(caller -> {
                    var first =
                            LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(number(days) - 1L);
                    return database.reading(
                            caller.organizationId(), () -> TallyRows.sums(caller.organizationId(), first));
                })
                .map(Stats::of)
                .map(Envelope::of);
    }

    private static int number(String text) {
        try {
            var days = text == null ? DEFAULT_DAYS : Integer.parseInt(text);
            if (days >= 1 && days <= Stats.MAX_DAYS) {
                return days;
            }
        } catch (NumberFormatException e) {
            // Reported below, like every bad value.
        }
        throw ApiException.invalid("days", "Days must be a whole number from 1 to %d".formatted(Stats.MAX_DAYS));
    }
}
