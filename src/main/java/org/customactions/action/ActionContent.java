package org.customactions.action;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.customactions.kind.ActionType;
import org.customactions.terms.Terms;

/**
 * The part of an action that a client can change.
 *
 * @param config with its secrets decrypted, unlike in the row
 * @param terms what holds before it runs, each by the name of its field
 */
record ActionContent(
        String name,
        String icon,
        ActionType type,
        JsonNode config,
        boolean isActive,
        long displayOrder,
        JsonNode terms) {

    /** What a config begins with in the names of its fields. */
    static final String CONFIG = "config";

    /** A header or a template of the result: {@code config.headers.Authorization}. */
    static final int DEEPEST = 2;

    static ActionContent of(CustomAction action, JsonNode config) {
        return new ActionContent(
                action.name,
                action.icon,
                action.actionType,
                config,
                action.isActive,
                action.displayOrder,
                action.terms().toJson());
    }

    /**
     * The names of the fields that differ; for a config each of its fields, and each field of its headers and result.
     */
    List<String> differencesFrom(ActionContent other) {
        var names = new ArrayList<String>();
        compareWith(other, (name, path) -> names.add(name));
        return names;
    }

    /** @param differing gets the name of each field that differs, and the way to it in the JSON of an action */
    void compareWith(ActionContent other, BiConsumer<String, List<String>> differing) {
        compare(!name.equals(other.name), "name", differing);
        compare(!icon.equals(other.icon), "icon", differing);
        compare(type != other.type, "action_type", differing);
        compareConfigs(List.of(CONFIG), other.config, config, differing);
        compare(isActive != other.isActive, "is_active", differing);
        compare(displayOrder != other.displayOrder, "display_order", differing);
        Terms.FIELDS.forEach(field -> compare(!terms.path(field).equals(other.terms.path(field)), field, differing));
    }

    private static void compareConfigs(
            List<String> path, JsonNode before, JsonNode after, BiConsumer<String, List<String>> differing) {
        if (path.size() > DEEPEST || !before.isObject() || !after.isObject()) {
            if (!before.equals(after)) {
                differing.accept(String.join(".", path), path);
            }
            return;
        }
        var keys = new TreeSet<String>();
        before.fieldNames().forEachRemaining(keys::add);
        after.fieldNames().forEachRemaining(keys::add);
        keys.forEach(key -> {
            var deeper = new ArrayList<>(path);
            deeper.add(key);
            compareConfigs(deeper, before.path(key), after.path(key), differing);
        });
    }

    private static void compare(boolean differs, String name, BiConsumer<String, List<String>> differing) {
        if (differs) {
            differing.accept(name, List.of(name));
        }
    }

    /** As clients read it, with another config. */
    ObjectNode toJson(JsonNode shownConfig) {
        var json = JsonNodeFactory.instance
                .objectNode()
                .put("name", name)
                .put("icon", icon)
                .put("action_type", type.wireName());
        json.set(CONFIG, shownConfig);
        json.put("is_active", isActive).put("display_order", displayOrder);
        terms.properties().forEach(field -> json.set(field.getKey(), field.getValue()));
        return json;
    }
}
