package org.customactions.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The chart as such: that Helm finds no fault, its files, its hooks, its names. */
class ChartTest {

    private static final List<Path> SHARED = Stream.of(
                    "base/network-policy.yaml",
                    "components/monitoring/dashboard.json",
                    "components/monitoring/prometheus-rule.yaml")
            .map(Rendered.KUBERNETES::resolve)
            .toList();

    @Test
    void shouldBeWithoutFaultForHelm() {
        var lint = Chart.lint();

        assertThat(lint.isFailed()).isFalse();
        assertThat(lint.getMessages()).containsExactly("[INFO] Chart.yaml: icon is recommended");
    }

    @Test
    void shouldBeOfTheVersionOfTheService() throws IOException {
        var version = Files.readString(Path.of("pom.xml")).replaceAll("(?s).*?<version>([^<]+?)(-SNAPSHOT)?</.*", "$1");

        assertThat(Files.readAllLines(Chart.FOLDER.resolve("Chart.yaml")))
                .contains("version: " + version, "appVersion: " + version);
        assertThat(Rendered.container(Rendering.CHART_NATIVE.rendered().service())
                        .getImage())
                .endsWith(":" + version + "-native");
    }

    /** Helm reads only what is in the chart, and Flux leaves out links. */
    @Test
    void shouldHoldCopiesOfWhatItSharesWithKustomize() throws IOException {
        for (var original : SHARED) {
            var copy = Chart.FOLDER.resolve("files").resolve(original.getFileName());

            assertThat(copy).as("cp %s %s", original, copy).hasSameTextualContentAs(original);
        }
        try (var files = Files.list(Chart.FOLDER.resolve("files"))) {
            assertThat(files).hasSameSizeAs(SHARED);
        }
    }

    @Test
    void shouldBeTheSameAsAPackage(@TempDir Path folder) {
        assertThat(Chart.text(Chart.packaged(folder)))
                .isEqualTo(Chart.text(Chart.FOLDER))
                .contains("CustomActionsDown", "Executions by type", "192.168.0.0/16");
    }

    @Rendering.EachChart
    void shouldMakeWhatTheMigrationNeedsBeforeIt(Rendering rendering) {
        // Given
        var rendered = rendering.rendered();
        var name = rendered.name() + "-migration";
        var needed = Stream.of(ConfigMap.class, ServiceAccount.class, NetworkPolicy.class)
                .map(type -> rendered.one(type, name))
                .toList();

        // When
        var migration = rendered.migration().getSpec();

        // Then
        assertThat(migration.getServiceAccountName()).isEqualTo(name);
        assertThat(migration.getContainers().get(0).getEnvFrom())
                .singleElement()
                .satisfies(
                        source -> assertThat(source.getConfigMapRef().getName()).isEqualTo(name));
        assertThat(needed)
                .allSatisfy(object -> assertThat(annotations(object))
                        .containsEntry("helm.sh/hook", "pre-install,pre-upgrade")
                        .containsEntry("helm.sh/hook-weight", "-1")
                        .containsEntry("helm.sh/hook-delete-policy", "before-hook-creation,hook-succeeded"));
        // Not deleted when it is done, so that its log can be read.
        assertThat(annotations(rendered.one(Job.class)))
                .containsEntry("helm.sh/hook-weight", "0")
                .containsEntry("helm.sh/hook-delete-policy", "before-hook-creation");
        assertThat(rendered.resources())
                .filteredOn(object -> annotations(object).containsKey("helm.sh/hook"))
                .hasSize(needed.size() + 1);
        assertThat(rendered.one(ConfigMap.class, name).getData())
                .isEqualTo(rendered.one(ConfigMap.class, rendered.name()).getData());
    }

    private static Map<String, String> annotations(HasMetadata object) {
        return object.getMetadata().getAnnotations();
    }

    @Test
    void shouldHaveNoDisruptionBudgetForASingleReplica() {
        assertThat(Chart.with("autoscaling.minReplicas", 1).all(PodDisruptionBudget.class))
                .isEmpty();
        assertThat(Chart.with("autoscaling.enabled", false).one(Deployment.class))
                .satisfies(deployment ->
                        assertThat(deployment.getSpec().getReplicas()).isEqualTo(2));
    }

    @Test
    void shouldHaveNoPolicyIfItIsNotWanted() {
        assertThat(Chart.with("networkPolicy.enabled", false).all(NetworkPolicy.class))
                .isEmpty();
    }

    /** A name of Helm's has 53 characters at most, one of a Service or a label's value 63. */
    @Test
    void shouldShortenNamesThatWouldBeTooLong() {
        assertThat(Chart.rendered("production-native", "a".repeat(53), "chat").resources())
                .extracting(HasMetadata::getMetadata)
                .allSatisfy(metadata -> assertThat(metadata.getName()).hasSizeLessThanOrEqualTo(63))
                .allSatisfy(metadata -> assertThat(metadata.getLabels().values())
                        .allSatisfy(label -> assertThat(label).hasSizeLessThanOrEqualTo(63)));
    }
}
