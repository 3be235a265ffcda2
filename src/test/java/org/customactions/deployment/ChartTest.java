package org.customactions.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is the chart's own: hooks, the replacement of pods, refusals, and what it says. */
class ChartTest {

    private static final String CHECKSUM = "checksum/settings";
    private static final List<Path> SHARED = Stream.of(
                    "base/network-policy.yaml",
                    "components/monitoring/dashboard.json",
                    "components/monitoring/prometheus-rule.yaml")
            .map(Rendered.KUBERNETES::resolve)
            .toList();

    @Test
    void shouldBeWithoutFaultForHelm() {
        var lint = Chart.lint();

        assertThat(lint.isFailed()).isFalse();
        assertThat(lint.getMessages()).containsExactly("[INFO] Chart.yaml: icon is recommended");
    }

    @Test
    void shouldBeOfTheVersionOfTheService() throws IOException {
        var version = Files.readString(Path.of("pom.xml")).replaceAll("(?s).*?<version>([^<]+?)(-SNAPSHOT)?</.*", "$1");

        assertThat(Files.readAllLines(Chart.FOLDER.resolve("Chart.yaml")))
                .contains("version: " + version, "appVersion: " + version);
        assertThat(Rendered.container(Rendering.CHART_NATIVE.rendered().service())
                        .getImage())
                .endsWith(":" + version + "-native");
    }

    /** Helm reads only what is in the chart, and Flux leaves out links. */
    @Test
    void shouldHoldCopiesOfWhatItSharesWithKustomize() throws IOException {
        for (var original : SHARED) {
            var copy = Chart.FOLDER.resolve("files").resolve(original.getFileName());

            assertThat(copy).as("cp %s %s", original, copy).hasSameTextualContentAs(original);
        }
        try (var files = Files.list(Chart.FOLDER.resolve("files"))) {
            assertThat(files).hasSameSizeAs(SHARED);
        }
    }

    @Test
    void shouldBeTheSameAsAPackage(@TempDir Path folder) {
        assertThat(Chart.text(Chart.packaged(folder)))
                .isEqualTo(Chart.text(Chart.FOLDER))
                .contains("CustomActionsDown", "Executions by type", "192.168.0.0/16");
    }

    @Rendering.EachChart
    void shouldMakeWhatTheMigrationNeedsBeforeIt(Rendering rendering) {
        // Given
        var rendered = rendering.rendered();
        var name = rendered.name() + "-migration";
        var needed = Stream.of(ConfigMap.class, ServiceAccount.class, NetworkPolicy.class)
                .map(type -> rendered.one(type, name))
                .toList();

        // When
        var migration = rendered.migration().getSpec();

        // Then
        assertThat(migration.getServiceAccountName()).isEqualTo(name);
        assertThat(migration.getContainers().get(0).getEnvFrom())
                .singleElement()
                .satisfies(
                        source -> assertThat(source.getConfigMapRef().getName()).isEqualTo(name));
        assertThat(needed)
                .allSatisfy(object -> assertThat(annotations(object))
                        .containsEntry("helm.sh/hook", "pre-install,pre-upgrade")
                        .containsEntry("helm.sh/hook-weight", "-1")
                        .containsEntry("helm.sh/hook-delete-policy", "before-hook-creation,hook-succeeded"));
        // Not deleted when it is done, so that its log can be read.
        assertThat(annotations(rendered.one(Job.class)))
                .containsEntry("helm.sh/hook-weight", "0")
                .containsEntry("helm.sh/hook-delete-policy", "before-hook-creation");
        assertThat(rendered.resources())
                .filteredOn(object -> annotations(object).containsKey("helm.sh/hook"))
                .hasSize(needed.size() + 1);
        assertThat(rendered.one(ConfigMap.class, name).getData())
                .isEqualTo(rendered.one(ConfigMap.class, rendered.name()).getData());
    }

    private static Map<String, String> annotations(HasMetadata object) {
        return object.getMetadata().getAnnotations();
    }

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
                .extracting(ChartTest::source)
                .contains("DB_USERNAME custom-actions-rds user", "DB_PASSWORD custom-actions-rds password");
        assertThat(Rendered.container(rendered.migration()).getEnv())
                .extracting(ChartTest::source)
                .containsExactly(
                        "DB_USERNAME custom-actions-rds-owner user", "DB_PASSWORD custom-actions-rds-owner password");
    }

    private static String source(EnvVar variable) {
        var key = variable.getValueFrom().getSecretKeyRef();
        return String.join(" ", variable.getName(), key.getName(), key.getKey());
    }

    @Test
    void shouldMountFilesThatAreNamed() {
        assertThat(Rendering.CHART_MANAGED_DATABASE.rendered().pods()).allSatisfy(pod -> {
            assertThat(Rendered.container(pod).getVolumeMounts())
                    .extracting(mount -> String.join(
                            " ", mount.getName(), mount.getMountPath(), String.valueOf(mount.getReadOnly())))
                    .containsExactly(
                            "tmp /tmp null",
                            "database /etc/custom-actions/database true",
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
    void shouldHaveNoDisruptionBudgetForASingleReplica() {
        assertThat(Chart.with("autoscaling.minReplicas", 1).all(PodDisruptionBudget.class))
                .isEmpty();
        assertThat(Chart.with("autoscaling.enabled", false).one(Deployment.class))
                .satisfies(deployment ->
                        assertThat(deployment.getSpec().getReplicas()).isEqualTo(2));
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
    void shouldHaveNoPolicyIfItIsNotWanted() {
        assertThat(Chart.with("networkPolicy.enabled", false).all(NetworkPolicy.class))
                .isEmpty();
    }

    /** A name of Helm's has 53 characters at most, one of a Service or a label's value 63. */
    @Test
    void shouldShortenNamesThatWouldBeTooLong() {
        assertThat(Chart.rendered("production-native", "a".repeat(53), "chat").resources())
                .extracting(HasMetadata::getMetadata)
                .allSatisfy(metadata -> assertThat(metadata.getName()).hasSizeLessThanOrEqualTo(63))
                .allSatisfy(metadata -> assertThat(metadata.getLabels().values())
                        .allSatisfy(label -> assertThat(label).hasSizeLessThanOrEqualTo(63)));
    }

    @Test
    void shouldUseAnAccountThatExists() {
        var rendered = Chart.with("serviceAccount.create", false);

        assertThat(rendered.all(ServiceAccount.class)).isEmpty();
        assertThat(rendered.pods())
                .extracting(pod -> pod.getSpec().getServiceAccountName())
                .containsOnly("default");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            databse.host                               | x    | additional properties 'databse' not allowed
            database.hots                              | x    | at '/database': additional properties 'hots' not allowed
            database.port                              | x    | at '/database/port': got string, want integer
            database.port                              | 0    | at '/database/port': minimum: got 0, want 1
            database.sslMode                           | on   | at '/database/sslMode': value must be one of
            image.kind                                 | java | at '/image/kind': value must be one of
            settings.HISTORY_RETENTION                 | 30D  | invalid propertyName 'HISTORY_RETENTION'
            settings.DB_PASSWORD                       | x    | Take DB_PASSWORD out of settings: credentials come from Secrets
            settings.CUSTOM_ACTIONS_SECRETS_KEY        | x    | Take CUSTOM_ACTIONS_SECRETS_KEY out of settings
            settings.CUSTOM_ACTIONS_JWT_SECRET         | x    | Take CUSTOM_ACTIONS_JWT_SECRET out of settings
            settings.DB_HOST                           | x    | Take DB_HOST out of settings: it has a value of its own
            settings.MP_JWT_VERIFY_ISSUER              | x    | Take MP_JWT_VERIFY_ISSUER out of settings
            podLabels.app\\.kubernetes\\.io/component  | x    | invalid propertyName 'app.kubernetes.io/component'
            image.repository                           | ''   | Set image.repository to the place of your image
            database.host                              | ''   | Set database.host to the host name of PostgreSQL
            database.existingSecret                    | ''   | Set database.existingSecret to the Secret
            database.rootCertificate.existingSecret    | ca   | Set database.sslMode to verify-full or verify-ca
            identity.publicKeyLocation                 | ''   | Set identity.publicKeyLocation or identity.sharedSecret
            identity.sharedSecret.existingSecret       | x    | Set only one of identity.publicKeyLocation and
            identity.cookie                            | x    | Set identity.csrfCookie
            httpRoute.hostnames                        | null | Set httpRoute.hostnames
            ingress.enabled                            | true | Set ingress.host
            autoscaling.minReplicas                    | 7    | Set autoscaling.maxReplicas to at least
            """)
    void shouldSayWhatIsWrongWithAValue(String value, String is, String sentence) {
        Chart.assumeHelm();

        assertThatThrownBy(() -> Chart.with(value, typed(is))).hasMessageContaining(sentence);
    }

    private static Object typed(String text) {
        return switch (text) {
            case "0", "7" -> Integer.valueOf(text);
            case "true" -> true;
            default -> text;
        };
    }

    @Test
    void shouldSayWhatIsNextAndNoWarningWithoutACause() {
        var notes = Chart.notes("production-native", Map.of());

        assertThat(notes)
                .contains("kubectl -n chat rollout status deployment/chat-custom-actions")
                .contains("https://custom-actions.example.com/console/")
                .doesNotContain("WARNING");
    }

    @Test
    void shouldWarnOfWhatIsLessSafe() {
        var notes = Chart.notes("managed-database", Map.of("identity.issuer", "", "secretsKey.existingSecret", ""));

        assertThat(notes)
                .contains("WARNING: identity.issuer and identity.audiences are empty")
                .contains("WARNING: secretsKey.existingSecret is empty");
    }
}
