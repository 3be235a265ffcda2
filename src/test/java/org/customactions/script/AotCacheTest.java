package org.customactions.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import org.customactions.script.process.ProcessLimits;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AotCacheTest {

    private static final ProcessLimits LIMITS = new ProcessLimits(Duration.ofSeconds(1), 1_000_000, 64L << 20);
    private static final Instant BUILT = Instant.parse("2026-01-01T00:00:00Z");

    @TempDir
    private Path folder;

    private Path application;
    private Path engine;
    private Path cache;

    @BeforeEach
    void makePackage() throws IOException {
        application = make("app/custom-actions.jar", BUILT);
        engine = make("lib/boot/engine.jar", BUILT);
        cache = make("script-process.aot", BUILT.plusSeconds(60));
    }

    @Test
    void shouldBeTheFileInTheFolderOfThePackage() {
        assertThat(AotCache.of(List.of(application, engine), 25)).contains(cache);
    }

    @Test
    void shouldFitJarsOfItsOwnAge() throws IOException {
        Files.setLastModifiedTime(cache, FileTime.from(BUILT));

        assertThat(AotCache.of(List.of(application, engine), 25)).contains(cache);
    }

    @Test
    void shouldNotFitAJarThatIsNewer() throws IOException {
        Files.setLastModifiedTime(engine, FileTime.from(BUILT.plusSeconds(61)));

        assertThat(AotCache.of(List.of(application, engine), 25)).isEmpty();
    }

    @Test
    void shouldNotFitAnOlderJava() {
        assertThat(AotCache.of(List.of(application, engine), 24)).isEmpty();
    }

    @Test
    void shouldNotFitFoldersOfClasses() {
        assertThat(AotCache.of(List.of(application.getParent(), engine), 25)).isEmpty();
    }

    @Test
    void shouldBeNoneWhereNoneWasTrained() throws IOException {
        Files.delete(cache);

        assertThat(AotCache.of(List.of(application, engine), 25)).isEmpty();
    }

    @Test
    void shouldBeAnOptionOfTheCommandOnlyWhereThereIsOne() {
        var classPath = List.of(application, engine);

        assertThat(ScriptCommand.java(LIMITS, classPath, Optional.of(cache))).contains("-XX:AOTCache=" + cache);
        assertThat(ScriptCommand.java(LIMITS, classPath, Optional.empty()))
                .noneMatch(argument -> argument.contains("AOT"));
    }

    @Test
    void shouldRunWithoutTheCacheIfJavaCannotUseIt() throws IOException {
        assumeTrue(Runtime.version().feature() >= 25, "Only Java 25 and newer are given such a cache");
        var command = ScriptCommand.java(LIMITS, ScriptCommand.classPath(), Optional.of(cache));
        var timer = Executors.newSingleThreadScheduledExecutor();

        var process = RunningProcess.start(command, LIMITS.timeout(), timer);

        try {
            assertThat(process.isUsable()).isTrue();
        } finally {
            process.kill("the test is over");
            timer.shutdownNow();
        }
    }

    private Path make(String name, Instant modified) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "not what it should be");
        return Files.setLastModifiedTime(file, FileTime.from(modified));
    }
}
