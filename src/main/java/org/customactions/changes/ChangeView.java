package org.customactions.changes;

import com.fasterxml.jackson.annotation.JsonInclude;
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
 * @param values what these fields were before and are after it; null if that is not kept
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
                        "Names of the changed fields, such as name, config.url and config.headers.Authorization. Empty"
                                + " for created, deleted and restored")
        List<String> fields,

        @Schema(
                ref = "ReplacedValues",
                description = "What these fields were before and are after it; absent if that is not kept any more")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        JsonNode values) {

    static ChangeView of(Change change) {
        return new ChangeView(
                change.createdAt,
                change.userId,
                change.userName,
                change.isRestored ? ChangeKind.RESTORED : ChangeKind.ofWireName(change.change),
                StreamSupport.stream(change.fields.spliterator(), false)
                        .map(JsonNode::asText)
                        .toList(),
                change.replaced);
    }
}
