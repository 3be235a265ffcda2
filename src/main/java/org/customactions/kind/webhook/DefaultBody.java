package org.customactions.kind.webhook;

import java.util.LinkedHashMap;
import java.util.Map;
import org.customactions.kind.ExecutionInput;

/** What a webhook sends as JSON if nobody wrote a body for it. */
final class DefaultBody {

    private DefaultBody() {}

    /**
     * Contact, user and organization, then {@code action} and {@code execution_id}, and {@code inputs} and
     * {@code context} where there are any.
     */
    static Map<String, Object> of(ExecutionInput input) {
        var variables = input.variables();
        var body = new LinkedHashMap<>(variables);
        if (variables.get("action") != null) {
            body.put("action", variables.get("action"));
        }
        body.put("execution_id", input.executionId().toString());
        putSome(body, "inputs", variables.get("input"));
        putSome(body, "context", variables.get("context"));
        return body;
    }

    private static void putSome(Map<String, Object> body, String name, Object value) {
        if (value instanceof Map<?, ?> fields && !fields.isEmpty()) {
            body.put(name, value);
        }
    }
}
