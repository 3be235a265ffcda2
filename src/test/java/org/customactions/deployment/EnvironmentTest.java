package org.customactions.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.fabric8.kubernetes.api.model.EnvVar;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Collectors;
import org.customactions.database.DatabaseSettings;
import org.customactions.identity.JwtKeys;
import org.junit.jupiter.api.Test;

/** The environment of the pods of each rendering. */
class EnvironmentTest {

    private static final String AUTHORITY = "src/test/resources/helm/authority.pem";

    @Rendering.Each
    void shouldSetOnlyWhatTheServiceReads(Rendering rendering) throws IOException {
        var rendered = rendering.rendered();

        assertThat(PodSettings.known())
                .containsAll(rendered.environment(rendered.service()).keySet())
                .containsAll(rendered.environment(rendered.migration()).keySet());
    }

    @Test
    void shouldTellSettingsFromOtherNames() throws IOException {
        assertThat(PodSettings.known())
                .contains(
                        "DB_HOST",
                        "CUSTOM_ACTIONS_WEBHOOK_TIMEOUT",
                        "QUARKUS_SHUTDOWN_TIMEOUT",
                        "MP_JWT_VERIFY_PUBLICKEY_LOCATION")
                .doesNotContain("CUSTOM_ACTIONS_WEBHOOK_TIME", "DB_USER", "QUARKUS_SHUTDOWN_TIME");
    }

    @Rendering.Each
    void shouldHaveAllThatAStartNeeds(Rendering rendering) throws IOException {
        var rendered = rendering.rendered();
        var service = PodSettings.of(withFiles(rendered.environment(rendered.service())));
        var migration = PodSettings.of(withFiles(rendered.environment(rendered.migration())));

        assertThatNoException().isThrownBy(() -> JwtKeys.check(service));
        assertThatNoException().isThrownBy(() -> DatabaseSettings.check(service));
        assertThatNoException().isThrownBy(() -> DatabaseSettings.check(migration));
    }

    /** A file that is mounted is stood in for by one with a certificate. */
    private static Map<String, String> withFiles(Map<String, String> environment) {
        environment.replaceAll((name, value) -> value.startsWith("/etc/custom-actions/") ? AUTHORITY : value);
        return environment;
    }

    @Rendering.EachOfProduction
    void shouldRequireASecretsKeyButNoPreviousKeys(Rendering rendering) {
        var rendered = rendering.rendered();

        var keys = Rendered.container(rendered.service()).getEnv().stream()
                .filter(variable -> variable.getName().startsWith("CUSTOM_ACTIONS_SECRETS_"))
                .collect(Collectors.toMap(
                        EnvVar::getName, variable -> variable.getValueFrom().getSecretKeyRef()));

        assertThat(keys)
                .containsOnlyKeys("CUSTOM_ACTIONS_SECRETS_KEY", "CUSTOM_ACTIONS_SECRETS_PREVIOUS_KEYS")
                .allSatisfy((name, key) -> assertThat(key.getName()).isEqualTo("custom-actions-secrets"));
        assertThat(keys.get("CUSTOM_ACTIONS_SECRETS_KEY").getKey()).isEqualTo("key");
        assertThat(keys.get("CUSTOM_ACTIONS_SECRETS_KEY").getOptional()).isNull();
        assertThat(keys.get("CUSTOM_ACTIONS_SECRETS_PREVIOUS_KEYS").getKey()).isEqualTo("previous-keys");
        assertThat(keys.get("CUSTOM_ACTIONS_SECRETS_PREVIOUS_KEYS").getOptional())
                .isTrue();
        assertThat(rendered.environment(rendered.migration()))
                .doesNotContainKeys(keys.keySet().toArray(String[]::new));
    }

    @Rendering.Each
    void shouldTakeCredentialsFromSecretsOnly(Rendering rendering) {
        assertThat(rendering.rendered().pods())
                .flatExtracting(pod -> Rendered.container(pod).getEnv())
                .isNotEmpty()
                .allSatisfy(
                        variable -> assertThat(((EnvVar) variable).getValue()).isNull())
                .allSatisfy(variable -> assertThat(((EnvVar) variable)
                                .getValueFrom()
                                .getSecretKeyRef()
                                .getName())
                        .startsWith("custom-actions-"));
    }
}
