package org.customactions.changes;

import java.util.List;
import org.customactions.log.LogPage;
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

    static ChangePage of(LogPage<Change> page) {
        return new ChangePage(page.entries().stream().map(ChangeView::of).toList(), page.nextBefore());
    }
}
