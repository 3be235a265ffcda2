package org.customactions.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.customactions.deployment.Dockerfile.Instruction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The images, by those rules of hadolint that matter here. Neither file has been built where no Docker engine is. */
class DockerfileTest {

    /** What a fast-jar consists of. */
    private static final Set<String> PACKAGE = Set.of("lib", "quarkus-run.jar", "quarkus", "app");

    private static final Path PACKAGE_FOLDER = Path.of("target/quarkus-app");

    /** What the caches of the package are made with. */
    private static final Set<Path> TRAINING =
            Set.of(Dockerfile.FOLDER.resolve("train.sh"), Dockerfile.FOLDER.resolve("with-database.sh"));

    @ParameterizedTest
    @ValueSource(strings = {"Dockerfile.jvm", "Dockerfile.native"})
    void shouldNameTheVersionOfEveryImageThatItStandsOn(String name) throws IOException {
        assertThat(Dockerfile.read(name).all("FROM"))
                .isNotEmpty()
                .extracting(from -> from.arguments().get(0))
                .allMatch(image -> image.matches("[\\w.-]+/[\\w./-]+:[\\w.-]+(@sha256:[0-9a-f]{64})?"))
                .noneMatch(image -> image.endsWith(":latest"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Dockerfile.jvm", "Dockerfile.native"})
    void shouldNeverRunAsRoot(String name) throws IOException {
        var dockerfile = Dockerfile.read(name);

        assertThat(dockerfile.all("USER"))
                .extracting(user -> user.arguments().get(0))
                .noneMatch(user -> user.matches("(root|0+)(:.*)?"));
        assertThat(dockerfile.last())
                .filteredOn(step -> step.name().equals("USER"))
                .extracting(user -> user.arguments().get(0))
                .singleElement()
                .asString()
                .matches("[1-9]\\d*:[1-9]\\d*");
        assertThat(dockerfile.stages())
                .filteredOn(stage -> names(stage).contains("RUN"))
                .allSatisfy(stage -> assertThat(names(stage)).contains("USER"))
                .flatExtracting(stage -> stage.subList(0, names(stage).indexOf("USER")))
                .filteredOn(step -> step.name().equals("RUN"))
                .allMatch(installation -> installation.arguments().get(0).equals("apt-get"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Dockerfile.jvm", "Dockerfile.native"})
    void shouldKeepToTheInstructionsThatItNeeds(String name) throws IOException {
        var dockerfile = Dockerfile.read(name);

        assertThat(dockerfile.stages())
                .flatExtracting(DockerfileTest::names)
                .isSubsetOf("FROM", "LABEL", "WORKDIR", "COPY", "ENV", "RUN", "USER", "EXPOSE", "ENTRYPOINT");
        // A variable of the image would be a default that configuration.md does not have.
        assertThat(dockerfile.all("ENV"))
                .allSatisfy(variable -> assertThat(variable.arguments()).containsExactly("LANG=C.UTF-8"));
        assertThat(names(dockerfile.last())).contains("LABEL", "ENTRYPOINT").doesNotContain("RUN", "CMD");
        assertThat(dockerfile.all("WORKDIR"))
                .allSatisfy(folder -> assertThat(folder.arguments().get(0)).startsWith("/"));
        assertThat(dockerfile.all("EXPOSE"))
                .singleElement()
                .satisfies(ports -> assertThat(ports.arguments()).containsExactly("8080", "9000"));
    }

    /** In the form of a list, which needs no shell and lets the service have the signals. */
    @ParameterizedTest
    @ValueSource(strings = {"Dockerfile.jvm", "Dockerfile.native"})
    void shouldStartTheServiceWithoutAShell(String name) throws IOException {
        assertThat(String.join(" ", Dockerfile.read(name).entryPoint().arguments()))
                .matches("\\[\"[^\"]+\".*\"]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Dockerfile.jvm", "Dockerfile.native"})
    void shouldCopyOnlyWhatIsThereAndNotIgnored(String name) throws IOException {
        var ignored = DockerIgnore.read();
        var sources = Dockerfile.read(name)
                .all("COPY")
                .filter(Instruction::isCopyFromContext)
                .flatMap(copy -> copy.sources().stream())
                .map(Path::of)
                .toList();

        assertThat(sources).isNotEmpty().allSatisfy(source -> {
            assertThat(ignored.ignores(source)).isFalse();
            if (source.startsWith(PACKAGE_FOLDER)) {
                assertThat(PACKAGE).contains(source.getFileName().toString());
            } else {
                assertThat(source).exists();
            }
        });
    }

    /** What is left of a service without memory serves nobody, and nobody restarts it. */
    @ParameterizedTest
    @ValueSource(strings = {"Dockerfile.jvm", "Dockerfile.native"})
    void shouldEndIfMemoryRunsOut(String name) throws IOException {
        assertThat(options(Dockerfile.read(name).entryPoint(), "OutOfMemory"))
                .containsExactly("-XX:+ExitOnOutOfMemoryError");
    }

    /** A cache fits only the Java, the collector and the jars that it was made with. */
    @Test
    void shouldTrainCachesOnWhatTheImageRuns() throws IOException {
        // Given
        var dockerfile = Dockerfile.read("Dockerfile.jvm");

        // When
        var training = dockerfile.stages().get(0);

        // Then
        assertThat(dockerfile.all("FROM").map(from -> from.arguments().get(0)).distinct())
                .hasSize(1);
        var run = training.get(training.size() - 1);
        assertThat(options(run, "GC")).isNotEmpty().isEqualTo(options(dockerfile.entryPoint(), "GC"));
        assertThat(options(dockerfile.entryPoint(), "AOTCache")).containsExactly("-XX:AOTCache=service.aot");
        assertThat(dockerfile.last())
                .filteredOn(step -> step.name().equals("COPY"))
                .allMatch(copy -> copy.flags().contains("--from=training"))
                .flatExtracting(Instruction::sources)
                .contains("/tmp/service.aot", "/tmp/script-process.aot")
                .containsAll(PACKAGE.stream()
                        .map(part -> "/service/" + part + (part.endsWith(".jar") ? "" : "/"))
                        .toList());
    }

    @Test
    void shouldSendTheSourcesOfTheServiceAndLittleElse() throws IOException {
        // Given
        var ignored = DockerIgnore.read();
        var files = new ArrayList<Path>();
        for (var folder : List.of(".mvn", ".ci", "deployment", "docs", "src")) {
            try (var all = Files.walk(Path.of(folder))) {
                all.filter(Files::isRegularFile).forEach(files::add);
            }
        }
        try (var all = Files.list(Path.of(""))) {
            all.filter(Files::isRegularFile).forEach(files::add);
        }

        // When
        var sent = files.stream().filter(file -> !ignored.ignores(file)).toList();

        // Then
        assertThat(sent)
                .contains(
                        Path.of("pom.xml"),
                        Path.of("mvnw"),
                        Path.of(".mvn/jvm.config"),
                        Path.of("src/main/java/org/customactions/Main.java"),
                        Path.of("src/main/resources/application.properties"))
                .allMatch(file -> file.startsWith("src/main")
                        || file.startsWith(".mvn")
                        || TRAINING.contains(file)
                        || file.getNameCount() == 1)
                .hasSizeGreaterThan(100);
        assertThat(sent)
                .filteredOn(file -> file.getNameCount() == 1)
                .containsExactlyInAnyOrder(Path.of("pom.xml"), Path.of("mvnw"));
        assertThat(List.of(".git/config", "target/classes/A.class", "src/test/java/A.java", ".env", "src/main.java"))
                .map(Path::of)
                .allMatch(ignored::ignores);
    }

    @Test
    void shouldReadStagesFlagsAndContinuedLines() {
        var dockerfile = Dockerfile.parse(
                "# a\nFROM a:1 AS b\nRUN x \\\n  y\nFROM c:2\n# d\nCOPY --from=b --chmod=1 /e f\nENTRYPOINT [\"g\", \"-h=4\"]\n");

        assertThat(dockerfile.stages()).hasSize(2);
        assertThat(dockerfile.all("RUN")).containsExactly(new Instruction("RUN", List.of(), List.of("x", "y")));
        assertThat(dockerfile.all("COPY"))
                .containsExactly(new Instruction("COPY", List.of("--from=b", "--chmod=1"), List.of("/e", "f")));
        assertThat(dockerfile.argument("-h")).hasValue(4);
        assertThat(dockerfile.argument("-i")).isEmpty();
    }

    private static List<String> options(Instruction instruction, String word) {
        return instruction.arguments().stream()
                .map(argument -> argument.replaceAll("[\\[\\]\",]", ""))
                .filter(argument -> argument.startsWith("-XX:") && argument.contains(word))
                .toList();
    }

    private static List<String> names(List<Instruction> stage) {
        return stage.stream().map(Instruction::name).toList();
    }
}
