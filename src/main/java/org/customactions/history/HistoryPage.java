package org.customactions.history;

import java.util.List;
import org.customactions.log.LogPage;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A page of an action's executions, newest first.
 *
 * @param nextBefore value of {@code before} for the next page; null on the last one
 */
@Schema(name = "History")
record HistoryPage(
        @Schema(required = true) List<HistoryEntryView> executions,

        @Schema(
                required = true,
                nullable = true,
                description = "Value of before for the next page; null on the last one")
        String nextBefore) {

    static HistoryPage of(LogPage<HistoryEntry> page) {
        return new HistoryPage(page.entries().stream().map(HistoryEntryView::of).toList(), page.nextBefore());
    }
}
