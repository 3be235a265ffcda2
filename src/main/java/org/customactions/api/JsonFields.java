package org.customactions.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The fields of one JSON object of a request. Reading collects complaints instead of stopping at the first, so that a
 * client sees all of them at once; {@link #throwIfInvalid()} ends the reading.
 */
public final class JsonFields {

    /** More complaints than this help nobody; a batch could bring thousands. */
    private static final int MAX_COMPLAINTS = 100;

    private final JsonNode object;
    private final String path;
    private final List<FieldError> errors;
    private final Origin origin;

    /** Where the object comes from, which decides what a null means and how much is checked. */
    private enum Origin {
        REQUEST,
        UPDATE,
        STORED
    }

    private JsonFields(JsonNode object, String path, List<FieldError> errors, Origin origin) {
        this.object = object;
        this.path = path;
        this.errors = errors;
        this.origin = origin;
    }

    /**
     * Fields of a request body in which {@code null} is the same as leaving the field out.
     *
     * @throws ApiException when the body is not an object or holds text that cannot be stored
     */
    public static JsonFields of(JsonNode body) {
        return of(body, Origin.REQUEST);
    }

    /** Fields of a partial update, in which {@code null} for a field is refused. */
    public static JsonFields ofUpdate(JsonNode body) {
        return of(body, Origin.UPDATE);
    }

    /**
     * Fields of an object that was checked when it was stored, so that only its shape is looked at again.
     *
     * @throws ApiException when it is not an object
     */
    public static JsonFields ofStored(JsonNode stored) {
        if (stored == null || !stored.isObject()) {
            throw ApiException.malformed("It must be a JSON object");
        }
        return new JsonFields(stored, "", new ArrayList<>(), Origin.STORED);
    }

    private static JsonFields of(JsonNode body, Origin origin) {
        if (body == null || !body.isObject()) {
            throw ApiException.malformed("The request body must be a JSON object");
        }
        StorableJson.check(body);
        return new JsonFields(body, "", new ArrayList<>(), origin);
    }

    /** Whether the object was checked when it was stored. */
    public boolean isStored() {
        return origin == Origin.STORED;
    }

    /** Complains of each field that is neither known nor one of those a client may send back although it is ours. */
    public JsonFields refuseUnknown(Set<String> known, Set<String> readOnly) {
        for (var names = object.fieldNames(); names.hasNext() && errors.size() < MAX_COMPLAINTS; ) {
            var name = names.next();
            if (!known.contains(name) && !readOnly.contains(name)) {
                complain(name, "%s is not a known field; known are %s".formatted(quoted(name), sorted(known)));
            }
        }
        return this;
    }

    /** Whether the field was sent, {@code null} included. */
    public boolean has(String name) {
        return object.has(name);
    }

    /** The field's value as sent; a null is a complaint in an update and absent otherwise. */
    public Optional<JsonNode> value(String name) {
        var value = object.get(name);
        if (value == null) {
            return Optional.empty();
        }
        if (value.isNull()) {
            if (origin == Origin.UPDATE) {
                complain(name, FieldNames.label(name) + " must not be null; leave it out to keep it as it is");
            }
            return Optional.empty();
        }
        return Optional.of(value);
    }

    public Optional<String> text(String name) {
        return value(name)
                .filter(value -> expect(value.isTextual(), name, "a string"))
                .map(JsonNode::textValue);
    }

    /** Text of at most the given number of characters (Unicode code points). */
    public Optional<String> text(String name, int maxLength) {
        return text(name).filter(text -> expectLength(name, text, maxLength));
    }

    public Optional<Boolean> flag(String name) {
        return value(name)
                .filter(value -> expect(value.isBoolean(), name, "true or false"))
                .map(JsonNode::booleanValue);
    }

    /** A whole number from 0 to {@link Integer#MAX_VALUE}. */
    public Optional<Integer> count(String name) {
        return value(name)
                .filter(value -> expect(
                        value.isIntegralNumber() && value.canConvertToInt() && value.intValue() >= 0,
                        name,
                        "a whole number from 0 to 2147483647"))
                .map(JsonNode::intValue);
    }

    public Optional<UUID> uuid(String name) {
        return text(name).flatMap(text -> {
            var id = Uuids.parse(text);
            expect(id.isPresent(), name, "a UUID");
            return id;
        });
    }

    public Optional<JsonFields> object(String name) {
        return value(name)
                .filter(value -> expect(value.isObject(), name, "an object"))
                .map(value -> new JsonFields(value, path + name + ".", errors, origin));
    }

    public Optional<JsonNode> array(String name) {
        return value(name).filter(value -> expect(value.isArray(), name, "a list"));
    }

    /** The fields of an element of a list in this object. */
    public JsonFields element(String name, int index, JsonNode element) {
        return new JsonFields(element, "%s%s[%d].".formatted(path, name, index), errors, origin);
    }

    public List<String> names() {
        var names = new ArrayList<String>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** Complains that a required field is missing, unless something else is already wrong with it. */
    public void require(String name, Optional<?> value) {
        if (value.isEmpty() && errors.stream().noneMatch(error -> error.field().equals(path + name))) {
            complain(name, FieldNames.label(name) + " is required");
        }
    }

    /** Whether a rule is met; complains of the field where it is not: it must be what is {@code expected}. */
    public boolean expect(boolean met, String name, String expected) {
        if (!met) {
            complain(name, "%s must be %s".formatted(FieldNames.label(name), expected));
        }
        return met;
    }

    /** Whether a text has at most the given number of characters; complains of the field where it has more. */
    public boolean expectLength(String name, String text, int maxLength) {
        return expect(
                text.codePointCount(0, text.length()) <= maxLength,
                name,
                "at most %,d characters".formatted(maxLength));
    }

    /** Whether a text has at most the given size in UTF-8; complains of the field where it is larger. */
    public boolean expectSize(String name, String text, int maxKib) {
        return expect(
                text.getBytes(StandardCharsets.UTF_8).length <= maxKib * 1024,
                name,
                "at most %d KiB".formatted(maxKib));
    }

    /** Complains of a field, or of this object as a whole when the name is empty. */
    public void complain(String name, String message) {
        if (errors.size() < MAX_COMPLAINTS) {
            var field = name.isEmpty() ? path.substring(0, Math.max(0, path.length() - 1)) : path + name;
            errors.add(new FieldError(field, message));
        }
    }

    /** The complaints so far. */
    public List<FieldError> complaints() {
        return List.copyOf(errors);
    }

    /** Whether there is a complaint already. */
    public boolean isInvalid() {
        return !errors.isEmpty();
    }

    /** Ends the reading. @throws ApiException with every complaint, when there is one */
    public void throwIfInvalid() {
        if (!errors.isEmpty()) {
            throw ApiException.invalid(errors);
        }
    }

    private static String quoted(String name) {
        return "\"" + (name.length() > 60 ? name.substring(0, 60) + "…" : name) + "\"";
    }

    private static String sorted(Set<String> names) {
        return String.join(", ", names.stream().sorted().toList());
    }
}
