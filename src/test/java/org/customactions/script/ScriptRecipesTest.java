package org.customactions.script;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.customactions.support.Patience;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The recipes of docs/scripts.md give what stands below them. */
class ScriptRecipesTest {

    private static final Pattern RECIPE =
            Pattern.compile("### ([^\n]+)\n\n```js\n((?:(?!```).)*)```\n```json\n(.*?)\n```", Pattern.DOTALL);
    private static final Pattern CONTEXT = Pattern.compile("## Recipes\n.*?```json\n(.*?)```", Pattern.DOTALL);
    private static final ObjectMapper JSON = new ObjectMapper();

    private static ScriptSandbox sandbox;

    @BeforeAll
    static void start() {
        sandbox = new ScriptSandbox(TestConfiguration.of(Duration.ofSeconds(60)));
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    static Stream<Arguments> recipes() throws Exception {
        return RECIPE.matcher(page())
                .results()
                .map(found -> Arguments.of(found.group(1), found.group(2), found.group(3)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("recipes")
    void shouldGiveWhatTheDocumentationSays(String name, String code, String result) throws Exception {
        var context =
                CONTEXT.matcher(page()).results().findFirst().orElseThrow().group(1);

        var outcome = sandbox.run(UUID.randomUUID(), code, JSON.readTree(context))
                .await()
                .atMost(Patience.LIMIT);

        assertThat(outcome).as(ScriptCase.describe(outcome)).isInstanceOf(ScriptOutcome.Completed.class);
        JsonNode returned = ((ScriptOutcome.Completed) outcome).result();
        assertThat(returned).isEqualTo(JSON.readTree(result));
    }

    @Test
    void shouldBeTwenty() throws Exception {
        assertThat(recipes()).hasSize(20);
    }

    private static String page() throws Exception {
        return Files.readString(Path.of("docs/scripts.md"));
    }
}
