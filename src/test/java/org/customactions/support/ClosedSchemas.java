package org.customactions.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.HashSet;
import java.util.Set;

/**
 * Rewrites the schemas of an OpenAPI 3.1 document so that an object may hold only the properties that are documented.
 * An object schema that names properties is closed, unless it says {@code additionalProperties} or
 * {@code unevaluatedProperties} itself; one that names none stays free.
 *
 * <p>A component that {@code allOf} builds upon must stay open there and be closed elsewhere. So each has two forms:
 * {@code #/$defs/open.X} is open, {@code #/$defs/closed.X} is closed.
 */
final class ClosedSchemas {
    private static final String COMPONENT = "#/components/schemas/";
    private static final String DEFINITION = "#/$defs/";
    private static final String OPEN = "open.";
    private static final String CLOSED = "closed.";
    private static final Set<String> SCHEMA_MAPS = Set.of("properties", "patternProperties", "$defs");
    private static final Set<String> SCHEMAS = Set.of("items", "additionalProperties", "unevaluatedProperties");
    private static final Set<String> COMBINATIONS = Set.of("allOf", "anyOf", "oneOf");

    private final JsonNode components;

    ClosedSchemas(JsonNode document) {
        this.components = document.path("components").path("schemas");
    }

    /** A schema document that checks against the given schema of the OpenAPI document, closed. */
    ObjectNode schemaOf(JsonNode schema) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        ObjectNode definitions = root.putObject("$defs");
        components.properties().forEach(component -> {
            definitions.set(OPEN + component.getKey(), open(component.getValue()));
            definitions.set(CLOSED + component.getKey(), closed(component.getValue()));
        });
        root.putArray("allOf").add(closed(schema));
        return root;
    }

    private JsonNode closed(JsonNode schema) {
        if (!schema.isObject() || isExplicit(schema)) {
            return rewritten(schema, false);
        }
        boolean combined = schema.has("properties") || schema.has("allOf");
        JsonNode result = rewritten(schema, !combined);
        if (combined && namesProperties(schema, new HashSet<>())) {
            ((ObjectNode) result).put("unevaluatedProperties", false);
        }
        return result;
    }

    private JsonNode open(JsonNode schema) {
        return rewritten(schema, false);
    }

    /** Copies a schema; what it combines is closed only where it adds nothing of its own to it. */
    private JsonNode rewritten(JsonNode schema, boolean closeCombined) {
        if (!schema.isObject()) {
            return schema;
        }
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        schema.properties().forEach(keyword -> {
            String name = keyword.getKey();
            JsonNode value = keyword.getValue();
            if (name.equals("$ref")) {
                String target = DEFINITION + (closeCombined ? CLOSED : OPEN);
                result.set(name, TextNode.valueOf(value.asText().replace(COMPONENT, target)));
            } else if (COMBINATIONS.contains(name)) {
                ArrayNode branches = result.putArray(name);
                value.forEach(branch -> branches.add(closeCombined ? closed(branch) : open(branch)));
            } else if (SCHEMA_MAPS.contains(name)) {
                ObjectNode schemas = result.putObject(name);
                value.properties().forEach(entry -> schemas.set(entry.getKey(), closed(entry.getValue())));
            } else {
                result.set(name, SCHEMAS.contains(name) ? closed(value) : value);
            }
        });
        return result;
    }

    private boolean namesProperties(JsonNode schema, Set<String> visited) {
        if (isExplicit(schema)) {
            return false;
        }
        String reference = schema.path("$ref").asText();
        if (reference.startsWith(COMPONENT) && visited.add(reference)) {
            return namesProperties(components.path(reference.substring(COMPONENT.length())), visited);
        }
        boolean named = schema.has("properties");
        for (String combination : COMBINATIONS) {
            for (JsonNode branch : schema.path(combination)) {
                named |= namesProperties(branch, visited);
            }
        }
        return named;
    }

    private static boolean isExplicit(JsonNode schema) {
        return schema.has("additionalProperties") || schema.has("unevaluatedProperties");
    }
}
