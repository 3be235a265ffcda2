package org.customactions.history;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Executions of an action, newest first.
 *
 * @param nextBefore what {@code before} has to be for the executions that come after these; null on the last page
 */
@Schema(name = "History")
record HistoryPage(
        @Schema(required = true) List<HistoryEntryView> executions,

        @Schema(
                required = true,
                nullable = true,
                description = "Value of before that leads to the next page; null on the last one")
        String nextBefore) {

    /** @param found up to one more than fit on the page, which tells that there is another */
    static HistoryPage of(List<HistoryEntry> found, int limit) {
        var shown = found.subList(0, Math.min(limit, found.size()));
        return new HistoryPage(
                shown.stream().map(HistoryEntryView::of).toList(),
                found.size() > limit ? shown.get(limit - 1).cursor().toString() : null);
    }
}
