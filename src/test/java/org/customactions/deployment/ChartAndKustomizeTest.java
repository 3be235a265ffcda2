package org.customactions.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The chart gives a cluster what the overlays give it, except for what {@code deployment/helm/custom-actions/README.md}
 * lists: the namespace, labels and annotations of either tool, and the settings and the account of the migration, which
 * Helm makes before all others.
 */
class ChartAndKustomizeTest {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    /** Labels and annotations of Helm, Argo CD and Flux. */
    private static final List<String> OF_TOOLS = List.of(
            "app.kubernetes.io/instance",
            "app.kubernetes.io/managed-by",
            "app.kubernetes.io/version",
            "helm.sh/chart",
            "helm.sh/hook",
            "helm.sh/hook-weight",
            "helm.sh/hook-delete-policy",
            "checksum/settings",
            "argocd.argoproj.io/hook",
            "argocd.argoproj.io/hook-delete-policy",
            "argocd.argoproj.io/sync-wave",
            "kustomize.toolkit.fluxcd.io/force");

    /** ConfigMaps that kustomize generates have none of these. */
    private static final List<String> OF_GENERATED = List.of("app.kubernetes.io/name", "app.kubernetes.io/component");

    @ParameterizedTest
    @CsvSource({
        "PRODUCTION_NATIVE, CHART_NATIVE",
        "PRODUCTION_JVM, CHART_JVM",
        "DEVELOPMENT, CHART_DEVELOPMENT",
    })
    void shouldGiveTheSameObjects(Rendering kustomize, Rendering chart) {
        var expected = normal(kustomize.rendered());
        var actual = normal(chart.rendered());

        assertThat(actual).containsOnlyKeys(expected.keySet());
        assertThat(actual)
                .allSatisfy((object, json) -> assertThat(json.toPrettyString())
                        .as(object)
                        .isEqualTo(expected.get(object).toPrettyString()));
    }

    /** Each object as JSON, by its kind and name, without what may differ. */
    private static Map<String, JsonNode> normal(Rendered rendered) {
        var settings = settings(MAPPER.valueToTree(rendered.service().getSpec()))
                .path("name")
                .asText();
        var objects = new TreeMap<String, JsonNode>();
        rendered.resources().stream()
                .filter(Predicate.not(ChartAndKustomizeTest::isOfOneOnly))
                .map(object -> normal(object, settings))
                .forEach(json -> objects.put(
                        json.path("kind").asText() + " "
                                + json.at("/metadata/name").asText(),
                        json));
        return objects;
    }

    private static boolean isOfOneOnly(HasMetadata object) {
        return object instanceof Namespace
                || (object instanceof ConfigMap || object instanceof ServiceAccount)
                        && object.getMetadata().getName().equals("custom-actions-migration");
    }

    private static JsonNode normal(HasMetadata object, String settings) {
        ObjectNode json = MAPPER.valueToTree(object);
        remove(json, OF_TOOLS);
        switch (object.getKind()) {
            case "ConfigMap" -> {
                var metadata = (ObjectNode) json.path("metadata");
                remove(metadata, OF_GENERATED);
                if (metadata.path("name").asText().equals(settings)) {
                    metadata.put("name", "settings");
                }
            }
            case "Deployment", "Job" -> {
                var pod = (ObjectNode) json.at("/spec/template/spec");
                settings(pod).put("name", "settings");
                pod.put("serviceAccountName", "custom-actions");
            }
            default -> {}
        }
        return json;
    }

    private static ObjectNode settings(JsonNode pod) {
        return (ObjectNode) pod.at("/containers/0/envFrom/0/configMapRef");
    }

    /** Wherever they are, with what is empty without them. */
    private static void remove(JsonNode json, List<String> names) {
        if (json instanceof ObjectNode object) {
            object.remove(names);
        }
        json.forEach(child -> remove(child, names));
        if (json instanceof ObjectNode object) {
            object.properties()
                    .removeIf(field ->
                            List.of("labels", "annotations", "metadata").contains(field.getKey())
                                    && field.getValue().isEmpty());
        }
    }
}
