package org.customactions.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.networknt.schema.AnnotationKeyword;
import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** An OpenAPI 3.1 document in JSON: finds what it says about a call and checks JSON against its schemas. */
final class OpenApiDocument {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final SchemaValidatorsConfig CONFIG = SchemaValidatorsConfig.builder()
            .formatAssertionsEnabled(true)
            .locale(Locale.ROOT)
            .build();

    private final JsonNode document;
    private final List<PathTemplate> templates = new ArrayList<>();
    private final ClosedSchemas closedSchemas;
    private final JsonSchemaFactory schemas =
            JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012, OpenApiDocument::withAnnotations);
    private final Map<JsonNode, JsonSchema> compiled = new ConcurrentHashMap<>();

    /** OpenAPI adds keywords that say nothing about validity, e.g. {@code example} and {@code x-…}. */
    private static void withAnnotations(JsonSchemaFactory.Builder factory) {
        factory.metaSchema(JsonMetaSchema.builder(JsonMetaSchema.getV202012())
                .unknownKeywordFactory((keyword, context) -> new AnnotationKeyword(keyword))
                .build());
    }

    private OpenApiDocument(JsonNode document) {
        this.document = document;
        this.closedSchemas = new ClosedSchemas(document);
        document.path("paths").fieldNames().forEachRemaining(path -> templates.add(new PathTemplate(path)));
        templates.sort(PathTemplate.MOST_LITERAL_FIRST);
    }

    static OpenApiDocument parse(String json) {
        try {
            JsonNode document = JSON.readTree(json);
            if (!document.path("openapi").asText().startsWith("3.1")) {
                throw new AssertionError("Not an OpenAPI 3.1 document: " + document.path("openapi"));
            }
            return new OpenApiDocument(document);
        } catch (IOException e) {
            throw new AssertionError("The OpenAPI document is not JSON", e);
        }
    }

    /** The operation of a method at a raw (percent-encoded) path. */
    Optional<JsonNode> operation(String method, String rawPath) {
        return templates.stream()
                .filter(template -> template.matches(rawPath))
                .findFirst()
                .map(template -> document.path("paths").path(template.path()).path(method.toLowerCase(Locale.ROOT)))
                .filter(JsonNode::isObject);
    }

    /** The response that an operation documents for a status: by number, by range ({@code 4XX}), or the default. */
    Optional<JsonNode> response(JsonNode operation, int status) {
        JsonNode responses = operation.path("responses");
        return List.of(String.valueOf(status), status / 100 + "XX", "default").stream()
                .map(key -> resolve(responses.path(key)))
                .filter(JsonNode::isObject)
                .findFirst();
    }

    /**
     * The documented media type object for a content type without parameters: exact, {@code type/*},
     * {@code *}{@code /*}.
     */
    Optional<JsonNode> content(JsonNode response, String contentType) {
        JsonNode content = response.path("content");
        return List.of(contentType, contentType.replaceAll("/.*", "/*"), "*/*").stream()
                .map(content::path)
                .filter(JsonNode::isObject)
                .findFirst();
    }

    JsonNode component(String schemaName) {
        return document.path("components").path("schemas").path(schemaName);
    }

    /** Follows references within the document, except those of schemas, which the validator follows. */
    JsonNode resolve(JsonNode node) {
        String reference = node.path("$ref").asText();
        return reference.startsWith("#/") ? resolve(document.at(reference.substring(1))) : node;
    }

    /** What is wrong with a JSON body by the schema, undocumented properties included; empty when it conforms. */
    List<String> differences(JsonNode schema, String body) {
        if (schema instanceof MissingNode) {
            return List.of("no schema is documented");
        }
        JsonNode value;
        try {
            value = JSON.readTree(body);
        } catch (IOException e) {
            return List.of("the body is not JSON: " + body);
        }
        JsonSchema validator =
                compiled.computeIfAbsent(schema, key -> schemas.getSchema(closedSchemas.schemaOf(key), CONFIG));
        return validator.validate(value).stream()
                .map(ValidationMessage::getMessage)
                .toList();
    }
}
