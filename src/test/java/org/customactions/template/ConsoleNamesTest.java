package org.customactions.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The names that the console's editor completes are those that templates know. */
class ConsoleNamesTest {

    private static final JsonNode NAMES = read();

    private static JsonNode read() {
        try {
            return new ObjectMapper()
                    .readTree(
                            Path.of("src/main/web/console/template/names.json").toFile());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void shouldBeTheVariablesOfRequests() {
        assertThat(variables(group -> !group.path("place").asText().equals("answer")))
                .isEqualTo(known(SampleVariables.forChecking()));
    }

    @Test
    void shouldBeTheVariablesOfResultsWithoutSecrets() {
        var known = known(SampleVariables.forCheckingResults());
        known.remove("secret…");

        assertThat(variables(group -> !group.path("place").asText().equals("request")))
                .isEqualTo(known);
    }

    @Test
    void shouldBeWhatASectionIsAt() {
        assertThat(texts(NAMES.path("positions"), "path"))
                .containsExactlyInAnyOrder(".", "-index", "-first", "-last")
                .allMatch(path -> path.equals(".") || ListPosition.isNamed(path));
    }

    @Test
    void shouldBeTheFilters() {
        var names = texts(NAMES.path("filters"), "name");

        assertThat(names).doesNotHaveDuplicates();
        assertThat(Set.copyOf(names)).isEqualTo(filters());
    }

    @Test
    void shouldHaveExamplesThatTheServiceAccepts() {
        for (var filter : NAMES.path("filters")) {
            var example = filter.path("example").asText();

            assertThat(example).startsWith(filter.path("name").asText());
            assertThatCode(() -> Template.compile("{{contact.name | " + example + "}}", Escaping.TEXT))
                    .as(example)
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void shouldSayOfEachWhatItIs() {
        assertThat(Stream.concat(
                        stream(NAMES.path("groups")).flatMap(group -> stream(group.path("variables"))),
                        Stream.concat(stream(NAMES.path("positions")), stream(NAMES.path("filters")))))
                .allSatisfy(name -> assertThat(name.path("meaning").asText()).isNotBlank());
    }

    /** Those of the file; with dots behind what may go on in any way. */
    private static Set<String> variables(Predicate<JsonNode> groups) {
        return stream(NAMES.path("groups"))
                .filter(groups)
                .flatMap(group -> stream(group.path("variables")))
                .map(variable -> variable.path("path").asText()
                        + (variable.path("isOpen").asBoolean() ? "…" : ""))
                .collect(Collectors.toSet());
    }

    private static Set<String> known(Map<String, Object> variables) {
        return KnownNames.ROOTS.stream()
                .filter(variables::containsKey)
                .flatMap(root -> paths(root, variables.get(root)))
                .collect(Collectors.toSet());
    }

    private static Stream<String> paths(String path, Object value) {
        if (value instanceof AnyData) {
            return Stream.of(path + "…");
        }
        return value instanceof Map<?, ?> fields
                ? fields.entrySet().stream().flatMap(field -> paths(path + "." + field.getKey(), field.getValue()))
                : Stream.of(path);
    }

    /** The message about a name that is like none lists them all. */
    static Set<String> filters() {
        var message = catchThrowableOfType(
                        TemplateException.class,
                        () -> Template.compile("{{contact.name | thereisnosuchfilter}}", Escaping.TEXT))
                .getMessage();
        var list = message.substring(message.indexOf("known are ") + "known are ".length(), message.indexOf(" (line"));
        return Set.of(list.split(", "));
    }

    private static List<String> texts(JsonNode list, String field) {
        return stream(list).map(entry -> entry.path(field).asText()).toList();
    }

    private static Stream<JsonNode> stream(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }
}
