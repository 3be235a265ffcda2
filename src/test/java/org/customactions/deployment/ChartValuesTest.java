package org.customactions.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The values of the chart: each is known, has a default and is explained. */
class ChartValuesTest {

    private static final Pattern EXAMPLE = Pattern.compile("(?s)```yaml\n(.*?)```");

    private static JsonNode read(String file) throws IOException {
        return StrictYaml.documents(Files.readString(Chart.FOLDER.resolve(file)))
                .get(0);
    }

    /** {@code global} is Helm's own, and claims are named only if they differ from the service's. */
    @Test
    void shouldHaveADefaultForEachValueThatTheSchemaKnows() throws IOException {
        var known = new HashSet<String>();
        properties(read("values.schema.json"), "", known);
        known.removeIf(value -> value.equals("global") || value.startsWith("identity.claims."));

        var given = new HashSet<String>();
        fields(read("values.yaml"), "", known, given);

        assertThat(given).hasSizeGreaterThan(50).isEqualTo(known);
    }

    private static void properties(JsonNode schema, String prefix, Set<String> known) {
        schema.path("properties").properties().forEach(property -> {
            known.add(prefix + property.getKey());
            properties(property.getValue(), prefix + property.getKey() + ".", known);
        });
    }

    /** Down to where the schema leaves the names to others, such as those of settings and labels. */
    private static void fields(JsonNode values, String prefix, Set<String> known, Set<String> given) {
        values.properties().forEach(field -> {
            var name = prefix + field.getKey();
            given.add(name);
            if (known.stream().anyMatch(value -> value.startsWith(name + "."))) {
                fields(field.getValue(), name + ".", known, given);
            }
        });
    }

    @Test
    void shouldAcceptTheExamplesOfItsPage() throws IOException {
        var schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(read("values.schema.json"));
        var examples = EXAMPLE.matcher(Files.readString(Chart.FOLDER.resolve("README.md")))
                .results()
                .map(example -> example.group(1).stripIndent())
                .toList();

        assertThat(examples).hasSizeGreaterThan(4);
        for (var example : examples) {
            assertThat(schema.validate(StrictYaml.documents(example).get(0)))
                    .as(example)
                    .isEmpty();
        }
    }

    @Test
    void shouldExplainEachValue() throws IOException {
        assertThat(unexplained(Files.readAllLines(Chart.FOLDER.resolve("values.yaml"))))
                .isEmpty();
    }

    @Test
    void shouldSeeThatAnExplanationIsMissing() {
        assertThat(unexplained(List.of("# Why", "a: 1", "b: 2", "c:", "  # Why", "  d: 3", "  e: 4")))
                .containsExactly("b: 2", "  e: 4");
    }

    /** A value has a comment over it, or is in a group that has one. */
    private static List<String> unexplained(List<String> lines) {
        var unexplained = new ArrayList<String>();
        var explained = -1;
        for (var i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            if (!line.matches(" *[\\w-]+:.*")) {
                continue;
            }
            var depth = line.length() - line.stripLeading().length();
            explained = depth <= explained ? -1 : explained;
            if (i > 0 && lines.get(i - 1).strip().startsWith("#")) {
                explained = explained < 0 ? depth : explained;
            } else if (explained < 0 && !line.endsWith(":")) {
                unexplained.add(line);
            }
        }
        return unexplained;
    }

    @Test
    void shouldRefuseNamesThatItDoesNotKnowInEachGroup() throws IOException {
        assertThat(groups(read("values.schema.json")))
                .hasSizeGreaterThan(20)
                .allSatisfy(
                        group -> assertThat(group.path("additionalProperties").asBoolean(true))
                                .as("%s", group)
                                .isFalse());
    }

    private static Stream<JsonNode> groups(JsonNode schema) {
        var within = schema.valueStream().flatMap(ChartValuesTest::groups);
        return schema.path("properties").isObject() && !schema.has("required")
                ? Stream.concat(Stream.of(schema), within)
                : within;
    }
}
