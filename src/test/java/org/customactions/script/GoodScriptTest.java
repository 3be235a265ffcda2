package org.customactions.script;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.Stream;
import org.customactions.support.Patience;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Modern JavaScript works in the sandbox as anywhere else. */
class GoodScriptTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final String CONTEXT = """
            {"contact":{"name":"Ann","tags":["vip"]},"user":{"role":"agent"},"organization":{"name":"Acme"}}
            """;

    private static ScriptSandbox sandbox;
    private static JsonNode context;

    @BeforeAll
    static void start() throws Exception {
        sandbox = new ScriptSandbox(TestConfiguration.of(TIMEOUT));
        context = new ObjectMapper().readTree(CONTEXT);
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    static Stream<ScriptCase> good() {
        return ScriptCase.in("good", TIMEOUT);
    }

    @ParameterizedTest
    @MethodSource("good")
    void shouldCompleteEachGoodScriptAsItsHeaderSays(ScriptCase script) {
        ScriptOutcome outcome =
                sandbox.run(UUID.randomUUID(), script.code(), context).await().atMost(Patience.LIMIT);

        assertThat(outcome).as(ScriptCase.describe(outcome)).matches(script::fits);
    }
}
