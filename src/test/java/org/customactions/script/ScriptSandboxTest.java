package org.customactions.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.customactions.support.Patience.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Multi;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.customactions.api.ApiException;
import org.customactions.api.ErrorType;
import org.customactions.script.ScriptOutcome.Completed;
import org.customactions.script.ScriptOutcome.Failed;
import org.customactions.script.ScriptOutcome.NotRun;
import org.customactions.script.ScriptOutcome.Stopped;
import org.customactions.support.Full;
import org.customactions.support.Pace;
import org.customactions.support.Patience;
import org.customactions.text.Region;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptSandboxTest {

    /** For what does not end by the clock, however slow the machine is. */
    private static final Duration UNHURRIED = Duration.ofSeconds(60);

    private static final UUID ORGANIZATION = UUID.randomUUID();
    private static final JsonNode NOTHING = JsonNodeFactory.instance.objectNode();

    private static ScriptSandbox sandbox;

    @BeforeAll
    static void start() {
        sandbox = new ScriptSandbox(TestConfiguration.of(UNHURRIED));
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Java",
                "Packages",
                "Polyglot",
                "Graal",
                "load",
                "loadWithNewGlobal",
                "print",
                "printErr",
                "read",
                "readbuffer",
                "readline",
                "quit",
                "exit",
                "require",
                "process",
                "fetch",
                "XMLHttpRequest",
                "setInterval",
                "setImmediate",
                "WebAssembly",
                "SharedArrayBuffer",
                "Atomics",
                "Worker",
                "ShadowRealm",
                "java",
                "javax",
                "com",
                "org",
                "JavaImporter",
                "Debug",
                "Deno",
                "Bun",
                "window",
                "global",
                "self",
                "arguments",
                "MLE"
            })
    void shouldNotKnowTheGlobal(String name) {
        String code = "return [typeof globalThis['%1$s'], eval('typeof globalThis.%1$s'), new Function("
                + "'return typeof globalThis.%1$s')(), Object.getOwnPropertyNames(globalThis).includes('%1$s')]";

        ScriptOutcome outcome = run(code.formatted(name));

        assertThat(outcome).isInstanceOf(Completed.class);
        assertThat(((Completed) outcome).result()).hasToString("[\"undefined\",\"undefined\",\"undefined\",false]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "return console.log.constructor('return this')() === globalThis",
                "return typeof Error.captureStackTrace === 'undefined' && Error.prepareStackTrace === undefined",
                "try { null.x } catch (e) { return !/prelude|bounds|java|org\\.|graal/i.test(e.stack) }",
                "try { console.log.caller } catch (e) { return true } return console.log.caller === undefined"
                        + " || console.log.caller === null",
                "let seen = 0; const traps = { apply() { seen++ }, get(t, k) { seen++; return t[k] } };"
                        + " globalThis.context = new Proxy({}, traps); return seen === 0",
                "return Object.getPrototypeOf(context) === Object.prototype && context.constructor === Object",
                "return (function () { return this })().constructor.constructor('return typeof Java')()"
                        + " === 'undefined'",
                "return ['getClass', 'class', 'notify'].every((name) => console[name] === undefined"
                        + " && contact[name] === undefined)",
                "return Function.prototype.constructor === Function && (async () => {}).constructor !== undefined"
                        + " && Object.getPrototypeOf((async () => {}).constructor) === Function"
            })
    void shouldNotBeEscapedThroughHostObjects(String code) {
        ScriptOutcome outcome = run(code);

        assertThat(outcome).as(ScriptCase.describe(outcome)).isInstanceOf(Completed.class);
        assertThat(((Completed) outcome).result().asBoolean()).isTrue();
    }

    @Test
    void shouldShareNothingBetweenRuns() {
        run("globalThis.left = 1; Array.prototype.left = 2; Object.prototype.left = 3; JSON.left = 4;"
                + " Symbol.for('left').description; contact.name = 'changed'; return 1");

        ScriptOutcome outcome = run("return [typeof left, [].left === undefined, {}.left === undefined,"
                + " JSON.left === undefined, contact.name]");

        assertThat(((Completed) outcome).result()).hasToString("[\"undefined\",true,true,true,\"Ann\"]");
    }

    @Test
    void shouldCatchWhatTheConsoleIsTold() {
        ScriptOutcome outcome =
                run("console.log('a', 1, { b: [2] }); console.info(null, undefined); console.warn(new Error('bad'));"
                        + " console.error('x'.repeat(5000)); return 1");

        assertThat(outcome.logs()).containsExactly("a 1 {\"b\":[2]}", "null undefined", "Error: bad", "x".repeat(1000));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "console.log(new Map([['a', { b: 1 }]]), new Set([1]), /x/g) | Map(1) {\"a\" => {\"b\":1}} Set(1) {1} /x/g",
                "const a = {}; a.self = a; console.log(a) | {\"self\":[circular]}",
                "console.log({ e: new TypeError('inner'), u: undefined }) | {\"e\":TypeError: inner,\"u\":undefined}",
                "console.log({ id: 10n }, 5n) | {\"id\":10n} 5n",
                "console.log('%s is %d%%', 'x', 5, 'more') | x is 5% more",
                "console.log('100%', 1) | 100% 1",
                "console.log(new Date(0), new URL('http://a')) | \"1970-01-01T00:00:00.000Z\" \"http://a/\"",
                "console.log(new Uint8Array([1, 2]), () => 1, Symbol('s')) | Uint8Array [1,2] [function] Symbol(s)",
                "class Point { x = 1 } console.log(new Point()) | Point {\"x\":1}",
                "console.log(Promise.resolve(1)) | Promise {await it to see its value}",
                "console.log(new Error('a', { cause: new Error('b') })) | Error: a, because of Error: b",
                "console.assert(1 > 2, 'no') | Assertion failed: no",
                "console.count() | default: 1",
            })
    void shouldShowValuesAsTheyAre(String code, String line) {
        assertThat(run(code.strip()).logs()).containsExactly(line.strip());
    }

    @Test
    void shouldWriteTablesAndGroups() {
        var outcome = run("console.table([{ a: 1, b: 'x' }, { a: 22 }, 3]); console.group('in'); console.log('deeper');"
                + " console.groupEnd(); console.log('out')");

        assertThat(outcome.logs())
                .containsExactly(
                        "(index) | a  | b | (value)",
                        "0       | 1  | x | ",
                        "1       | 22 |   | ",
                        "2       |    |   | 3",
                        "in",
                        "  deeper",
                        "out");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "return () => 1 | ignored: a function was returned; return what it gives, as in return main()",
                "return { clipboard: Promise.resolve('x') } | ignored: clipboard is a promise; write await in front of it",
                "return { toast: { message: () => 1 } } | ignored: toast.message is a function; call it",
                "return new Map() | ignored: a Map or Set was returned, which JSON cannot hold; return Object.fromEntries(map) or [...set]",
                "return { toast: new Map([['message', 'x']]) } | ignored: toast is a Map or Set, which JSON cannot hold",
                "new Promise((end) => setTimeout(end, 50)).then(() => console.log('never')) | ignored: a timer was not waited for; write await, or return, in front of the promise that it ends",
                "Promise.reject(new Error('lost')); return 1 | ignored: a promise was rejected, and nothing waited for it: lost",
                "queueMicrotask(() => queueMicrotask(() => { throw new Error('late') })); return 1 | ignored: an error after the end: late",
            })
    void shouldTellWhatGetsLost(String code, String line) {
        assertThat(run(code.strip()).logs()).containsExactly(line.strip());
    }

    @Test
    void shouldTellWhatGetsLostHoweverMuchWasWritten() {
        var outcome = run("for (let i = 0; i < 200; i++) console.log(i); return () => 1");

        assertThat(outcome.logs()).hasSize(100);
        assertThat(outcome.logs().get(99)).startsWith("ignored: a function was returned");
    }

    @Test
    void shouldHandOverNumbersAsTheyAreWritten() throws Exception {
        var context = new ObjectMapper()
                .readTree(
                        "{\"contact\":{\"metadata\":{\"a\":9007199254740993,\"b\":9007199254740991,"
                                + "\"c\":-12345678901234567890,\"d\":\"12345678901234567890\",\"e\":1234567890.12345678,\"f\":1152921504606846976}}}");

        var outcome = sandbox.run(
                        ORGANIZATION,
                        "const m = contact.metadata; return [Object.values(m).map((v) => typeof v), m]",
                        context)
                .await()
                .atMost(Patience.LIMIT);

        assertThat(((Completed) outcome).result())
                .hasToString("[[\"bigint\",\"number\",\"bigint\",\"string\",\"number\",\"bigint\"],"
                        + "{\"a\":9007199254740993,\"b\":9007199254740991,\"c\":-12345678901234567890,"
                        + "\"d\":\"12345678901234567890\",\"e\":1.2345678901234567E9,\"f\":1152921504606846976}]");
    }

    @Test
    void shouldRunWhereTheAgentIs() {
        var code = "return [new Date('2026-07-01T09:00').toISOString(), (1234.5).toLocaleString()]";
        var berlin = Region.of(Map.of("time_zone", "Europe/Berlin", "locale", "de-DE"));

        var there = sandbox.run(ORGANIZATION, code, NOTHING, berlin).await().atMost(Patience.LIMIT);
        var usual = run(code);

        assertThat(((Completed) there.outcome()).result()).hasToString("[\"2026-07-01T07:00:00.000Z\",\"1.234,5\"]");
        assertThat(there.took()).isPositive();
        assertThat(((Completed) usual).result()).hasToString("[\"2026-07-01T09:00:00.000Z\",\"1,234.5\"]");
    }

    @Full
    @Test
    void shouldKeepTheLogsOfAStoppedScript() {
        try (Limited limited = new Limited(TestConfiguration.of(Duration.ofSeconds(1)))) {
            limited.run("return 1");

            ScriptOutcome outcome = limited.run("console.log('before'); for (;;);");

            assertThat(outcome).isEqualTo(new Stopped("it ran longer than 1 s", List.of("before")));
        }
    }

    @Full
    @Test
    void shouldStopAScriptOfTooManySteps() {
        try (Limited limited = new Limited(TestConfiguration.of(UNHURRIED).withMaxSteps(10_000))) {
            ScriptOutcome outcome = limited.run("for (;;) ;");

            assertThat(outcome).isEqualTo(new Stopped("it ran too many steps", List.of()));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "const x = 1;~null.foo | 2 | Cannot read property 'foo' of null",
                "throw new Error('boom') | 1 | boom",
                "const f = () => {~  throw new TypeError('deep');~};~~f(); | 2 | deep",
                "await null;~~missing(); | 3 | missing is not defined",
                "JSON.parse('{') | 1 | Unexpected end of JSON input",
            })
    void shouldNameTheLineOfAnError(String code, int line, String message) {
        ScriptOutcome outcome = run(code.replace('~', '\n'));

        assertThat(outcome).isInstanceOf(Failed.class);
        assertThat(((Failed) outcome).line()).isEqualTo(OptionalInt.of(line));
        assertThat(((Failed) outcome).message()).contains(message);
    }

    @Test
    void shouldTellAThrownValueThatIsNoError() {
        ScriptOutcome outcome = run("throw 'plain text'");

        assertThat(((Failed) outcome).message()).isEqualTo("plain text");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "let a;~  let a | 2 | 7",
                "return 1 +; | 1 | 11",
                "}); evil(); (async () => { | 1 | 1",
                "} + function () { | 1 | 1",
                "const text = \"open~return 1 | 1 | 19",
            })
    void shouldPointAtASyntaxError(String code, int line, int column) {
        Optional<ScriptSyntaxError> error = check(code.replace('~', '\n'));

        assertThat(error).isPresent();
        assertThat(error.get().line()).isEqualTo(line);
        assertThat(error.get().column()).isEqualTo(column);
        assertThat(error.get().message()).isNotBlank().doesNotContain("<function>", "\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "return await 1 // done", "'use strict'; return 1", "/* all */", "let contact = 1", "1;\r\n2"
            })
    void shouldAcceptWhatIsAFunctionBody(String code) {
        assertThat(check(code)).isEmpty();
    }

    @Test
    void shouldCheckWithoutRunning() {
        assertThat(check("for (;;);")).isEmpty();
    }

    @Full
    @Test
    void shouldServeAnotherOrganizationWhileOneLoopsForEver() throws Exception {
        Pace.retriedOnce(() -> {
            try (Limited limited = new Limited(TestConfiguration.of(Duration.ofSeconds(1)))) {
                limited.startBothProcesses();
                List<CompletableFuture<ScriptOutcome>> loops = IntStream.range(0, 12)
                        .mapToObj(i -> limited.sandbox
                                .run(ORGANIZATION, "for (;;);", NOTHING)
                                .subscribeAsCompletionStage())
                        .toList();

                long before = System.nanoTime();
                ScriptOutcome outcome = limited.sandbox
                        .run(UUID.randomUUID(), "return 42", NOTHING)
                        .await()
                        .atMost(Patience.LIMIT);

                assertThat(((Completed) outcome).result().asInt()).isEqualTo(42);
                assertThat(Pace.since(before)).isLessThan(Pace.limit(Duration.ofSeconds(2)));
                assertThat(loops.get(11)).isNotDone();
            }
        });
    }

    @Full
    @Test
    void shouldRefuseWhatWouldHaveToWaitBehindTooMany() {
        try (Limited limited =
                new Limited(TestConfiguration.of(Duration.ofSeconds(2)).withWaiting(1, Patience.LIMIT))) {
            limited.run("return 1");

            List<ScriptOutcome> outcomes = Multi.createFrom()
                    .range(0, 5)
                    .onItem()
                    .transformToUniAndMerge(i -> limited.sandbox.run(ORGANIZATION, "for (;;);", NOTHING))
                    .collect()
                    .asList()
                    .await()
                    .atMost(Patience.LIMIT);

            // One runs and one waits, if the first had been taken up before the second came.
            assertThat(outcomes)
                    .filteredOn(new NotRun(StopReasons.CROWDED, true)::equals)
                    .hasSizeBetween(3, 4);
        }
    }

    @Test
    void shouldGiveUpWaitingAfterAWhile() {
        Duration longest = Duration.ofMillis(200);
        try (Limited limited = new Limited(TestConfiguration.of(UNHURRIED).withWaiting(9, longest))) {
            limited.run("return 1");
            limited.sandbox.run(ORGANIZATION, "for (;;);", NOTHING).subscribeAsCompletionStage();

            ScriptOutcome outcome = limited.sandbox
                    .run(ORGANIZATION, "return 1", NOTHING)
                    .await()
                    .atMost(Patience.LIMIT);

            assertThat(outcome).isEqualTo(new NotRun("it waited longer than 0.2 s for its turn", true));
            assertThatThrownBy(() -> limited.sandbox
                            .check(ORGANIZATION, "return 1")
                            .await()
                            .atMost(Patience.LIMIT))
                    .isInstanceOfSatisfying(
                            ApiException.class,
                            refusal -> assertThat(refusal.type()).isEqualTo(ErrorType.TOO_MANY_REQUESTS));
        }
    }

    @Full
    @Test
    void shouldNotRunWhatNobodyWaitsForAnyMore() {
        try (Limited limited =
                new Limited(TestConfiguration.of(Duration.ofSeconds(1)).withWaiting(1, Patience.LIMIT))) {
            limited.run("return 1");
            limited.sandbox.run(ORGANIZATION, "for (;;);", NOTHING).subscribeAsCompletionStage();
            await().until(() -> limited.sandbox.workers().processes().working() == 1);
            limited.sandbox
                    .run(ORGANIZATION, "return 'given up'", NOTHING)
                    .subscribe()
                    .with(ignored -> {})
                    .cancel();

            // There is one place to wait in.
            ScriptOutcome outcome = limited.sandbox
                    .run(ORGANIZATION, "return 'waited for'", NOTHING)
                    .await()
                    .atMost(Patience.LIMIT);

            assertThat(outcome).isInstanceOf(Completed.class);
        }
    }

    @Test
    void shouldAnswerOnTheCallersVertxContext() throws Exception {
        Vertx vertx = Vertx.vertx();
        try {
            CompletableFuture<Context> answeredOn = new CompletableFuture<>();
            Context caller = vertx.getOrCreateContext();

            caller.runOnContext(ignored -> sandbox.run(ORGANIZATION, "return 1", NOTHING)
                    .subscribe()
                    .with(outcome -> answeredOn.complete(Vertx.currentContext())));

            assertThat(answeredOn.get(Patience.LIMIT.toSeconds(), TimeUnit.SECONDS))
                    .isSameAs(caller);
        } finally {
            vertx.close();
        }
    }

    private static ScriptOutcome run(String code) {
        ObjectNode context = JsonNodeFactory.instance.objectNode();
        context.putObject("contact").put("name", "Ann");
        return sandbox.run(ORGANIZATION, code, context).await().atMost(Patience.LIMIT);
    }

    private static Optional<ScriptSyntaxError> check(String code) {
        return sandbox.check(ORGANIZATION, code).await().atMost(Patience.LIMIT);
    }

    private record Limited(ScriptSandbox sandbox) implements AutoCloseable {

        private Limited(ScriptConfiguration configuration) {
            this(new ScriptSandbox(configuration));
        }

        /** Two scripts at a time need both; a process takes its time to start, and more on a busy machine. */
        private void startBothProcesses() {
            Multi.createFrom()
                    .range(0, 2)
                    .onItem()
                    .transformToUniAndMerge(i -> sandbox.run(UUID.randomUUID(), "for (;;);", NOTHING))
                    .collect()
                    .asList()
                    .await()
                    .atMost(Patience.LIMIT);
        }

        private ScriptOutcome run(String code) {
            return sandbox.run(UUID.randomUUID(), code, NOTHING).await().atMost(Patience.LIMIT);
        }

        @Override
        public void close() {
            sandbox.close();
        }
    }
}
