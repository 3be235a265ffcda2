package org.customactions.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.hamcrest.Matchers.contains;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.customactions.script.PackagedScripts.Answer;
import org.customactions.script.ScriptOutcome.Stopped;
import org.customactions.support.Full;
import org.customactions.support.LoggedRecord;
import org.customactions.support.Pace;
import org.customactions.support.ProcessMemory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The packaged service with a heap of 512 MiB and the default limits of a script: each hostile script by itself, then
 * all of them at once beside another organization's good ones, then what is left of that.
 */
@Full
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class HostileScriptsIT {

    private static final Set<String> LONG = Set.of("garbage-of-a-million-objects.js", "dates-elsewhere.js");

    private static final int PROCESSES = 3;

    /** What may wait is raised, so that all scripts do run when they come at once, two at a time beside the others'. */
    private static final Map<String, String> SETTINGS = Map.of(
            "CUSTOM_ACTIONS_EXECUTION_MAX_CONCURRENT_PER_ORGANIZATION", "200",
            "CUSTOM_ACTIONS_SCRIPT_MAX_WAITING_PER_ORGANIZATION", "200",
            "CUSTOM_ACTIONS_SCRIPT_MAX_WAIT", "600S",
            "QUARKUS_HTTP_IDLE_TIMEOUT", "600S",
            "CUSTOM_ACTIONS_SCRIPT_PROCESSES", Integer.toString(PROCESSES));

    private static final Duration ANSWERED_WITHIN = PackagedScripts.TIMEOUT.plusSeconds(1);
    private static final Duration SERVED_WITHIN = Duration.ofSeconds(3);

    private static final long HEAP_MARGIN = 32 << 20;

    /** What is resident holds classes and compiled code of all that was called since, too. */
    private static final long RESIDENT_MARGIN = 192 << 20;

    private static PackagedScripts attacker;
    private static PackagedScripts customer;
    private static UUID trivial;
    private static ProcessMemory before;

    @BeforeAll
    static void start() {
        attacker = PackagedScripts.start(SETTINGS, "-Xmx512m");
        customer = attacker.another();
        trivial = attacker.saved("return 1");
        attacker.click(trivial).join();
        before = ProcessMemory.of(attacker.service());
    }

    @AfterAll
    static void stop() {
        attacker.close();
    }

    static Stream<ScriptCase> hostile() {
        return ScriptCase.in("hostile", PackagedScripts.TIMEOUT);
    }

    @Order(1)
    @ParameterizedTest
    @MethodSource("hostile")
    void shouldAnswerEachHostileScriptSoonAfterItsLimit(ScriptCase script) throws Exception {
        if (script.isRefused()) {
            attacker.save(script.code()).then().statusCode(400).body("errors.field", contains("config.code"));
            return;
        }
        var action = attacker.saved(script.code());
        Pace.retriedOnce(() -> {
            // The one before may have cost its process.
            attacker.click(trivial).join();

            var answer = attacker.click(action).join();

            assertEnded(script, answer);
            assertThat(answer.took()).isLessThan(Pace.limit(ANSWERED_WITHIN));
        });
    }

    @Test
    @Order(2)
    void shouldServeEveryGoodScriptWhileAllHostileOnesRun() throws Exception {
        Pace.retriedOnce(() -> {
            var hostile = save(hostile().filter(script -> !script.isRefused()), attacker);
            var good = save(ScriptCase.in("good", PackagedScripts.TIMEOUT).filter(script -> !isLong(script)), customer);
            var attacks = new LinkedHashMap<ScriptCase, CompletableFuture<Answer>>();
            var served = new ArrayList<Duration>();

            hostile.forEach((script, action) -> attacks.put(script, attacker.click(action)));
            do {
                good.forEach((script, action) -> {
                    var answer = customer.click(action).join();
                    assertEnded(script, answer);
                    served.add(answer.took());
                });
            } while (!attacks.values().stream().allMatch(CompletableFuture::isDone));

            attacks.forEach((script, answer) -> assertEndedOrStopped(script, answer.join()));
            assertThat(served.stream().sorted().toList().get(served.size() * 3 / 4))
                    .isLessThan(SERVED_WITHIN);
        });
    }

    @Test
    @Order(3)
    void shouldHoldNoMoreMemoryThanBefore() {
        var service = attacker.service();

        var after = ProcessMemory.of(service);

        assertThat(service.readiness()).isEqualTo(200);
        assertThat(service.outputLines()).noneMatch(line -> line.contains("OutOfMemoryError"));
        assertThat(service.logged())
                .isNotEmpty()
                .filteredOn(LoggedRecord::isError)
                .isEmpty();
        assertThat(service.handle().children()).hasSizeLessThanOrEqualTo(PROCESSES);
        assertThat(after.heap().orElse(0)).isLessThan(before.heap().orElse(0) + HEAP_MARGIN);
        assumeThat(after.resident()).as("only Linux tells what is resident").isPresent();
        assertThat(after.resident().getAsLong()).isLessThan(before.resident().getAsLong() + RESIDENT_MARGIN);
    }

    /**
     * Takes most of a second even alone, if its process is new, so that whoever shares the machine decides how it ends.
     */
    private static boolean isLong(ScriptCase script) {
        return LONG.contains(script.name());
    }

    private static Map<ScriptCase, UUID> save(Stream<ScriptCase> scripts, PackagedScripts organization) {
        var actions = new LinkedHashMap<ScriptCase, UUID>();
        scripts.forEach(script -> actions.put(script, organization.saved(script.code())));
        return actions;
    }

    /** Where all run at once, any of them may meet the clock before the end that its header names. */
    private static void assertEndedOrStopped(ScriptCase script, Answer answer) {
        if (!answer.outcome().equals(new Stopped(StopReasons.time(PackagedScripts.TIMEOUT), List.of()))) {
            assertEnded(script, answer);
        }
    }

    private static void assertEnded(ScriptCase script, Answer answer) {
        assertThat(answer.status()).as(script.name()).isEqualTo(200);
        assertThat(answer.outcome())
                .as("%s: %s", script, ScriptCase.describe(answer.outcome()))
                .matches(script::fits);
    }
}
