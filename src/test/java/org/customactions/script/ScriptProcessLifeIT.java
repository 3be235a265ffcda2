package org.customactions.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customactions.support.Patience.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.customactions.support.Full;
import org.customactions.support.PackagedService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** The processes that the packaged service starts for scripts: when, what they are told, and that none outlives it. */
@Full
class ScriptProcessLifeIT {

    /** Cannot be ended from inside. */
    private static final String ENDLESS = """
            function again() { try { again(); } finally { again(); } }
            again();
            """;

    private static final Map<String, String> SECRETS = Map.of(
            "DB_PASSWORD", "password-of-the-database",
            "CUSTOM_ACTIONS_SECRETS_KEY", "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=");

    private static final Duration SOME_SECONDS = Duration.ofSeconds(15);

    @Test
    void shouldStartProcessesBeforeTheFirstScript() {
        try (var scripts = PackagedScripts.start(Map.of())) {
            await().until(() -> scripts.service().handle().children().findAny().isPresent());
        }
    }

    @Test
    void shouldLeaveNoScriptProcessWhenItIsAskedToStop() {
        assertNoneIsLeftAfter(PackagedService::terminate);
    }

    @Test
    void shouldLeaveNoScriptProcessWhenItIsKilled() {
        assertNoneIsLeftAfter(PackagedService::kill);
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "only Linux shows the environment of a process")
    void shouldHideTheServicesEnvironmentFromScriptProcesses() throws IOException {
        try (var scripts = PackagedScripts.start(SECRETS)) {
            scripts.click(scripts.saved("return 1")).join();

            var processes = scripts.service().handle().children().toList();

            assertThat(processes).isNotEmpty();
            for (var process : processes) {
                assertThat(shown(process, "environ")).isEmpty();
                assertThat(shown(process, "cmdline")).isNotEmpty().doesNotContain(SECRETS.values());
            }
        }
    }

    private static void assertNoneIsLeftAfter(Consumer<PackagedService> stop) {
        try (var scripts = PackagedScripts.start(Map.of())) {
            var service = scripts.service();
            scripts.click(scripts.saved("return 1")).join();
            scripts.click(scripts.saved(ENDLESS));
            await().until(() -> service.handle().children().count() > 1);
            Set<ProcessHandle> started = new LinkedHashSet<>();

            service.handle().children().forEach(started::add);
            stop.accept(service);
            await().until(() -> {
                service.handle().children().forEach(started::add);
                return !service.isRunning();
            });

            await().untilAsserted(() -> assertThat(started).noneMatch(ProcessHandle::isAlive));
        }
    }

    private static String shown(ProcessHandle process, String file) throws IOException {
        return Files.readString(Path.of("/proc", Long.toString(process.pid()), file));
    }
}
