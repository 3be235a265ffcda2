package org.customactions.deployment;

import static org.assertj.core.api.Assumptions.assumeThat;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import com.marcnuri.helm.TemplateCommand;
import com.marcnuri.helm.jni.NativeLibrary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The Helm chart, as Helm itself renders it without a cluster. The library leaves out what is a hook, so it is given a
 * copy of the chart in which the annotations of hooks have another name. After that, this JVM does not end at SIGTERM.
 */
final class Chart {

    static final Path FOLDER = Path.of("deployment/helm/custom-actions");

    /** The oldest that the chart accepts. */
    private static final String KUBERNETES = "1.30.0";

    private static final String HOOK = "helm.sh/hook";
    private static final String NO_HOOK = "no-hook.helm.sh/hook";
    private static final Path VALUES = Path.of("src/test/resources/helm");
    private static final Map<String, Rendered> KNOWN = new ConcurrentHashMap<>();
    private static final Optional<String> SKIPPED = reason();

    static {
        SKIPPED.ifPresent(System.err::println);
    }

    private Chart() {}

    /** Without its own part for this machine, the library would look for one in the web. */
    private static Optional<String> reason() {
        if (ServiceLoader.load(NativeLibrary.class).findFirst().isEmpty()) {
            return Optional.of("helm-java has no native library for this machine: the Helm chart is not tested");
        }
        try {
            Helm.version().call();
            return Optional.empty();
        } catch (LinkageError e) {
            return Optional.of("helm-java's native library cannot be loaded (%s): the Helm chart is not tested"
                    .formatted(e.getMessage()));
        }
    }

    /** Skips the test, with the reason, on a machine for which the library has no native part. */
    static void assumeHelm() {
        assumeThat(SKIPPED).as(SKIPPED.orElse("")).isEmpty();
    }

    private static Helm helm(Path chart) {
        assumeHelm();
        return new Helm(chart);
    }

    /** Made once, when it is needed first. */
    private static final class Copy {

        static final Path FOLDER = copy();

        private static Path copy() {
            try (var files = Files.walk(Chart.FOLDER)) {
                var folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "chart");
                for (var file : files.filter(Files::isRegularFile).toList()) {
                    var copy = folder.resolve(Chart.FOLDER.relativize(file));
                    Files.createDirectories(copy.getParent());
                    Files.writeString(copy, Files.readString(file).replace(HOOK, NO_HOOK));
                }
                return folder;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static TemplateCommand template(Helm helm, String values, String release, String namespace) {
        return helm.template()
                .withKubeVersion(KUBERNETES)
                .withName(release)
                .withNamespace(namespace)
                .withValuesFile(values(values));
    }

    private static Path values(String name) {
        return VALUES.resolve(name + ".yaml");
    }

    static LintResult lint() {
        return helm(FOLDER).lint().strict().call();
    }

    static Rendered rendered(String values, String release, String namespace) {
        var template = template(helm(Copy.FOLDER), values, release, namespace);
        return KNOWN.computeIfAbsent(
                String.join(" ", values, release, namespace),
                missing -> parsed(
                        "Chart with " + missing,
                        release.contains("custom-actions") ? release : release + "-custom-actions",
                        template));
    }

    /** Production with one more value. */
    static Rendered with(String value, Object is) {
        return parsed(
                "Chart with %s=%s".formatted(value, is),
                "custom-actions",
                template(helm(Copy.FOLDER), "production-native", "custom-actions", "custom-actions")
                        .set(value, is));
    }

    /** What {@code helm package} makes of the chart. */
    static Path packaged(Path folder) {
        helm(FOLDER).packageIt().withDestination(folder).call();
        try (var files = Files.newDirectoryStream(folder)) {
            return files.iterator().next();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Production without what is a hook, by a folder or a package. */
    static String text(Path chart) {
        return template(helm(chart), "production-native", "custom-actions", "custom-actions")
                .call();
    }

    private static Rendered parsed(String title, String name, TemplateCommand template) {
        try {
            return new Rendered(title, name, Manifest.parse(template.call().replace(NO_HOOK, HOOK)));
        } catch (IOException e) {
            throw new AssertionError(title + " does not render to what it should", e);
        }
    }

    /** What Helm says after an installation. */
    static String notes(String values, Map<String, Object> more) {
        var install = helm(FOLDER)
                .install()
                .clientOnly()
                .dryRun()
                .withKubeVersion(KUBERNETES)
                .withName("chat")
                .withNamespace("chat")
                .withValuesFile(values(values));
        more.forEach(install::set);
        var output = install.call().getOutput();
        return output.substring(output.indexOf("NOTES:"));
    }
}
