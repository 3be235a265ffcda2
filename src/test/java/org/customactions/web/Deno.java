package org.customactions.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.bootstrap.BootstrapAppModelFactory;
import io.quarkus.bootstrap.BootstrapException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Deno, which comes as a jar with the bundler, and Prettier, which it runs. Both are unpacked to {@code target}, where
 * developers find them too. No service has to be built for that.
 */
final class Deno {

    private static final Path HOME = Path.of("target/deno").toAbsolutePath();
    private static final Path PRETTIER = Path.of("target/prettier").toAbsolutePath();

    /** Before the files of a package that came as a jar: {@code META-INF/resources/_static/<name>/<version>}. */
    private static final int LEADING_FOLDERS = 5;

    private Deno() {}

    /** Path of the program. */
    static String program() throws IOException {
        return unpack(jar("org.mvnpm.at.deno", ".*"), HOME).stream()
                .filter(file -> file.getFileName().toString().matches("deno(\\.exe)?"))
                .findFirst()
                .orElseThrow()
                .toString();
    }

    /** What a task of {@code deno.jsonc} prints; fails with it if the task does. */
    static String task(String name) throws IOException, InterruptedException {
        unpack(jar("org.webjars.npm", "prettier"), PRETTIER);
        var environment =
                Map.of("NO_COLOR", "1", "DENO_DIR", HOME.resolve("cache").toString());
        return BundlerTools.run(Path.of("").toAbsolutePath(), environment, List.of(program(), "task", "--quiet", name));
    }

    /** A dependency of the service, its tests or its build. */
    private static Path jar(String group, String name) {
        try {
            var model = BootstrapAppModelFactory.newInstance()
                    .setProjectRoot(Path.of("").toAbsolutePath())
                    .setTest(true)
                    .resolveAppModel()
                    .getApplicationModel();
            return model.getDependencies().stream()
                    .filter(dependency -> dependency.getGroupId().equals(group)
                            && dependency.getArtifactId().matches(name))
                    .findFirst()
                    .orElseThrow()
                    .getResolvedPaths()
                    .getSinglePath();
        } catch (BootstrapException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Path> unpack(Path jar, Path folder) throws IOException {
        try (var zip = new ZipFile(jar.toFile())) {
            for (var entry : zip.stream().filter(Deno::isOfPackage).toList()) {
                unpack(zip, entry, folder.resolve(entry.getName().split("/", LEADING_FOLDERS + 1)[LEADING_FOLDERS]));
            }
        }
        return BundlerTools.files(folder);
    }

    private static boolean isOfPackage(ZipEntry entry) {
        return !entry.isDirectory()
                && entry.getName().startsWith("META-INF/resources/")
                && entry.getName().split("/").length > LEADING_FOLDERS;
    }

    /** Leaves alone what another test has unpacked. */
    private static void unpack(ZipFile zip, ZipEntry entry, Path file) throws IOException {
        if (Files.exists(file) && Files.size(file) == entry.getSize()) {
            return;
        }
        Files.createDirectories(file.getParent());
        try (var content = zip.getInputStream(entry)) {
            Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
        }
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }
}
