package org.customactions.web;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.customactions.support.Receiver;

/**
 * Pages of frameworks that install the buttons with npm, as their developers do. They need Node and a registry, from
 * which they load the frameworks; the service's build needs neither.
 */
final class NpmPages {

    private static final Path SOURCES = Path.of("src/test/npm");
    private static final Path PAGES = Path.of("target/npm-pages").toAbsolutePath();

    /** What the newest of the tools ask for. */
    private static final int OLDEST_NODE = 20;

    private NpmPages() {}

    /** Skips the test if the machine cannot make such pages. */
    static void assumePossible() throws IOException, InterruptedException {
        assumeTrue(onPath("npm").isPresent() && onPath("node").isPresent(), "no node and npm are on the path");
        var version = run(Path.of(""), "node", "--print", "process.versions.node");
        assumeTrue(
                Integer.parseInt(version.split("\\.")[0]) >= OLDEST_NODE,
                "node is older than %d".formatted(OLDEST_NODE));
        assumeTrue(isRegistryThere(), "no registry of npm answers");
    }

    private static boolean isRegistryThere() throws IOException, InterruptedException {
        var process = new ProcessBuilder("npm", "view", "vite", "name", "--fetch-retries=0", "--fetch-timeout=10000")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return process.waitFor() == 0;
    }

    /** Installs what a page needs, the package of this build included. The folder of the page. */
    static Path installed(String name) throws IOException, InterruptedException {
        var page = PAGES.resolve(name);
        for (var source : BundlerTools.files(SOURCES.resolve(name))) {
            var copy = page.resolve(SOURCES.resolve(name).relativize(source));
            Files.createDirectories(copy.getParent());
            Files.copy(source, copy, StandardCopyOption.REPLACE_EXISTING);
        }
        run(page, "npm", "install", "--ignore-scripts", "--no-audit", "--no-fund", "--no-package-lock", tarball());
        return page;
    }

    private static String tarball() throws IOException {
        try (var files = Files.list(Path.of("target").toAbsolutePath())) {
            var found = files.filter(file -> file.getFileName().toString().matches("custom-actions-element-.+\\.tgz"))
                    .toList();
            assertThat(found).hasSize(1);
            return found.get(0).toString();
        }
    }

    /** Checks a page's types, bundles it, and serves it below {@code /chat/}. */
    static void serve(Path page, Receiver gateway) throws IOException, InterruptedException {
        run(page, "npm", "run", "build", "--", "--base=/chat/");
        var built = page.resolve("dist");
        for (var file : BundlerTools.files(built)) {
            var path = "/chat/" + built.relativize(file).toString().replace("index.html", "");
            gateway.server()
                    .stubFor(get(urlPathEqualTo(path))
                            .willReturn(aResponse()
                                    .withHeader("Content-Type", path.endsWith("/") ? "text/html" : "text/javascript")
                                    .withBody(Files.readAllBytes(file))));
        }
    }

    /** What a command prints; fails with it if the command does. */
    static String run(Path folder, String... command) throws IOException, InterruptedException {
        var all = new ArrayList<>(List.of(command));
        // On Windows it is a script, which has to be named in full.
        all.set(0, onPath(command[0]).orElseThrow().toString());
        return BundlerTools.run(folder.toAbsolutePath(), Map.of("NO_COLOR", "1"), all);
    }

    private static Optional<Path> onPath(String name) {
        return Arrays.stream(
                        Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator))
                .flatMap(folder -> List.of(Path.of(folder, name), Path.of(folder, name + ".cmd")).stream())
                .filter(Files::isExecutable)
                .findFirst();
    }
}
