package org.customactions.action;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.customactions.api.Paging;
import org.customactions.database.Listing;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An action as clients read it. */
@Schema(name = "CustomAction")
record CustomActionView(
        @Schema(required = true) UUID id,
        @Schema(required = true, examples = "Create ticket") String name,
        @Schema(required = true, examples = "ticket") String icon,
        @Schema(required = true) ActionType actionType,
        @Schema(required = true, ref = "ActionConfig") JsonNode config,
        @Schema(required = true) boolean isActive,
        @Schema(required = true) int displayOrder,
        @Schema(required = true) Instant createdAt,
        @Schema(required = true) Instant updatedAt) {

    static CustomActionView of(CustomAction action, boolean manager) {
        return new CustomActionView(
                action.id,
                action.name,
                action.icon,
                action.actionType,
                manager ? action.config : ActionConfig.masked(action.actionType, action.config),
                action.isActive,
                action.displayOrder,
                action.createdAt,
                action.updatedAt);
    }

    /**
     * Actions in their order.
     *
     * @param total how many there are on all pages
     * @param page number of the page, where pages were asked for
     * @param limit entries on a page, where pages were asked for
     */
    @Schema(name = "CustomActionList")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(
            @Schema(required = true) List<CustomActionView> customActions,
            @Schema(required = true) long total,
            Integer page,
            Integer limit) {

        static Page of(Listing<CustomAction> listing, Optional<Paging> paging, boolean manager) {
            return new Page(
                    listing.rows().stream()
                            .map(action -> CustomActionView.of(action, manager))
                            .toList(),
                    listing.total(),
                    paging.map(Paging::page).orElse(null),
                    paging.map(Paging::limit).orElse(null));
        }
    }
}
