package org.customactions.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.customactions.script.ScriptConfiguration;
import org.customactions.webhook.WebhookConfiguration;
import org.junit.jupiter.api.Test;

/** What of the service a gateway exposes. */
class RouteTest {

    private static final List<String> EXPOSED =
            List.of("/api/custom-actions", "/api/contacts", "/api/secrets", "/embed", "/console", "/assets");
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Pattern RESOURCE = Pattern.compile("(?m)^@Path\\(\"(/api/[^\"]*)\"\\)");

    @Rendering.EachOfUsualProduction
    void shouldExposeTheApiByAHttpRoute(Rendering rendering) {
        var rendered = rendering.rendered();
        var rules = rendered.one(HTTPRoute.class).getSpec().getRules();

        assertThat(rules).singleElement().satisfies(rule -> {
            assertThat(rule.getMatches())
                    .extracting(match ->
                            match.getPath().getType() + " " + match.getPath().getValue())
                    .containsExactlyElementsOf(
                            EXPOSED.stream().map("PathPrefix "::concat).toList());
            assertThat(rule.getBackendRefs())
                    .singleElement()
                    .satisfies(backend -> assertThat(
                                    port(rendered, backend.getName()).getPort())
                            .isEqualTo(backend.getPort()));
        });
        assertThat(rendered.one(HTTPRoute.class).getSpec().getHostnames()).hasSize(1);
        assertThat(rendered.all(Ingress.class)).isEmpty();
    }

    @Test
    void shouldExposeTheSameByAnIngress() throws IOException {
        exposesTheSameByAnIngress(Rendered.of(withIngress()));
    }

    @Test
    void shouldExposeTheSameByAnIngressOfTheChart() {
        exposesTheSameByAnIngress(Rendering.CHART_MANAGED_DATABASE.rendered());
    }

    private static void exposesTheSameByAnIngress(Rendered rendered) {
        var ingress = rendered.one(Ingress.class).getSpec();

        assertThat(ingress.getDefaultBackend()).isNull();
        assertThat(ingress.getRules()).singleElement().satisfies(rule -> {
            assertThat(ingress.getTls().get(0).getHosts()).containsExactly(rule.getHost());
            assertThat(rule.getHttp().getPaths())
                    .extracting(path -> path.getPathType() + " " + path.getPath())
                    .containsExactlyElementsOf(
                            EXPOSED.stream().map("Prefix "::concat).toList());
            assertThat(rule.getHttp().getPaths())
                    .extracting(path -> path.getBackend().getService())
                    .allSatisfy(backend -> assertThat(
                                    port(rendered, backend.getName()).getName())
                            .isEqualTo(backend.getPort().getName()));
        });
    }

    /** The base and the component, which no overlay puts together. */
    private static Path withIngress() throws IOException {
        var folder = Files.createDirectories(Path.of("target/kustomize-ingress"));
        Files.writeString(folder.resolve("kustomization.yaml"), """
                apiVersion: kustomize.config.k8s.io/v1beta1
                kind: Kustomization
                resources:
                  - ../../deployment/kubernetes/base
                components:
                  - ../../deployment/kubernetes/components/ingress
                """);
        return folder;
    }

    private static ServicePort port(Rendered rendered, String service) {
        assertThat(service).isEqualTo(rendered.name());
        return rendered.one(Service.class, service).getSpec().getPorts().get(0);
    }

    @Test
    void shouldReachEveryResourceOfTheService() throws IOException {
        // Given
        Stream<String> paths;
        try (var files = Files.walk(SOURCES)) {
            paths = files.filter(Files::isRegularFile).flatMap(RouteTest::resources).toList().stream();
        }

        // When
        var unreachable = paths.filter(path ->
                        EXPOSED.stream().noneMatch(prefix -> path.equals(prefix) || path.startsWith(prefix + "/")))
                .toList();

        // Then
        assertThat(unreachable).isEmpty();
        assertThat(resources(SOURCES.resolve("org/customactions/directory/ContactResource.java")))
                .containsExactly("/api/contacts");
    }

    private static Stream<String> resources(Path source) {
        try {
            return RESOURCE.matcher(Files.readString(source)).results().map(path -> path.group(1));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Rendering.EachOfUsualProduction
    void shouldWaitForTheLongestAnswer(Rendering rendering) throws IOException {
        // Given
        var rendered = rendering.rendered();
        var settings = PodSettings.of(rendered.environment(rendered.service()));
        var scripts = settings.getConfigMapping(ScriptConfiguration.class);

        // When
        var patience = rendered.one(HTTPRoute.class)
                .getSpec()
                .getRules()
                .get(0)
                .getTimeouts()
                .getRequest();

        // Then
        assertThat(Duration.parse("PT" + patience))
                .isGreaterThan(scripts.maxWait().plus(scripts.timeout()))
                .isGreaterThan(
                        settings.getConfigMapping(WebhookConfiguration.class).timeout());
    }

    @Rendering.EachOfDevelopment
    void shouldExposeNothingInDevelopment(Rendering rendering) {
        assertThat(rendering.rendered().all(HTTPRoute.class)).isEmpty();
        assertThat(rendering.rendered().all(Ingress.class)).isEmpty();
    }
}
