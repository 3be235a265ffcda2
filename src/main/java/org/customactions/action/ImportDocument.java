package org.customactions.action;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.customactions.api.ApiException;
import org.customactions.api.ErrorType;
import org.customactions.api.JsonFields;

/** The actions of a document, read as far as they can be without knowing what is stored. */
record ImportDocument(List<Element> elements, JsonFields fields) {

    /** Names, values and brackets of a document: as much memory as a few times its largest size in bytes. */
    private static final int MAX_TOKENS = 400_000;

    /**
     * An action of the document.
     *
     * @param path where it stands, such as {@code custom_actions[3]}
     * @param fields as they were sent; they share their complaints with the document
     */
    record Element(String path, JsonFields fields, CustomActionInput input) {

        String name() {
            return input.name().orElseThrow();
        }
    }

    /**
     * Reads a document.
     *
     * @throws ApiException 400 if it is none, or if an action breaks a rule; 409 if a name is not unique
     */
    static ImportDocument read(byte[] body, ObjectMapper mapper) {
        var fields = JsonFields.of(tree(body, mapper));
        fields.refuseUnknown(Set.of("format", ActionDocument.ACTIONS), Set.of());
        var format = fields.text("format")
                .filter(text -> fields.expect(
                        text.equals(ActionDocument.FORMAT), "format", "\"%s\"".formatted(ActionDocument.FORMAT)));
        fields.require("format", format);
        var actions = fields.array(ActionDocument.ACTIONS);
        fields.require(ActionDocument.ACTIONS, actions);
        var elements = actions.map(list -> elements(fields, list)).orElseGet(List::of);
        fields.throwIfInvalid();
        requireUnique(elements);
        return new ImportDocument(elements, fields);
    }

    Set<String> names() {
        var names = new HashSet<String>();
        elements.forEach(element -> names.add(element.name()));
        return names;
    }

    /** @throws ApiException with every complaint about its actions, if there is one */
    void throwIfInvalid() {
        fields.throwIfInvalid();
    }

    private static JsonNode tree(byte[] body, ObjectMapper mapper) {
        try {
            return reader(mapper).readTree(body);
        } catch (StreamConstraintsException e) {
            throw ApiException.malformed(
                    "The document holds more than 400,000 names and values, or is nested too deeply; divide it");
        } catch (JsonProcessingException e) {
            throw ApiException.malformed("The document is not valid JSON (line %d, column %d)"
                    .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr()));
        } catch (NumberFormatException e) {
            // The JSON parser does not catch this one if an exponent has too many digits.
            throw ApiException.malformed("The document holds a number that is out of range");
        } catch (IOException e) {
            throw new IllegalStateException("A document in memory could not be read", e);
        }
    }

    /** As strict as for other requests, but for as many actions as there may be. */
    private static ObjectMapper reader(ObjectMapper mapper) {
        return mapper.copyWith(JsonFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxTokenCount(MAX_TOKENS)
                        .build())
                .build());
    }

    private static List<Element> elements(JsonFields fields, JsonNode list) {
        if (list.size() > ConfigQuota.MAX_ACTIONS) {
            throw ApiException.of(
                    ErrorType.CONFLICT,
                    "The document has %,d actions, and an organization can have at most %,d"
                            .formatted(list.size(), ConfigQuota.MAX_ACTIONS));
        }
        var elements = new ArrayList<Element>();
        for (var action : list) {
            var path = "%s[%d]".formatted(ActionDocument.ACTIONS, elements.size());
            var element = fields.element(ActionDocument.ACTIONS, elements.size(), action);
            if (action.isObject()) {
                var input = CustomActionInput.read(element);
                element.require("name", input.name());
                elements.add(new Element(path, element, input));
            } else {
                element.complain("", "It must be an object");
                elements.add(new Element(path, element, CustomActionInput.NONE));
            }
        }
        return elements;
    }

    private static void requireUnique(List<Element> elements) {
        var names = new HashSet<String>();
        elements.stream()
                .map(Element::name)
                .filter(name -> !names.add(name))
                .findFirst()
                .ifPresent(name -> {
                    throw ImportDocument.notUnique("The document has", name);
                });
    }

    static ApiException notUnique(String who, String name) {
        return ApiException.of(
                ErrorType.CONFLICT,
                "%s several actions with the name \"%s\"; give each a name of its own".formatted(who, name));
    }
}
