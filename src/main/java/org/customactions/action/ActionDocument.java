package org.customactions.action;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Actions as they go from one installation to another: without ids, times and secrets.
 *
 * @param format always {@link #FORMAT}
 */
@Schema(name = "ActionDocument")
record ActionDocument(
        @Schema(required = true, enumeration = ActionDocument.FORMAT)
        String format,

        @Schema(required = true, ref = "TransferredActions") List<JsonNode> customActions) {

    static final String FORMAT = "custom-actions/1";
    static final String ACTIONS = "custom_actions";

    static ActionDocument of(List<JsonNode> actions) {
        return new ActionDocument(FORMAT, actions);
    }
}
