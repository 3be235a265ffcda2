package org.customactions.kind.script;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.regex.Pattern;
import org.customactions.api.JsonFields;
import org.customactions.kind.ActionConfig;
import org.customactions.kind.ActionType;

/**
 * The config of an action that runs a script in the sandbox.
 *
 * @param code body of an async function, up to 64 KiB in UTF-8
 */
record JavaScriptConfig(String code) implements ActionConfig {

    private static final Set<String> KNOWN = Set.of("code");
    private static final int MAX_CODE_KIB = 64;
    private static final Pattern SECRET = Pattern.compile("\\{\\{\\{?[&#^]?\\s*secret\\s*\\.");
    private static final String NO_SECRETS =
            "Code cannot use secrets, and {{secret.…}} is no part of it; remove it, or" + " use a webhook";

    static JavaScriptConfig read(JsonFields fields) {
        fields.refuseUnknown(KNOWN, Set.of());
        var code = fields.text("code")
                .filter(text -> !text.isBlank())
                .filter(text -> fields.expectSize("code", text, MAX_CODE_KIB));
        if (!fields.isStored()) {
            code.filter(text -> SECRET.matcher(text).find()).ifPresent(text -> fields.complain("code", NO_SECRETS));
        }
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
