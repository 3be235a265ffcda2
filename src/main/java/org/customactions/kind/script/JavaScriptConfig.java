package org.customactions.kind.script;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import org.customactions.api.JsonFields;
import org.customactions.kind.ActionConfig;
import org.customactions.kind.ActionType;

/**
 * Runs a script in the sandbox.
 *
 * @param code body of an async function, up to 64 KiB in UTF-8
 */
public record JavaScriptConfig(String code) implements ActionConfig {

    private static final Set<String> KNOWN = Set.of("code");
    private static final int MAX_CODE_KIB = 64;

    public static JavaScriptConfig read(JsonFields fields) {
        fields.refuseUnknown(KNOWN, Set.of());
        var code = fields.text("code")
                .filter(text -> !text.isBlank())
                .filter(text -> fields.expectSize("code", text, MAX_CODE_KIB));
        fields.require("code", code);
        return new JavaScriptConfig(code.orElse(""));
    }

    @Override
    public ActionType type() {
        return ActionType.JAVASCRIPT;
    }

    @Override
    public ObjectNode toJson() {
        return JsonNodeFactory.instance.objectNode().put("code", code);
    }
}
