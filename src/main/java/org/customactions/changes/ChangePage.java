package org.customactions.changes;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Changes of an action, newest first.
 *
 * @param nextBefore what {@code before} has to be for the changes that come after these; null on the last page
 */
@Schema(name = "ChangePage")
record ChangePage(
        @Schema(required = true) List<ChangeView> changes,

        @Schema(
                required = true,
                nullable = true,
                description = "Value of before that leads to the next page; null on the last one")
        String nextBefore) {

    /** @param found up to one more than fit on the page, which tells that there is another */
    static ChangePage of(List<Change> found, int limit) {
        var shown = found.subList(0, Math.min(limit, found.size()));
        return new ChangePage(
                shown.stream().map(ChangeView::of).toList(),
                found.size() > limit ? shown.get(limit - 1).cursor().toString() : null);
    }
}
