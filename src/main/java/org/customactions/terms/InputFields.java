package org.customactions.terms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.customactions.api.ApiException;
import org.customactions.api.JsonFields;

/** The fields of an action's form, in their order. */
record InputFields(List<InputField> all) {

    static final String NAME = "inputs";
    static final InputFields NONE = new InputFields(List.of());

    private static final int MAX_FIELDS = 10;

    /** Reads {@code inputs}, if it was sent; complaints are left in the fields. */
    static Optional<InputFields> read(JsonFields fields) {
        return fields.array(NAME)
                .filter(list -> fields.expect(
                        list.size() <= MAX_FIELDS, NAME, "a list of at most %d fields".formatted(MAX_FIELDS)))
                .map(list -> read(fields, list));
    }

    private static InputFields read(JsonFields fields, JsonNode list) {
        var read = new ArrayList<InputField>();
        var names = new HashSet<String>();
        for (int i = 0; i < list.size(); i++) {
            if (!list.get(i).isObject()) {
                fields.complain("%s[%d]".formatted(NAME, i), "Each input must be an object");
                continue;
            }
            var element = fields.element(NAME, i, list.get(i));
            InputField.read(element).ifPresent(field -> {
                if (!names.add(field.name())) {
                    element.complain("name", "This name appears twice among the inputs");
                }
                read.add(field);
            });
        }
        return new InputFields(List.copyOf(read));
    }

    JsonNode toJson() {
        var list = JsonNodeFactory.instance.arrayNode();
        all.forEach(field -> list.add(field.toJson()));
        return list;
    }

    /**
     * The values that an action runs with. What is left out has its default; a checkbox is not ticked then.
     *
     * @param given what the agent filled in
     * @throws ApiException with all that is wrong with it
     */
    ObjectNode filledIn(ObjectNode given) {
        var body = JsonNodeFactory.instance.objectNode();
        body.set(NAME, given);
        var fields = JsonFields.of(body);
        var inputs = fields.object(NAME).orElseThrow();
        refuseUnknown(given, inputs);
        var values = JsonNodeFactory.instance.objectNode();
        for (var field : all) {
            value(field, given, inputs).ifPresent(value -> values.set(field.name(), value));
        }
        fields.throwIfInvalid();
        return values;
    }

    private void refuseUnknown(ObjectNode given, JsonFields inputs) {
        var known = new HashSet<String>();
        all.forEach(field -> known.add(field.name()));
        if (known.isEmpty()) {
            given.fieldNames()
                    .forEachRemaining(name -> inputs.complain(name, "This action has no inputs; leave them out"));
        } else {
            inputs.refuseUnknown(known, Set.of());
        }
    }

    private static Optional<JsonNode> value(InputField field, ObjectNode given, JsonFields inputs) {
        var sent = given.has(field.name());
        var value = sent ? given.get(field.name()) : field.initial().orElse(null);
        if (value == null && field.type() == InputType.CHECKBOX) {
            value = BooleanNode.FALSE;
        }
        if (value == null || field.isNothing(value)) {
            if (field.required()) {
                inputs.complain(field.name(), field.label() + " is required");
                return Optional.empty();
            }
            return Optional.ofNullable(value).filter(field::takes);
        }
        var taken = value;
        if (!field.takes(taken)) {
            inputs.complain(
                    field.name(),
                    "%s must be %s".formatted(field.label(), field.type().expected()));
            return Optional.empty();
        }
        return Optional.of(taken);
    }
}
