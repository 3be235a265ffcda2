package org.customactions.action;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;

/** The values of the fields that a change replaced, before and after it, as the trail keeps them: a list in JSON. */
final class ReplacedValues {

    /** Nothing is kept. */
    static final String NONE = "";

    private static final String FIELD = "field";
    private static final String BEFORE = "before";
    private static final String AFTER = "after";

    private ReplacedValues() {}

    /** @param secrets hides theirs: the trail tells only that they were replaced */
    static String of(ActionContent before, ActionContent after, ConfigSecrets secrets) {
        var older = before.toJson(secrets.replaced(before.config()));
        var newer = after.toJson(secrets.replaced(after.config()));
        var values = JsonNodeFactory.instance.arrayNode();
        after.compareWith(before, (name, path) -> add(values, name, at(older, path), at(newer, path)));
        return text(values);
    }

    /** Of one field. */
    static String of(String name, long before, long after) {
        var values = JsonNodeFactory.instance.arrayNode();
        var numbers = JsonNodeFactory.instance;
        add(values, name, numbers.numberNode(before), numbers.numberNode(after));
        return text(values);
    }

    private static String text(ArrayNode values) {
        return values.isEmpty() ? NONE : values.toString();
    }

    private static void add(ArrayNode values, String name, JsonNode before, JsonNode after) {
        var entry = values.addObject().put(FIELD, name);
        if (!before.isMissingNode()) {
            entry.set(BEFORE, before);
        }
        if (!after.isMissingNode()) {
            entry.set(AFTER, after);
        }
    }

    private static JsonNode at(JsonNode action, List<String> path) {
        var value = action;
        for (var name : path) {
            value = value.path(name);
        }
        return value;
    }
}
