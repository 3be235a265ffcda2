package org.customactions.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.customactions.database.DatabaseSettings;
import org.junit.jupiter.api.Test;

/** The components that overlays may add for the database, in production. */
class DatabaseComponentsTest {

    private static final Path FOLDER = Path.of("target/kubernetes-with-database");

    @Test
    void shouldCheckTheCertificateInBothPods() throws IOException {
        for (var pod : with("database-tls").pods()) {
            assertThat(settings(with("database-tls"), pod))
                    .containsEntry("DB_SSLMODE", "verify-full")
                    .containsEntry("DB_SSLROOTCERT", mounted(pod, "database-authorities") + "/ca.pem");
            assertThat(pod.getSpec().getVolumes())
                    .anyMatch(volume -> volume.getConfigMap() != null
                            && volume.getConfigMap().getName().equals("custom-actions-database-authorities"));
        }
    }

    @Test
    void shouldTakeCredentialsFromFilesInBothPods() throws IOException {
        for (var pod : with("database-credentials-from-files").pods()) {
            var settings = settings(with("database-credentials-from-files"), pod);

            assertThat(settings)
                    .containsEntry("DB_USERNAME_FILE", mounted(pod, "database-credentials") + "/username")
                    .containsEntry("DB_PASSWORD_FILE", mounted(pod, "database-credentials") + "/password");
            assertThat(PodSettings.known()).containsAll(settings.keySet());
            assertThat(Rendered.container(pod).getEnv())
                    .filteredOn(variable -> variable.getName().matches("DB_(USERNAME|PASSWORD)"))
                    .hasSize(2)
                    .allSatisfy(variable -> assertThat(variable.getValue()).isEmpty())
                    .allSatisfy(variable -> assertThat(variable.getValueFrom()).isNull());
            assertThat(pod.getSpec().getSecurityContext().getFsGroup())
                    .isEqualTo(pod.getSpec().getSecurityContext().getRunAsGroup());
        }
    }

    @Test
    void shouldHaveAllThatAStartNeeds() throws IOException {
        var rendered = with("database-credentials-from-files");
        var file = Files.writeString(FOLDER.resolve("credential"), "somebody\n").toString();

        for (var pod : rendered.pods()) {
            var settings = PodSettings.of(settings(rendered, pod).entrySet().stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey,
                            setting -> setting.getKey().endsWith("_FILE") ? file : setting.getValue())));

            assertThatNoException().isThrownBy(() -> DatabaseSettings.check(settings));
            assertThat(settings.getValue("quarkus.datasource.username", String.class))
                    .isEqualTo("somebody");
        }
    }

    private static Rendered with(String component) throws IOException {
        var folder = Files.createDirectories(FOLDER.resolve(component));
        var file = folder.resolve("kustomization.yaml");
        if (Files.notExists(file)) {
            Files.writeString(file, """
                    apiVersion: kustomize.config.k8s.io/v1beta1
                    kind: Kustomization
                    namespace: custom-actions
                    resources:
                      - ../../../deployment/kubernetes/production
                    components:
                      - ../../../deployment/kubernetes/components/%s
                    """.formatted(component));
        }
        return Rendered.of(folder);
    }

    private static Map<String, String> settings(Rendered rendered, PodTemplateSpec pod) {
        return rendered.one(
                        ConfigMap.class,
                        Rendered.container(pod)
                                .getEnvFrom()
                                .get(0)
                                .getConfigMapRef()
                                .getName())
                .getData();
    }

    private static String mounted(PodTemplateSpec pod, String volume) {
        return Rendered.container(pod).getVolumeMounts().stream()
                .filter(mount -> mount.getName().equals(volume))
                .findFirst()
                .orElseThrow()
                .getMountPath();
    }
}
