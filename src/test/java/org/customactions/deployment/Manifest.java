package org.customactions.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.openshift.api.model.monitoring.v1.PrometheusRule;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Kubernetes resources as typed models, told apart by their {@code apiVersion} and {@code kind}. */
final class Manifest {

    /** All that this deployment is made of; a Secret is not among them. */
    private static final Map<String, Class<? extends HasMetadata>> TYPES = Stream.of(
                    ConfigMap.class,
                    Deployment.class,
                    HorizontalPodAutoscaler.class,
                    HTTPRoute.class,
                    Ingress.class,
                    Job.class,
                    Namespace.class,
                    NetworkPolicy.class,
                    PodDisruptionBudget.class,
                    PrometheusRule.class,
                    Service.class,
                    ServiceAccount.class,
                    ServiceMonitor.class)
            .collect(Collectors.toMap(
                    type -> HasMetadata.getApiVersion(type) + "/" + HasMetadata.getKind(type), type -> type));

    private Manifest() {}

    static List<HasMetadata> parse(String text) throws IOException {
        var resources = new ArrayList<HasMetadata>();
        for (var document : StrictYaml.documents(text)) {
            resources.add(resource(document));
        }
        return resources;
    }

    private static HasMetadata resource(JsonNode document) throws IOException {
        var type = document.path("apiVersion").asText() + "/"
                + document.path("kind").asText();
        assertThat(TYPES).as("kinds of resources").containsKey(type);
        return StrictYaml.convert(withoutDirective(document), TYPES.get(type));
    }

    /** A strategic merge patch may say that the resource is to be deleted. */
    private static JsonNode withoutDirective(JsonNode document) {
        if (document.path("$patch").asText().equals("delete")) {
            ((ObjectNode) document).remove("$patch");
        }
        return document;
    }
}
