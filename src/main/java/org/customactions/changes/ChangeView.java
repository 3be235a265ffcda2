package org.customactions.changes;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;
import org.customactions.action.ChangeKind;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A change of an action as managers read it.
 *
 * @param userName the name at the time of the change
 * @param fields names of the changed fields
 */
@Schema(name = "Change")
record ChangeView(
        @Schema(required = true) Instant at,
        @Schema(required = true) String userId,

        @Schema(
                required = true,
                nullable = true,
                description = "The name at the time of the change; null if neither the token nor the directory had one")
        String userName,

        @Schema(required = true) ChangeKind change,

        @Schema(
                required = true,
                description =
                        "Names of the changed fields, such as name, config.url and config.headers.Authorization; never"
                                + " values. Empty for created and deleted")
        List<String> fields) {

    static ChangeView of(Change change) {
        return new ChangeView(
                change.createdAt,
                change.userId,
                change.userName,
                ChangeKind.ofWireName(change.change),
                StreamSupport.stream(change.fields.spliterator(), false)
                        .map(JsonNode::asText)
                        .toList());
    }
}
