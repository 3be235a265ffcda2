package org.customactions.script;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.customactions.script.ScriptOutcome.Completed;
import org.customactions.support.Full;
import org.customactions.support.Pace;
import org.customactions.support.Patience;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each script of the hostile corpus ends as its header says, soon after its limit, and hurts nobody else. */
class HostileScriptTest {

    private static final Duration TIMEOUT = Duration.ofMillis(400);
    private static final Duration SERVED_WITHIN = Duration.ofSeconds(3);

    private static final Duration AFTERWARDS = Duration.ofSeconds(1);

    /** For what ends by another limit than the clock, however slow the machine is. */
    private static final Duration UNHURRIED = Duration.ofSeconds(60);

    private static final JsonNode NOTHING = JsonNodeFactory.instance.objectNode();

    private static ScriptSandbox sandbox;
    private static ScriptSandbox unhurried;

    @BeforeAll
    static void start() {
        sandbox = new ScriptSandbox(TestConfiguration.of(TIMEOUT));
        unhurried = new ScriptSandbox(TestConfiguration.of(UNHURRIED));
    }

    @AfterAll
    static void stop() {
        sandbox.close();
        unhurried.close();
    }

    static Stream<ScriptCase> hostile() {
        return ScriptCase.in("hostile", TIMEOUT);
    }

    /** By their names they are of every kind. */
    static Stream<ScriptCase> everyTwelfth() {
        return numbered(i -> i % 12 == 0);
    }

    static Stream<ScriptCase> theOthers() {
        return numbered(i -> i % 12 != 0);
    }

    private static Stream<ScriptCase> numbered(IntPredicate chosen) {
        var all = hostile().toList();
        return IntStream.range(0, all.size()).filter(chosen).mapToObj(all::get);
    }

    @ParameterizedTest
    @MethodSource("everyTwelfth")
    void shouldEndAHostileScriptAsItsHeaderSays(ScriptCase script) throws Exception {
        assertEndsAsItsHeaderSays(script);
    }

    @Full
    @ParameterizedTest
    @MethodSource("theOthers")
    void shouldEndEveryOtherHostileScriptAsItsHeaderSays(ScriptCase script) throws Exception {
        assertEndsAsItsHeaderSays(script);
    }

    private static void assertEndsAsItsHeaderSays(ScriptCase script) throws Exception {
        Pace.retriedOnce(() -> {
            ScriptSandbox fitting = script.mayBeStoppedAfter(TIMEOUT) ? sandbox : unhurried;
            // The one before may have cost its process.
            run(fitting, "return 1");
            long before = System.nanoTime();

            ScriptOutcome outcome = run(fitting, script.code());

            Duration took = Pace.since(before);
            assertThat(outcome).as(ScriptCase.describe(outcome)).matches(script::fits);
            assertThat(took).isLessThan(Pace.limit(TIMEOUT.plus(AFTERWARDS)));
            assertThat(outcome.logs()).hasSizeLessThanOrEqualTo(100).allMatch(line -> line.length() <= 1000);
        });
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void shouldAcceptForSavingWhatIsAFunctionBodyHoweverHostile(ScriptCase script) {
        Optional<ScriptSyntaxError> error =
                unhurried.check(UUID.randomUUID(), script.code()).await().atMost(Patience.LIMIT);

        assertThat(error.isPresent()).isEqualTo(script.isRefused());
    }

    /** Beside a third of the corpus, which is of every kind. */
    @Full
    @Test
    void shouldServeOthersWhileHostileScriptsRun() throws Exception {
        Pace.retriedOnce(() -> {
            UUID attacker = UUID.randomUUID();
            UUID customer = UUID.randomUUID();
            ScriptSandbox shared = new ScriptSandbox(TestConfiguration.of(TIMEOUT));
            shared.run(customer, "return 1", NOTHING).await().atMost(Patience.LIMIT);
            List<ScriptCase> corpus = hostile().toList();
            List<CompletableFuture<ScriptOutcome>> attacks = IntStream.range(0, corpus.size())
                    .filter(i -> i % 3 == 0)
                    .mapToObj(i ->
                            shared.run(attacker, corpus.get(i).code(), NOTHING).subscribeAsCompletionStage())
                    .toList();
            List<Duration> served = new ArrayList<>();
            int runs = 0;

            while (!CompletableFuture.allOf(attacks.toArray(CompletableFuture[]::new))
                    .isDone()) {
                long before = System.nanoTime();
                ScriptOutcome outcome =
                        shared.run(customer, "return 40 + 2", NOTHING).await().atMost(Patience.LIMIT);
                runs++;
                if (outcome instanceof Completed completed && completed.result().asInt() == 42) {
                    served.add(Pace.since(before));
                }
            }

            shared.close();
            assertThat(served.stream().filter(took -> took.compareTo(SERVED_WITHIN) < 0))
                    .as("three quarters of %d runs are served within %s", runs, SERVED_WITHIN)
                    .hasSizeGreaterThanOrEqualTo((3 * runs + 3) / 4);
            assertThat(attacks).extracting(CompletableFuture::join).doesNotContainNull();
        });
    }

    private static ScriptOutcome run(ScriptSandbox sandbox, String code) {
        return sandbox.run(UUID.randomUUID(), code, NOTHING).await().atMost(Patience.LIMIT);
    }
}
