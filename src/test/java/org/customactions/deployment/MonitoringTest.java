package org.customactions.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.customactions.kind.ActionType;
import org.junit.jupiter.api.Test;

/** What Prometheus collects, and what alerts and dashboard ask it for. */
class MonitoringTest {

    private static final Path DOCUMENT = Path.of("docs/operations.md");
    private static final Pattern METRIC = Pattern.compile("`(custom_actions_[a-z_]+)`");
    private static final Pattern OUTCOME = Pattern.compile("(?m)^\\| `([a-z_]+)` \\|");

    /** Of Quarkus, of Prometheus itself, of the kubelet and of kube-state-metrics. */
    private static final Set<String> AGES = Set.of("custom_actions_background_oldest_seconds");

    private static final Set<String> STANDARD = Set.of(
            "http_server_requests_seconds_count",
            "http_server_requests_seconds_bucket",
            "sql_pool_active",
            "sql_pool_queue_size",
            "up",
            "container_cpu_usage_seconds_total",
            "container_memory_working_set_bytes",
            "kube_horizontalpodautoscaler_spec_max_replicas",
            "kube_horizontalpodautoscaler_status_current_replicas",
            "kube_job_failed",
            "kube_pod_container_resource_limits",
            "kube_pod_container_status_last_terminated_reason",
            "kube_pod_container_status_restarts_total");

    @Rendering.EachOfProduction
    void shouldCollectFromTheManagementPort(Rendering rendering) {
        // Given
        var rendered = rendering.rendered();
        var monitor = rendered.one(ServiceMonitor.class).getSpec();

        // When
        var selected = rendered.all(Service.class).stream()
                .filter(service -> service.getMetadata()
                        .getLabels()
                        .entrySet()
                        .containsAll(monitor.getSelector().getMatchLabels().entrySet()))
                .toList();

        // Then
        assertThat(selected)
                .singleElement()
                .satisfies(service -> assertThat(
                                service.getSpec().getPorts().get(0).getName())
                        .isEqualTo("management")
                        .isEqualTo(monitor.getEndpoints().get(0).getPort()))
                // The job that every query asks for is named after the Service.
                .satisfies(service -> assertThat(Monitoring.queries(rendering.rendered()))
                        .flatMap(query -> query.values("job"))
                        .isNotEmpty()
                        .containsOnly(service.getMetadata().getName()));
        assertThat(monitor.getEndpoints())
                .singleElement()
                .satisfies(endpoint -> assertThat(endpoint.getPath()).isEqualTo("/q/metrics"));
    }

    @Rendering.EachOfProduction
    void shouldAskForItsOwnObjects(Rendering rendering) throws IOException {
        var rendered = rendering.rendered();
        var queries = Monitoring.queries(rendered);

        assertThat(queries)
                .flatMap(query -> query.values("horizontalpodautoscaler"))
                .isNotEmpty()
                .containsOnly(rendered.one(HorizontalPodAutoscaler.class)
                        .getMetadata()
                        .getName());
        assertThat(queries)
                .flatMap(query -> query.values("job_name"))
                .isNotEmpty()
                .containsOnly(rendered.one(Job.class).getMetadata().getName());
        assertThat(queries)
                .flatMap(query -> query.values("container"))
                .isNotEmpty()
                .containsOnly(Rendered.container(rendered.service()).getName());
    }

    @Rendering.EachOfProduction
    void shouldAskOnlyForMetricsThatThereAre(Rendering rendering) throws IOException {
        // Given
        var known = new HashSet<>(STANDARD);
        METRIC.matcher(Files.readString(DOCUMENT))
                .results()
                .map(metric -> metric.group(1))
                .flatMap(MonitoringTest::series)
                .forEach(known::add);

        // When
        var asked = Monitoring.queries(rendering.rendered()).stream()
                .flatMap(query -> query.metrics().stream())
                .collect(Collectors.toSet());

        // Then
        assertThat(asked).hasSizeGreaterThan(15).isSubsetOf(known);
        assertThat(asked).containsAll(STANDARD);
    }

    /** A timer is a count, a sum, a longest time and a histogram; an age is one number. */
    private static Stream<String> series(String metric) {
        return metric.endsWith("_seconds") && !AGES.contains(metric)
                ? Stream.of("_count", "_sum", "_max", "_bucket").map(metric::concat)
                : Stream.of(metric);
    }

    /** So that a metric that is renamed in the source is missed here, too. */
    @Test
    void shouldDocumentOnlyMetricsThatTheServiceMeasures() throws IOException {
        // Given
        String sources;
        try (var files = Files.walk(Path.of("src/main/java"))) {
            sources =
                    files.filter(Files::isRegularFile).map(MonitoringTest::read).collect(Collectors.joining());
        }

        // When
        var documented = METRIC.matcher(Files.readString(DOCUMENT))
                .results()
                .map(metric -> metric.group(1).replaceAll("_(seconds|total)$", ""))
                .collect(Collectors.toSet());

        // Then
        assertThat(documented)
                .hasSizeGreaterThan(3)
                .allSatisfy(metric -> assertThat(sources)
                        .containsPattern("\""
                                + metric.replace("custom_actions_", "custom_actions.")
                                        .replaceAll("_(?!actions)", "[._]")
                                + "\""));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Rendering.EachOfProduction
    void shouldCompareOnlyWithOutcomesAndTypesThatThereAre(Rendering rendering) throws IOException {
        // Given
        var outcomes = OUTCOME.matcher(Files.readString(DOCUMENT))
                .results()
                .map(row -> row.group(1))
                .collect(Collectors.toSet());
        var types = Arrays.stream(ActionType.values()).map(ActionType::wireName).toList();

        // When
        var queries = Monitoring.queries(rendering.rendered());

        // Then
        assertThat(queries)
                .flatMap(query -> query.values("outcome"))
                .isNotEmpty()
                .isSubsetOf(outcomes);
        assertThat(queries).flatMap(query -> query.values("type")).isNotEmpty().isSubsetOf(types);
    }
}
