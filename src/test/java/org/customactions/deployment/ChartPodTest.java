package org.customactions.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What values change in the pods of the chart. */
class ChartPodTest {

    private static final String CHECKSUM = "checksum/settings";

    @Test
    void shouldReplacePodsWhenASettingChanges() {
        var before = checksum(Rendering.CHART_NATIVE.rendered());

        assertThat(checksum(Chart.with("settings.CUSTOM_ACTIONS_HISTORY_RETENTION", "30D")))
                .isNotEqualTo(before);
        assertThat(checksum(Chart.with("database.host", "other"))).isNotEqualTo(before);
        assertThat(checksum(Chart.with("autoscaling.maxReplicas", 7))).isEqualTo(before);
    }

    private static String checksum(Rendered rendered) {
        return rendered.service().getMetadata().getAnnotations().get(CHECKSUM);
    }

    @Test
    void shouldSetWhatValuesSay() {
        var rendered = Rendering.CHART_MANAGED_DATABASE.rendered();

        assertThat(rendered.one(ConfigMap.class, "custom-actions").getData())
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry("DB_HOST", "chat.abcdefgh.eu-central-1.rds.amazonaws.com"),
                        Map.entry("DB_PORT", "6432"),
                        Map.entry("DB_NAME", "Chat DB"),
                        Map.entry("DB_SCHEMA", "custom_actions"),
                        Map.entry("DB_SSLMODE", "verify-full"),
                        Map.entry("DB_SSLROOTCERT", "/etc/custom-actions/database/global-bundle.pem"),
                        Map.entry("CUSTOM_ACTIONS_DATABASE_MIGRATE_AT_START", "false"),
                        Map.entry(
                                "MP_JWT_VERIFY_PUBLICKEY_LOCATION",
                                "https://id.example.com/realms/chat/protocol/openid-connect/certs"),
                        Map.entry("MP_JWT_VERIFY_ISSUER", "https://id.example.com/realms/chat"),
                        Map.entry("CUSTOM_ACTIONS_IDENTITY_MANAGER_ROLES", "admin,owner"),
                        Map.entry(
                                "CUSTOM_ACTIONS_IDENTITY_CLAIMS_ROLE",
                                "realm_access/roles,\"https://example.com/roles\""),
                        Map.entry("CUSTOM_ACTIONS_IDENTITY_CLAIMS_ORGANIZATION_NAME", "org"),
                        Map.entry("CUSTOM_ACTIONS_IDENTITY_COOKIE", "access"),
                        Map.entry("CUSTOM_ACTIONS_IDENTITY_CSRF_COOKIE", "csrf"),
                        Map.entry("CUSTOM_ACTIONS_IDENTITY_ORGANIZATION_HEADER", "X-Organization-ID"),
                        // Not 2e+06.
                        Map.entry("CUSTOM_ACTIONS_DIRECTORY_MAX_CONTACTS_PER_ORGANIZATION", "2000000"),
                        Map.entry("CUSTOM_ACTIONS_WEBHOOK_ALLOWED_NETWORKS", "10.20.0.0/16,erp.example.com"),
                        Map.entry("OTEL_TRACES_SAMPLER_ARG", "0.25"),
                        Map.entry("QUARKUS_DATASOURCE_REACTIVE_MAX_SIZE", "8"),
                        Map.entry("CUSTOM_ACTIONS_SCRIPT_PROCESSES", "2")));
    }

    @ParameterizedTest
    @CsvSource({
        "identity.issuer, MP_JWT_VERIFY_ISSUER",
        "settings.CUSTOM_ACTIONS_SCRIPT_PROCESSES, CUSTOM_ACTIONS_SCRIPT_PROCESSES"
    })
    void shouldNotSetWhatIsNull(String value, String variable) {
        assertThat(Chart.with(value, "null")
                        .one(ConfigMap.class, "custom-actions")
                        .getData())
                .doesNotContainKey(variable)
                .containsKey("DB_HOST");
    }

    @Test
    void shouldTakeTheMigrationsCredentialsFromItsOwnSecret() {
        var rendered = Rendering.CHART_MANAGED_DATABASE.rendered();

        assertThat(Rendered.container(rendered.service()).getEnv())
                .extracting(ChartPodTest::source)
                .contains("DB_USERNAME custom-actions-rds user", "DB_PASSWORD custom-actions-rds password");
        assertThat(Rendered.container(rendered.migration()).getEnv())
                .extracting(ChartPodTest::source)
                .containsExactly(
                        "DB_USERNAME custom-actions-rds-owner user", "DB_PASSWORD custom-actions-rds-owner password");
    }

    private static String source(EnvVar variable) {
        var key = variable.getValueFrom().getSecretKeyRef();
        return String.join(" ", variable.getName(), key.getName(), key.getKey());
    }

    @Test
    void shouldTakeCredentialsOfTheDatabaseFromFilesIfItIsTold() throws IOException {
        var rendered = Chart.with("database.credentialsFromFiles", true);

        assertThat(rendered.one(ConfigMap.class, "custom-actions").getData())
                .containsEntry("DB_USERNAME_FILE", "/run/secrets/database/username")
                .containsEntry("DB_PASSWORD_FILE", "/run/secrets/database/password");
        assertThat(rendered.pods()).allSatisfy(pod -> {
            assertThat(pod.getSpec().getSecurityContext().getFsGroup())
                    .isEqualTo(pod.getSpec().getSecurityContext().getRunAsGroup());
            assertThat(Rendered.container(pod).getEnv())
                    .extracting(EnvVar::getName)
                    .doesNotContain("DB_USERNAME", "DB_PASSWORD");
            assertThat(Rendered.container(pod).getVolumeMounts().get(1))
                    .extracting("name", "mountPath", "readOnly")
                    .containsExactly("database-credentials", "/run/secrets/database", true);
            assertThat(pod.getSpec().getVolumes().get(1).getSecret())
                    .extracting("secretName", "defaultMode")
                    .containsExactly("custom-actions-database", 0440);
        });
        assertThat(PodSettings.known())
                .containsAll(rendered.one(ConfigMap.class, "custom-actions")
                        .getData()
                        .keySet());
    }

    @Test
    void shouldMountFilesThatAreNamed() {
        assertThat(Rendering.CHART_MANAGED_DATABASE.rendered().pods()).allSatisfy(pod -> {
            assertThat(Rendered.container(pod).getVolumeMounts())
                    .extracting(mount -> String.join(
                            " ", mount.getName(), mount.getMountPath(), String.valueOf(mount.getReadOnly())))
                    .containsExactly(
                            "tmp /tmp null",
                            "database-authorities /etc/custom-actions/database true",
                            "files-keys /etc/custom-actions/files/keys true");
            assertThat(pod.getSpec().getVolumes().get(1).getConfigMap().getName())
                    .isEqualTo("rds-ca");
            assertThat(pod.getSpec().getVolumes().get(2).getSecret().getSecretName())
                    .isEqualTo("keys-ca");
        });
    }

    @Test
    void shouldGivePodsWhatValuesAddToThem() {
        var rendered = Rendering.CHART_MANAGED_DATABASE.rendered();

        assertThat(rendered.pods()).allSatisfy(pod -> {
            assertThat(pod.getMetadata().getLabels()).containsEntry("team", "chat");
            assertThat(Rendered.container(pod).getImagePullPolicy()).isEqualTo("Always");
            assertThat(pod.getSpec().getImagePullSecrets())
                    .singleElement()
                    .satisfies(secret -> assertThat(secret.getName()).isEqualTo("registry"));
            assertThat(pod.getSpec().getTolerations()).hasSize(1);
            assertThat(pod.getSpec().getNodeSelector()).containsExactly(Map.entry("pool", "chat"));
            assertThat(pod.getSpec().getPriorityClassName()).isEqualTo("chat");
        });
        assertThat(rendered.service().getSpec().getAffinity().getNodeAffinity()).isNotNull();
        assertThat(rendered.service().getMetadata().getAnnotations())
                .containsEntry("linkerd.io/inject", "enabled")
                .containsKey(CHECKSUM);
        assertThat(rendered.migration().getMetadata().getAnnotations()).containsEntry("linkerd.io/inject", "disabled");
    }

    @Test
    void shouldLetPodsStartWithoutAKeyIfItIsOptional() {
        assertThat(Rendered.container(Chart.with("secretsKey.optional", true).service())
                        .getEnv())
                .filteredOn(variable -> variable.getName().equals("CUSTOM_ACTIONS_SECRETS_KEY"))
                .singleElement()
                .satisfies(variable -> assertThat(
                                variable.getValueFrom().getSecretKeyRef().getOptional())
                        .isTrue());
    }

    @Test
    void shouldUseAnAccountThatExists() {
        var rendered = Chart.with("serviceAccount.create", false);

        assertThat(rendered.all(ServiceAccount.class)).isEmpty();
        assertThat(rendered.pods())
                .extracting(pod -> pod.getSpec().getServiceAccountName())
                .containsOnly("default");
    }
}
