package org.customactions.history;

import java.util.List;
import org.customactions.api.TimeCursor;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A page of executions, newest first.
 *
 * @param nextBefore value of {@code before} for the next page; null on the last one
 */
@Schema(name = "History")
record HistoryPage(
        @Schema(required = true) List<HistoryEntryView> executions,

        @Schema(
                required = true,
                nullable = true,
                description =
                        "Value of before for the next page; null on the last one. With success, outcome or state, a page"
                                + " may have fewer entries than its limit, even none, and others may follow all the same")
        String nextBefore) {

    /** @param found one entry more than the page shows, if another page follows */
    static HistoryPage of(List<HistoryEntryView> found, int limit) {
        return found.size() > limit
                ? new HistoryPage(found.subList(0, limit), place(found.get(limit - 1)))
                : new HistoryPage(found, null);
    }

    /** The same entries, with others behind a place that nobody has looked at yet. */
    HistoryPage goingOnAfter(TimeCursor place) {
        return new HistoryPage(executions, place.toString());
    }

    private static String place(HistoryEntryView entry) {
        return new TimeCursor(entry.createdAt(), entry.id()).toString();
    }
}
