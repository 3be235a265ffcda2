package org.customactions.terms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.customactions.api.FieldNames;
import org.customactions.api.JsonFields;

/**
 * What can be chosen in a select.
 *
 * @param value 1–100 characters, distinct among the options
 * @param label what the agent reads, 1–100 characters
 */
record InputOption(String value, String label) {

    private static final int MAX_OPTIONS = 50;
    private static final int MAX_LENGTH = 100;
    private static final Set<String> KNOWN = Set.of("value", "label");

    /** Reads {@code options}; complaints are left in the fields. */
    static List<InputOption> read(JsonFields fields) {
        var options = new ArrayList<InputOption>();
        var values = new HashSet<String>();
        fields.array("options")
                .filter(list -> fields.expect(
                        !list.isEmpty() && list.size() <= MAX_OPTIONS,
                        "options",
                        "a list of 1 to %d options".formatted(MAX_OPTIONS)))
                .ifPresent(list -> {
                    for (int i = 0; i < list.size(); i++) {
                        read(fields, i, list.get(i), values).ifPresent(options::add);
                    }
                });
        return options;
    }

    private static Optional<InputOption> read(JsonFields fields, int index, JsonNode element, Set<String> values) {
        if (!element.isObject()) {
            fields.complain("options[%d]".formatted(index), "Each option must be an object with a value and a label");
            return Optional.empty();
        }
        var option = fields.element("options", index, element).refuseUnknown(KNOWN, Set.of());
        var value = text(option, "value");
        var label = text(option, "label");
        value.filter(given -> !values.add(given))
                .ifPresent(twice -> option.complain("value", "This value appears twice among the options"));
        return value.flatMap(given -> label.map(shown -> new InputOption(given, shown)));
    }

    private static Optional<String> text(JsonFields option, String name) {
        var text = option.text(name, MAX_LENGTH);
        var filled = text.filter(given -> !given.isBlank());
        if (text.isPresent() && filled.isEmpty()) {
            option.complain(name, FieldNames.label(name) + " is required");
        }
        option.require(name, text);
        return filled;
    }

    JsonNode toJson() {
        return JsonNodeFactory.instance.objectNode().put("value", value).put("label", label);
    }
}
