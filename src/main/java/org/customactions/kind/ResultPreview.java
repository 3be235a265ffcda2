package org.customactions.kind;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Shows what a result would do to the UI. */
public final class ResultPreview {

    private ResultPreview() {}

    /** What agents would see; a link is the page itself, since there is no redirect to it. */
    public static ObjectNode of(ActionResult result) {
        var preview = JsonNodeFactory.instance
                .objectNode()
                .put("success", result.success())
                .put("message", result.message());
        result.toast().ifPresent(toast -> preview.set("toast", PlainData.toJson(toast)));
        result.link().ifPresent(link -> preview.put("url", link.url()));
        result.clipboard().ifPresent(clipboard -> preview.put("clipboard", clipboard));
        result.data().ifPresent(data -> preview.set("data", data));
        return preview;
    }
}
