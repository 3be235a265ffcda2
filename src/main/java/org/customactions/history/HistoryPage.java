package org.customactions.history;

import java.util.List;
import org.customactions.log.LogPage;
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

    static HistoryPage of(LogPage<HistoryEntry> page) {
        return new HistoryPage(page.entries().stream().map(HistoryEntryView::of).toList(), page.nextBefore());
    }
}
