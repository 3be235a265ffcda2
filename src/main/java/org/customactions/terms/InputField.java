package org.customactions.terms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.customactions.api.FieldNames;
import org.customactions.api.JsonFields;

/**
 * A field that the agent fills in before the click.
 *
 * @param name what templates and scripts call it: {@code [a-z][a-z0-9_]{0,39}}
 * @param label what the agent reads, 1–60 characters
 * @param required whether it has to be filled in; a checkbox, ticked
 * @param placeholder shown while it is empty, up to 100 characters
 * @param initial its value if it is left out; empty if it has none
 * @param options what can be chosen; of a select only
 */
record InputField(
        String name,
        String label,
        InputType type,
        boolean required,
        String placeholder,
        Optional<JsonNode> initial,
        List<InputOption> options) {

    private static final Set<String> KNOWN =
            Set.of("name", "label", "type", "required", "placeholder", "default", "options");
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,39}");
    private static final int MAX_LABEL = 60;
    private static final int MAX_PLACEHOLDER = 100;

    /** Reads a field; complaints are left in the fields, and then there may be none. */
    static Optional<InputField> read(JsonFields fields) {
        fields.refuseUnknown(KNOWN, Set.of());
        var name = name(fields);
        var label = label(fields);
        var type = type(fields);
        var required = fields.flag("required").orElse(false);
        var placeholder = fields.text("placeholder", MAX_PLACEHOLDER).orElse("");
        if (name.isEmpty() || label.isEmpty() || type.isEmpty()) {
            return Optional.empty();
        }
        var options = options(fields, type.get());
        var field =
                new InputField(name.get(), label.get(), type.get(), required, placeholder, Optional.empty(), options);
        return Optional.of(field.with(fields.value("default")
                .filter(value -> fields.expect(
                        field.takes(value), "default", field.type().expected()))));
    }

    private static Optional<String> name(JsonFields fields) {
        var name = fields.text("name");
        fields.require("name", name);
        return name.filter(given -> fields.expect(
                NAME.matcher(given).matches(),
                "name",
                "1 to 40 of the characters a-z, 0-9 and _, of which the first is a letter"));
    }

    private static Optional<String> label(JsonFields fields) {
        var label = fields.text("label").map(String::strip);
        label.filter(String::isEmpty)
                .ifPresent(empty -> fields.complain("label", FieldNames.label("label") + " is required"));
        fields.require("label", label);
        return label.filter(text -> !text.isEmpty()).filter(text -> fields.expectLength("label", text, MAX_LABEL));
    }

    private static Optional<InputType> type(JsonFields fields) {
        var name = fields.text("type");
        fields.require("type", name);
        return name.flatMap(given -> {
            var type = InputType.ofWireName(given);
            fields.expect(type.isPresent(), "type", InputType.NAMES);
            return type;
        });
    }

    private static List<InputOption> options(JsonFields fields, InputType type) {
        if (type != InputType.SELECT) {
            if (fields.value("options").isPresent()) {
                fields.complain("options", "Options are for a select only; remove them");
            }
            return List.of();
        }
        fields.require("options", fields.value("options"));
        return List.copyOf(InputOption.read(fields));
    }

    private InputField with(Optional<JsonNode> value) {
        return new InputField(name, label, type, required, placeholder, value, options);
    }

    /** Whether it can be a value of this field; a text without characters is one unless it is required. */
    boolean takes(JsonNode value) {
        return type.takes(value)
                && (type != InputType.SELECT
                        || value.textValue().isEmpty()
                        || options.stream().anyMatch(option -> option.value().equals(value.textValue())));
    }

    /** Whether a value is none, so that a required field is still to be filled in. */
    boolean isNothing(JsonNode value) {
        return value.isNull()
                || value.isTextual() && value.textValue().isEmpty()
                || type == InputType.CHECKBOX && value.isBoolean() && !value.booleanValue();
    }

    ObjectNode toJson() {
        var json = JsonNodeFactory.instance
                .objectNode()
                .put("name", name)
                .put("label", label)
                .put("type", type.wireName())
                .put("required", required);
        if (!placeholder.isEmpty()) {
            json.put("placeholder", placeholder);
        }
        initial.ifPresent(value -> json.set("default", value));
        if (!options.isEmpty()) {
            var list = json.putArray("options");
            options.forEach(option -> list.add(option.toJson()));
        }
        return json;
    }
}
