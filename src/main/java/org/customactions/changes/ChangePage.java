package org.customactions.changes;

import java.util.List;
import org.customactions.log.LogPage;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A page of an action's changes, newest first.
 *
 * @param nextBefore value of {@code before} for the next page; null on the last one
 */
@Schema(name = "ChangePage")
record ChangePage(
        @Schema(required = true) List<ChangeView> changes,

        @Schema(
                required = true,
                nullable = true,
                description = "Value of before for the next page; null on the last one")
        String nextBefore) {

    static ChangePage of(LogPage<Change> page) {
        return new ChangePage(page.entries().stream().map(ChangeView::of).toList(), page.nextBefore());
    }
}
