package org.customactions.deployment;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads YAML and JSON as strictly as an API server with field validation: a field that the type does not have, a key
 * twice, and a number where text belongs are errors.
 */
final class StrictYaml {

    private static final ObjectMapper MAPPER = mapper();

    private StrictYaml() {}

    /** Without the any-setters of the Kubernetes models, which would take every field they do not know. */
    private static final class NoAnySetters extends JacksonAnnotationIntrospector {

        private static final long serialVersionUID = 1L;

        @Override
        public Boolean hasAnySetter(Annotated annotated) {
            return false;
        }
    }

    private static ObjectMapper mapper() {
        var mapper = YAMLMapper.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_IGNORED_PROPERTIES)
                .annotationIntrospector(new NoAnySetters())
                .build();
        var text = mapper.coercionConfigFor(LogicalType.Textual);
        for (var shape : List.of(CoercionInputShape.Integer, CoercionInputShape.Float, CoercionInputShape.Boolean)) {
            text.setCoercion(shape, CoercionAction.Fail);
        }
        for (var type : List.of(LogicalType.Integer, LogicalType.Boolean)) {
            mapper.coercionConfigFor(type).setCoercion(CoercionInputShape.String, CoercionAction.Fail);
        }
        return mapper;
    }

    static <T> T read(Path file, Class<T> type) throws IOException {
        return convert(documents(Files.readString(file)).get(0), type);
    }

    /** Every document that is not empty. */
    static List<JsonNode> documents(String text) throws IOException {
        var documents = new ArrayList<JsonNode>();
        try (var parser = MAPPER.createParser(text)) {
            while (parser.nextToken() != null) {
                JsonNode document = MAPPER.readTree(parser);
                if (!document.isNull()) {
                    documents.add(document);
                }
            }
        }
        return documents;
    }

    static <T> T convert(JsonNode document, Class<T> type) throws IOException {
        return MAPPER.treeToValue(document, type);
    }
}
