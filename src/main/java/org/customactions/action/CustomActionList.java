package org.customactions.action;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import org.customactions.api.Paging;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A list of actions in their order, or a page of it.
 *
 * @param total number of actions on all pages
 * @param page number of the page; null without paging
 * @param limit most entries on a page; null without paging
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CustomActionList(
        @Schema(required = true) List<CustomActionView> customActions,
        @Schema(required = true) long total,
        Integer page,
        Integer limit) {

    static CustomActionList of(List<CustomActionView> actions, long total, Optional<Paging> paging) {
        return new CustomActionList(
                actions,
                total,
                paging.map(Paging::page).orElse(null),
                paging.map(Paging::limit).orElse(null));
    }
}
