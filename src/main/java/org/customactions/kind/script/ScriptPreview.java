package org.customactions.kind.script;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.customactions.kind.ActionResult;
import org.customactions.kind.PlainData;

/** Shows what a script would do to the UI. */
final class ScriptPreview {

    private ScriptPreview() {}

    static ObjectNode of(ActionResult result) {
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
