package org.customactions.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ports, and the labels by which things find each other. */
class ServiceTest {

    @ParameterizedTest
    @ValueSource(strings = {"development", "production-native", "production-jvm"})
    void shouldListenWhereTheApplicationDoes(String overlay) throws IOException {
        // Given
        var pod = Rendered.overlay(overlay).service();
        var settings = PodSettings.of(Rendered.overlay(overlay).environment(pod));

        // When
        var ports = Rendered.container(pod).getPorts().stream()
                .collect(Collectors.toMap(ContainerPort::getName, ContainerPort::getContainerPort));

        // Then
        assertThat(ports)
                .isEqualTo(Map.of(
                        "http", settings.getValue("quarkus.http.port", Integer.class),
                        "management", settings.getValue("quarkus.management.port", Integer.class)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"development", "production-native", "production-jvm"})
    void shouldOfferTheApiAndTheManagementApart(String overlay) {
        assertThat(port(overlay, "custom-actions").getTargetPort().getStrVal()).isEqualTo("http");
        assertThat(port(overlay, "custom-actions").getPort()).isEqualTo(8080);
        assertThat(port(overlay, "custom-actions-management").getTargetPort().getStrVal())
                .isEqualTo("management");
        assertThat(port(overlay, "custom-actions-management").getPort()).isEqualTo(9000);
    }

    private static ServicePort port(String overlay, String service) {
        var ports =
                Rendered.overlay(overlay).one(Service.class, service).getSpec().getPorts();
        assertThat(ports).hasSize(1);
        return ports.get(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"development", "production-native", "production-jvm"})
    void shouldSelectTheServicePodsAndNotTheMigration(String overlay) {
        // Given
        var rendered = Rendered.overlay(overlay);
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

    @ParameterizedTest
    @ValueSource(strings = {"development", "production-native", "production-jvm"})
    void shouldBeInOneNamespaceThatItBrings(String overlay) {
        var rendered = Rendered.overlay(overlay);
        var namespace = rendered.one(Namespace.class).getMetadata().getName();

        assertThat(rendered.resources())
                .filteredOn(resource -> !(resource instanceof Namespace))
                .extracting(HasMetadata::getMetadata)
                .allSatisfy(metadata -> assertThat(metadata.getNamespace()).isEqualTo(namespace));
    }
}
