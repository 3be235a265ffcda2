package org.customactions.execution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.customactions.api.JsonFields;
import org.customactions.crypto.Sha256;
import org.customactions.directory.ContactId;
import org.customactions.directory.ContactSource;

/**
 * What the page says of a click.
 *
 * @param contactId the contact it is for
 * @param inputs what the agent filled in, not yet held against the action's inputs
 * @param context what the page hands over: any object of up to 16 KiB
 */
record ClickInput(ContactId contactId, ObjectNode inputs, ObjectNode context) {

    static final String INPUTS = "inputs";
    static final String CONTEXT = "context";

    private static final Set<String> KNOWN = Set.of("contact_id", INPUTS, CONTEXT);
    private static final int MAX_CONTEXT = 16 * 1024;

    static ClickInput of(ContactId contactId) {
        return new ClickInput(contactId, JsonNodeFactory.instance.objectNode(), JsonNodeFactory.instance.objectNode());
    }

    /** Fails with every complaint about the fields. */
    static ClickInput read(JsonFields fields, ContactSource contacts) {
        fields.refuseUnknown(KNOWN, Set.of());
        var contactId = contacts.id(fields, "contact_id");
        fields.require("contact_id", contactId);
        var inputs = object(fields, INPUTS);
        var context = context(fields);
        fields.throwIfInvalid();
        return new ClickInput(contactId.orElseThrow(), inputs, context);
    }

    /** An object that was sent, or an empty one. */
    static ObjectNode object(JsonFields fields, String name) {
        return fields.object(name)
                .flatMap(ignored -> fields.value(name))
                .map(ObjectNode.class::cast)
                .orElseGet(JsonNodeFactory.instance::objectNode);
    }

    /** What the page hands over, or an empty object. */
    static ObjectNode context(JsonFields fields) {
        var context = object(fields, CONTEXT);
        fields.expect(
                context.isEmpty() || context.toString().getBytes(StandardCharsets.UTF_8).length <= MAX_CONTEXT,
                CONTEXT,
                "at most 16 KiB of JSON");
        return context;
    }

    /** Tells it from another click for the same contact; empty if nothing was filled in or handed over. */
    Optional<String> digest() {
        return inputs.isEmpty() && context.isEmpty()
                ? Optional.empty()
                : Optional.of(Sha256.hex(list(inputs, context).toString()));
    }

    private static JsonNode list(JsonNode... parts) {
        var list = JsonNodeFactory.instance.arrayNode();
        for (var part : parts) {
            list.add(part);
        }
        return list;
    }

    /** Without contents, which are customer data. */
    @Override
    public String toString() {
        return "ClickInput[%s]".formatted(contactId.uuid());
    }
}
