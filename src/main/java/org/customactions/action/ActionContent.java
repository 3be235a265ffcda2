package org.customactions.action;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
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

    /** A header or a template of the result: {@code config.headers.Authorization}. */
    private static final int DEEPEST = 2;

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
        addIf(!name.equals(other.name), "name", names);
        addIf(!icon.equals(other.icon), "icon", names);
        addIf(type != other.type, "action_type", names);
        addDifferences("config", 0, other.config, config, names);
        addIf(isActive != other.isActive, "is_active", names);
        addIf(displayOrder != other.displayOrder, "display_order", names);
        Terms.FIELDS.forEach(field -> addIf(!terms.path(field).equals(other.terms.path(field)), field, names));
        return names;
    }

    private static void addDifferences(String path, int depth, JsonNode before, JsonNode after, List<String> names) {
        if (depth == DEEPEST || !before.isObject() || !after.isObject()) {
            addIf(!before.equals(after), path, names);
            return;
        }
        var keys = new TreeSet<String>();
        before.fieldNames().forEachRemaining(keys::add);
        after.fieldNames().forEachRemaining(keys::add);
        keys.forEach(key -> addDifferences(path + "." + key, depth + 1, before.path(key), after.path(key), names));
    }

    private static void addIf(boolean differs, String name, List<String> names) {
        if (differs) {
            names.add(name);
        }
    }
}
