package org.customactions.directory;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;
import org.customactions.identity.Caller;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who calls: by the token, else by the tables of the chat platform. */
@Schema(name = "Me")
record Me(
        @Schema(required = true) Named user,
        @Schema(required = true) Named organization) {

    /**
     * Somebody or something.
     *
     * @param id as the token has it
     * @param name absent if nobody knows it
     */
    @Schema(name = "Named")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Named(@Schema(required = true) String id, String name) {}

    /** @param organization null if the table does not have it */
    static Me of(Caller caller, Optional<User> user, Organization organization) {
        return new Me(
                new Named(
                        caller.userId(),
                        caller.name().or(() -> user.map(row -> row.fullName)).orElse(null)),
                new Named(
                        caller.organization().text(),
                        caller.organizationName()
                                .or(() -> Optional.ofNullable(organization).map(row -> row.name))
                                .orElse(null)));
    }
}
