package org.customactions.script;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.customactions.support.Patience;
import org.junit.jupiter.api.Test;

/** The declaration for authors, what the console offers them, and what the sandbox has are the same. */
class ScriptDeclarationTest {

    private static final Path DECLARATION = Path.of("docs/custom-actions-scripts.d.ts");
    private static final Path NAMES = Path.of("src/main/web/console/script/names.json");
    private static final Pattern GLOBAL = Pattern.compile("(?m)^declare (?:const|class|function) (\\w+)");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Everything that the console offers exists; an optional part of what a page hands over need not. */
    private static final String MISSING = """
            const missing = [];
            for (const [path, members] of Object.entries(input)) {
                const found = path.split('.').reduce((value, name) => value[name], globalThis);
                const made = typeof found === 'function' && found.prototype ? [found, found.prototype] : [found];
                for (const member of members) {
                    if (!made.some((one) => member in Object(one))) missing.push(path + '.' + member);
                }
            }
            return missing;
            """;

    /** A global that neither the language nor the declaration has would be undocumented. */
    private static final String UNKNOWN = """
            const known = new Set([...Object.keys(input), ...%s]);
            return Object.getOwnPropertyNames(globalThis).filter((name) => !known.has(name));
            """;

    private static final String CONTEXT = """
            {"contact":{"id":"","phone_number":"","name":"","profile_name":"","tags":[],"metadata":{}},
            "user":{"id":"","name":"","email":"","role":""},"organization":{"id":"","name":""},
            "action":{"id":"","name":""},"input":%s,"context":{"time_zone":"UTC","locale":"en"}}
            """;

    @Test
    void shouldOfferWhatIsDeclared() throws Exception {
        var declared = GLOBAL.matcher(Files.readString(DECLARATION))
                .results()
                .map(found -> found.group(1))
                .toList();

        assertThat(offered().keySet().stream().filter(path -> !path.contains(".")))
                .containsExactlyElementsOf(declared);
    }

    @Test
    void shouldDeclareWhatIsOffered() throws Exception {
        var declaration = Files.readString(DECLARATION);

        offered().values().stream()
                .flatMap(List::stream)
                .forEach(member -> assertThat(declaration).containsPattern("\\b" + member + "\\??[(:<]"));
        StreamSupport.stream(names().get("result").spliterator(), false)
                .forEach(field -> assertThat(declaration).containsPattern("\\b" + field.textValue() + "\\?:"));
    }

    @Test
    void shouldHaveWhatIsOffered() throws Exception {
        var sandbox = new ScriptSandbox(TestConfiguration.of(Duration.ofSeconds(60)));
        try {
            var context = JSON.readTree(CONTEXT.formatted(names().get("globals")));

            var outcome =
                    sandbox.run(UUID.randomUUID(), MISSING, context).await().atMost(Patience.LIMIT);
            var unknown = sandbox.run(UUID.randomUUID(), UNKNOWN.formatted(names().get("language")), context)
                    .await()
                    .atMost(Patience.LIMIT);

            assertThat(ScriptCase.describe(outcome)).isEqualTo("completed []");
            assertThat(ScriptCase.describe(unknown)).isEqualTo("completed []");
        } finally {
            sandbox.close();
        }
    }

    private static Map<String, List<String>> offered() throws Exception {
        var offered = new LinkedHashMap<String, List<String>>();
        names().get("globals").properties().forEach(global -> {
            var members = new ArrayList<String>();
            global.getValue().forEach(member -> members.add(member.textValue()));
            offered.put(global.getKey(), members);
        });
        return offered;
    }

    private static JsonNode names() throws Exception {
        return JSON.readTree(NAMES.toFile());
    }
}
