package org.customactions.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customactions.support.Patience.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.customactions.script.ScriptOutcome.Completed;
import org.customactions.script.ScriptOutcome.Stopped;
import org.customactions.script.confinement.Confinement;
import org.customactions.support.Full;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** The sandbox's processes are its own affair: one that is lost costs at most the script that it was running. */
@Full
class ScriptProcessesTest {

    private static final String CONFINEMENT = "-D" + Confinement.PROPERTY;
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    /** In which a script of one line ends on any machine. */
    private static final Duration SHORT = Duration.ofSeconds(2);

    private static final Duration BUSY = Duration.ofMillis(500);
    private static final JsonNode NOTHING = JsonNodeFactory.instance.objectNode();

    /** Of other sandboxes in this JVM. */
    private final Set<ProcessHandle> others = children().collect(Collectors.toSet());

    private ScriptSandbox sandbox;

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void shouldKeepItsProcessFromScriptToScript() {
        open(TIMEOUT);
        var before = processes();

        for (int i = 0; i < 20; i++) {
            assertCompletes();
        }

        assertThat(processes()).isEqualTo(before);
    }

    @Test
    void shouldKeepTheProcessOfAScriptThatRanTooLong() {
        open(SHORT);
        var before = processes();

        var outcome = run("for (;;);").join();

        assertThat(outcome).isEqualTo(new Stopped(StopReasons.time(SHORT), List.of()));
        assertThat(processes()).isEqualTo(before);
    }

    @Test
    void shouldReplaceTheProcessOfAScriptThatNothingInsideCanEnd() {
        open(SHORT);
        var before = processes();

        var outcome =
                run("const f = () => { try { f(); } finally { f(); } }; f()").join();

        assertThat(outcome).isEqualTo(new Stopped(StopReasons.time(SHORT), List.of()));
        assertCompletes();
        assertThat(processes()).hasSize(1).doesNotContainAnyElementsOf(before);
    }

    @Test
    void shouldReplaceAProcessWhoseEngineKeepsTooMuch() {
        open(TIMEOUT);
        var before = processes();

        var outcome = run("for (let i = 0; i < 30000; i++) Symbol.for(i + 'x'.repeat(1000)); return 1")
                .join();

        assertThat(outcome).isInstanceOf(Completed.class);
        assertCompletes();
        assertThat(processes()).hasSize(1).doesNotContainAnyElementsOf(before);
    }

    @Test
    void shouldStopAScriptWhoseProcessIsKilledAndRunTheNext() {
        open(TIMEOUT);
        var process = processes().iterator().next();
        var before = worked(process);
        var outcome = run("console.log('before'); for (;;);");
        await().until(() -> worked(process).minus(before).compareTo(BUSY) > 0);

        process.destroyForcibly();

        // What the system kills, it kills for its memory.
        assertThat(outcome.join()).isEqualTo(new Stopped(StopReasons.MEMORY, List.of("before")));
        assertCompletes();
    }

    @Test
    void shouldRunTheNextScriptAfterAnIdleProcessWasKilled() {
        open(TIMEOUT);
        var idle = processes();

        idle.forEach(ProcessHandle::destroyForcibly);

        await().until(() -> processes().isEmpty());
        assertCompletes();
    }

    @Test
    void shouldEndItsProcess() {
        open(TIMEOUT);
        var before = processes();

        sandbox.close();

        await().until(() -> before.stream().noneMatch(ProcessHandle::isAlive));
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "only Linux shows the environment of a process")
    void shouldGiveAProcessNothingButItsLimits() throws IOException {
        open(TIMEOUT);
        for (var process : processes()) {
            var proc = Path.of("/proc", Long.toString(process.pid()));
            var command = List.of(Files.readString(proc.resolve("cmdline")).split("\0"));

            assertThat(proc.resolve("environ")).isEmptyFile();
            assertThat(command).endsWith("30000", "100000000000", "67108864");
            assertThat(command.subList(1, command.size() - 3))
                    .filteredOn(argument -> !argument.startsWith("-X") && !argument.startsWith(CONFINEMENT))
                    .first()
                    .isEqualTo("-cp");
        }
    }

    /** With one process, which has run a script. */
    private void open(Duration timeout) {
        await().until(() -> processes().isEmpty());
        sandbox = new ScriptSandbox(TestConfiguration.of(timeout).withoutStartAhead());
        assertCompletes();
        assertThat(processes()).hasSize(1);
    }

    private void assertCompletes() {
        assertThat(run("return 1").join()).isInstanceOf(Completed.class);
    }

    private CompletableFuture<ScriptOutcome> run(String code) {
        return sandbox.run(UUID.randomUUID(), code, NOTHING).subscribeAsCompletionStage();
    }

    private Set<ProcessHandle> processes() {
        return children().filter(child -> !others.contains(child)).collect(Collectors.toSet());
    }

    /** The time of a processor that it has taken. */
    private static Duration worked(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private static Stream<ProcessHandle> children() {
        return ProcessHandle.current().children();
    }
}
