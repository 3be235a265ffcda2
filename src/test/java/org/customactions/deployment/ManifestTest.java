package org.customactions.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestTest {

    private static final Pattern CREDENTIAL = Pattern.compile(
            "-----BEGIN|://[^/\\s]*:[^/\\s]*@|(?i)^\\s*[\\w-]*(password|secret|token)\\s*[=:][ \\t]*(?!true|false)[^\\s$#]",
            Pattern.MULTILINE);

    static List<Path> files() throws IOException {
        try (var files = Files.walk(Rendered.KUBERNETES)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    static List<Path> manifests() throws IOException {
        return files().stream()
                .filter(file -> file.toString().endsWith(".yaml"))
                .filter(file -> !file.endsWith("kustomization.yaml"))
                .toList();
    }

    static List<Path> kustomizations() throws IOException {
        return files().stream()
                .filter(file -> file.endsWith("kustomization.yaml"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("manifests")
    void shouldHoldOnlyFieldsThatKubernetesKnows(Path manifest) throws IOException {
        var text = Files.readString(manifest);
        var documents = StrictYaml.documents(text);

        if (documents.get(0).isArray()) {
            assertThat(StrictYaml.convert(documents.get(0), Kustomization.Operation[].class))
                    .allSatisfy(operation -> assertThat(operation.op()).isEqualTo("replace"));
        } else {
            assertThat(Manifest.parse(text)).hasSameSizeAs(documents);
        }
    }

    @ParameterizedTest
    @MethodSource("kustomizations")
    void shouldHoldOnlyFieldsThatKustomizeKnows(Path file) throws IOException {
        var kustomization = StrictYaml.read(file, Kustomization.class);

        assertThat(kustomization.kind()).isIn("Kustomization", "Component");
        assertThat(kustomization.references())
                .allSatisfy(
                        reference -> assertThat(file.resolveSibling(reference)).exists());
    }

    @Test
    void shouldHaveNoFileThatNoKustomizationNames() throws IOException {
        // Given
        var named = new TreeSet<Path>();
        for (var file : kustomizations()) {
            named.add(file);
            StrictYaml.read(file, Kustomization.class)
                    .references()
                    .map(reference -> file.resolveSibling(reference).normalize())
                    .forEach(named::add);
        }

        // When
        var unnamed = new ArrayList<>(files());
        unnamed.removeAll(named);

        // Then
        assertThat(unnamed).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("files")
    void shouldHoldNoCredential(Path file) throws IOException {
        assertThat(Files.readString(file)).doesNotContainPattern(CREDENTIAL);
    }

    static List<Path> chart() throws IOException {
        try (var files = Files.walk(Chart.FOLDER)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /** A value may name a Secret that exists. */
    @ParameterizedTest
    @MethodSource("chart")
    void shouldHoldNoCredentialInTheChart(Path file) throws IOException {
        assertThat(Files.readString(file).replaceAll("(?m)^ *(existing|tls)Secret: .*$", ""))
                .doesNotContainPattern(CREDENTIAL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "apiVersion: v1\nkind: Service\nspec:\n  selektor: {}\n",
                "apiVersion: v1\nkind: Service\nspec:\n  ports:\n    - port: 1\n      portal: 2\n",
                "apiVersion: v1\nkind: Service\nspec:\n  additionalProperties:\n    a: b\n",
                "apiVersion: v1\nkind: Service\nspec:\n  ports:\n    - port: \"80\"\n",
                "apiVersion: v1\nkind: ConfigMap\ndata:\n  DB_PORT: 5432\n",
                "apiVersion: v1\nkind: ConfigMap\ndata:\n  A: a\n  A: b\n",
                "apiVersion: monitoring.coreos.com/v1\nkind: ServiceMonitor\nspec:\n  endpoints:\n    - paht: /\n"
            })
    void shouldRefuseWhatAnApiServerWouldRefuse(String manifest) {
        assertThatThrownBy(() -> Manifest.parse(manifest)).isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"DB_PASSWORD=hunter2", "  password: hunter2", "url: postgres://a:b@host/", "-----BEGIN KEY"})
    void shouldKnowACredentialWhenItSeesOne(String text) {
        assertThat(text).containsPattern(CREDENTIAL);
    }

    @Test
    void shouldHaveNoSecret() {
        assertThatThrownBy(() -> Manifest.parse("apiVersion: v1\nkind: Secret\n"))
                .isInstanceOf(AssertionError.class);
    }
}
