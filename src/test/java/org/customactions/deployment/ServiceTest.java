package org.customactions.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Ports, and the labels by which things find each other. */
class ServiceTest {

    @Rendering.Each
    void shouldListenWhereTheApplicationDoes(Rendering rendering) throws IOException {
        // Given
        var pod = rendering.rendered().service();
        var settings = PodSettings.of(rendering.rendered().environment(pod));

        // When
        var ports = Rendered.container(pod).getPorts().stream()
                .collect(Collectors.toMap(ContainerPort::getName, ContainerPort::getContainerPort));

        // Then
        assertThat(ports)
                .isEqualTo(Map.of(
                        "http", settings.getValue("quarkus.http.port", Integer.class),
                        "management", settings.getValue("quarkus.management.port", Integer.class)));
    }

    @Rendering.Each
    void shouldOfferTheApiAndTheManagementApart(Rendering rendering) {
        assertThat(port(rendering, "").getTargetPort().getStrVal()).isEqualTo("http");
        assertThat(port(rendering, "").getPort()).isEqualTo(8080);
        assertThat(port(rendering, "-management").getTargetPort().getStrVal()).isEqualTo("management");
        assertThat(port(rendering, "-management").getPort()).isEqualTo(9000);
    }

    private static ServicePort port(Rendering rendering, String suffix) {
        var ports = rendering
                .rendered()
                .one(Service.class, rendering.rendered().name() + suffix)
                .getSpec()
                .getPorts();
        assertThat(ports).hasSize(1);
        return ports.get(0);
    }

    @Rendering.Each
    void shouldSelectTheServicePodsAndNotTheMigration(Rendering rendering) {
        // Given
        var rendered = rendering.rendered();
        var service = rendered.service().getMetadata().getLabels().entrySet();
        var migration = rendered.migration().getMetadata().getLabels().entrySet();

        // When
        var selectors = rendered.all(Service.class).stream()
                .map(each -> each.getSpec().getSelector())
                .collect(Collectors.toList());
        selectors.add(rendered.one(Deployment.class).getSpec().getSelector().getMatchLabels());

        // Then
        assertThat(selectors).hasSize(3).allSatisfy(selector -> {
            assertThat(service).containsAll(selector.entrySet());
            assertThat(migration.containsAll(selector.entrySet())).isFalse();
        });
    }

    @Rendering.Each
    void shouldBeInOneNamespace(Rendering rendering) {
        var rendered = rendering.rendered();
        var namespace = rendered.one(Deployment.class).getMetadata().getNamespace();

        assertThat(rendered.resources())
                .filteredOn(resource -> !(resource instanceof Namespace))
                .extracting(HasMetadata::getMetadata)
                .allSatisfy(metadata -> assertThat(metadata.getNamespace()).isEqualTo(namespace));
        // Helm makes the namespace itself, or finds it.
        assertThat(rendered.all(Namespace.class))
                .extracting(each -> each.getMetadata().getName())
                .isEqualTo(rendering.isChart() ? List.of() : List.of(namespace));
    }
}
