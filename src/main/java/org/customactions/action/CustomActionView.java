package org.customactions.action;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.customactions.api.FieldError;
import org.customactions.kind.ActionType;
import org.customactions.terms.Terms;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An action as clients read it. */
@Schema(name = "CustomAction")
record CustomActionView(
        @Schema(required = true) UUID id,
        @Schema(required = true, examples = "Create ticket") String name,
        @Schema(required = true, examples = "ticket") String icon,
        @Schema(required = true) ActionType actionType,
        @Schema(required = true, ref = "ShownConfig") JsonNode config,
        @Schema(required = true) boolean isActive,
        @Schema(required = true) long displayOrder,
        @Schema(required = true) Instant createdAt,
        @Schema(required = true) Instant updatedAt,

        @Schema(ref = "ActionInputs") @JsonInclude(JsonInclude.Include.NON_NULL)
        JsonNode inputs,

        @Schema(description = "What the agent is asked first; filled in where a list is for a contact")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        String confirmation,

        @Schema(ref = "ActionVisibility") @JsonInclude(JsonInclude.Include.NON_NULL)
        JsonNode visibleTo,

        @Schema(
                description =
                        "What was accepted and will probably not do what its author meant; only in the answer to saving it")
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<FieldError> warnings) {

    static CustomActionView of(ActionRow action, JsonNode config) {
        return of(action, config, action.terms());
    }

    /** @param terms as they are shown */
    static CustomActionView of(ActionRow action, JsonNode config, Terms terms) {
        var fields = terms.toJson();
        return new CustomActionView(
                action.id,
                action.name,
                action.icon,
                action.actionType,
                config,
                action.isActive,
                action.displayOrder,
                action.createdAt,
                action.updatedAt,
                fields.get("inputs"),
                fields.path("confirmation").textValue(),
                fields.get("visible_to"),
                List.of());
    }

    CustomActionView with(List<FieldError> given) {
        return new CustomActionView(
                id,
                name,
                icon,
                actionType,
                config,
                isActive,
                displayOrder,
                createdAt,
                updatedAt,
                inputs,
                confirmation,
                visibleTo,
                given);
    }
}
