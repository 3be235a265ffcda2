package org.customactions.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * What a cluster is given: the chart, or a kustomization as {@code kustomize} or {@code kubectl kustomize} renders it.
 *
 * @param title says in a failure which one it is
 * @param name that its objects have or begin with
 */
record Rendered(String title, String name, List<HasMetadata> resources) {

    static final Path KUBERNETES = Path.of("deployment/kubernetes");

    private static final String NAME = "custom-actions";
    private static final Map<Path, Rendered> KNOWN = new ConcurrentHashMap<>();
    private static final String SKIPPED =
            "Neither kustomize nor kubectl is installed: what the overlays render to is not tested";
    private static final Optional<List<String>> COMMAND = kustomize();

    static {
        if (COMMAND.isEmpty()) {
            System.err.println(SKIPPED);
        }
    }

    /** Skips the test, with the reason, on a machine that has neither program. */
    static Rendered overlay(String name) {
        return of(KUBERNETES.resolve("overlays").resolve(name));
    }

    static Rendered of(Path folder) {
        assumeThat(COMMAND).as(SKIPPED).isPresent();
        return KNOWN.computeIfAbsent(folder, missing -> render(COMMAND.orElseThrow(), missing));
    }

    private static Optional<List<String>> kustomize() {
        return Stream.of(List.of("kustomize", "build"), List.of("kubectl", "kustomize"))
                .filter(command -> Stream.of(System.getenv("PATH").split(":"))
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, command.get(0)))))
                .findFirst();
    }

    private static Rendered render(List<String> command, Path folder) {
        try {
            var errors = Files.createTempFile("kustomize", ".txt");
            var process = new ProcessBuilder(Stream.concat(command.stream(), Stream.of(folder.toString()))
                            .toList())
                    .redirectError(errors.toFile())
                    .start();
            var output = new String(process.getInputStream().readAllBytes());
            assertThat(process.waitFor())
                    .as("%s of %s: %s", command, folder, Files.readString(errors))
                    .isZero();
            Files.delete(errors);
            return new Rendered(folder.toString(), NAME, Manifest.parse(output));
        } catch (IOException e) {
            throw new AssertionError(folder + " does not render to what it should", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    <T extends HasMetadata> List<T> all(Class<T> type) {
        return resources.stream().filter(type::isInstance).map(type::cast).toList();
    }

    <T extends HasMetadata> T one(Class<T> type) {
        var found = all(type);
        assertThat(found).as("%s of %s", type.getSimpleName(), title).hasSize(1);
        return found.get(0);
    }

    <T extends HasMetadata> T one(Class<T> type, String name) {
        return all(type).stream()
                .filter(resource -> resource.getMetadata().getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("%s has no %s %s".formatted(title, type.getSimpleName(), name)));
    }

    PodTemplateSpec service() {
        return one(Deployment.class).getSpec().getTemplate();
    }

    PodTemplateSpec migration() {
        return one(Job.class).getSpec().getTemplate();
    }

    List<PodTemplateSpec> pods() {
        return List.of(service(), migration());
    }

    static Container container(PodTemplateSpec pod) {
        assertThat(pod.getSpec().getContainers()).hasSize(1);
        return pod.getSpec().getContainers().get(0);
    }

    /** The environment of a pod's container; what comes from a Secret is stood in for by text that is long enough. */
    Map<String, String> environment(PodTemplateSpec pod) {
        var environment = new LinkedHashMap<String, String>();
        container(pod)
                .getEnvFrom()
                .forEach(source -> environment.putAll(
                        one(ConfigMap.class, source.getConfigMapRef().getName()).getData()));
        container(pod).getEnv().forEach(variable -> environment.put(variable.getName(), "x".repeat(32)));
        return environment;
    }
}
