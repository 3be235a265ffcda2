package org.customactions.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.customactions.webhook.WebhookConfiguration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pods of each overlay: what they may do, how they are asked for their health, how they end. */
class PodTest {

    private static final String RESTRICTED = "restricted";

    @ParameterizedTest
    @ValueSource(strings = {"development", "production-native", "production-jvm"})
    void shouldMeetTheRestrictedPodSecurityStandardWhichTheNamespaceEnforces(String overlay) {
        var rendered = Rendered.overlay(overlay);

        assertThat(rendered.one(Namespace.class).getMetadata().getLabels())
                .containsEntry("pod-security.kubernetes.io/enforce", RESTRICTED);
        assertThat(rendered.pods()).allSatisfy(PodTest::isRestricted);
    }

    private static void isRestricted(PodTemplateSpec pod) {
        var spec = pod.getSpec();
        var security = spec.getSecurityContext();
        assertThat(security.getRunAsNonRoot()).isTrue();
        assertThat(security.getRunAsUser()).isPositive();
        assertThat(security.getRunAsGroup()).isPositive();
        assertThat(security.getSeccompProfile().getType()).isEqualTo("RuntimeDefault");
        assertThat(spec.getHostNetwork()).isNull();
        assertThat(spec.getHostPID()).isNull();
        assertThat(spec.getHostIPC()).isNull();
        assertThat(spec.getInitContainers()).isEmpty();
        assertThat(spec.getVolumes()).extracting(Volume::getEmptyDir).doesNotContainNull();
        var container = Rendered.container(pod).getSecurityContext();
        assertThat(container.getAllowPrivilegeEscalation()).isFalse();
        assertThat(container.getPrivileged()).isNull();
        assertThat(container.getRunAsUser()).isNull();
        assertThat(container.getCapabilities().getDrop()).containsExactly("ALL");
        assertThat(container.getCapabilities().getAdd()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"development", "production-native", "production-jvm"})
    void shouldWriteNowhereButToATemporaryFolder(String overlay) {
        assertThat(Rendered.overlay(overlay).pods()).allSatisfy(pod -> {
            var container = Rendered.container(pod);
            assertThat(container.getSecurityContext().getReadOnlyRootFilesystem())
                    .isTrue();
            assertThat(container.getVolumeMounts())
                    .singleElement()
                    .satisfies(mount -> assertThat(mount.getMountPath()).isEqualTo("/tmp"))
                    .satisfies(mount -> assertThat(
                                    pod.getSpec().getVolumes().get(0).getName())
                            .isEqualTo(mount.getName()));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"development", "production-native", "production-jvm"})
    void shouldHaveNoTokenForTheKubernetesApi(String overlay) {
        var rendered = Rendered.overlay(overlay);
        var account = rendered.one(ServiceAccount.class);

        assertThat(account.getAutomountServiceAccountToken()).isFalse();
        assertThat(rendered.pods()).allSatisfy(pod -> {
            assertThat(pod.getSpec().getServiceAccountName())
                    .isEqualTo(account.getMetadata().getName());
            assertThat(pod.getSpec().getAutomountServiceAccountToken()).isFalse();
            assertThat(pod.getSpec().getEnableServiceLinks()).isFalse();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"development", "production-native", "production-jvm"})
    void shouldBeAskedForItsHealthOnTheManagementPort(String overlay) {
        var container = Rendered.container(Rendered.overlay(overlay).service());
        var probes = Map.of(
                "started", container.getStartupProbe(),
                "live", container.getLivenessProbe(),
                "ready", container.getReadinessProbe());

        assertThat(probes).allSatisfy((name, probe) -> {
            assertThat(probe.getHttpGet().getPath()).isEqualTo("/q/health/" + name);
            assertThat(probe.getHttpGet().getPort().getStrVal()).isEqualTo("management");
        });
        assertThat(probes.values()).extracting(Probe::getTimeoutSeconds).allMatch(seconds -> seconds >= 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"development", "production-native", "production-jvm"})
    void shouldEndAfterTheWebhooksThatAreUnderWay(String overlay) throws IOException {
        // Given
        var pod = Rendered.overlay(overlay).service();
        var settings = PodSettings.of(Rendered.overlay(overlay).environment(pod));
        var preStop = Duration.ofSeconds(
                Rendered.container(pod).getLifecycle().getPreStop().getSleep().getSeconds());

        // When
        var shutdown = settings.getValue("quarkus.shutdown.timeout", Duration.class);
        var webhook = settings.getConfigMapping(WebhookConfiguration.class).timeout();

        // Then
        assertThat(preStop).isPositive();
        assertThat(shutdown).isGreaterThan(webhook).isGreaterThan(Duration.ofSeconds(60));
        assertThat(Duration.ofSeconds(pod.getSpec().getTerminationGracePeriodSeconds()))
                .isGreaterThan(preStop.plus(shutdown));
    }

    @ParameterizedTest
    @ValueSource(strings = {"development", "production-native", "production-jvm"})
    void shouldSpreadOverZonesAndNodes(String overlay) {
        var deployment = Rendered.overlay(overlay).one(Deployment.class);

        assertThat(deployment.getSpec().getTemplate().getSpec().getTopologySpreadConstraints())
                .allSatisfy(spread -> assertThat(spread.getLabelSelector())
                        .isEqualTo(deployment.getSpec().getSelector()))
                .extracting("topologyKey")
                .containsExactly("topology.kubernetes.io/zone", "kubernetes.io/hostname");
    }

    @ParameterizedTest
    @ValueSource(strings = {"development", "production-native", "production-jvm"})
    void shouldMigrateByTheSameImageBeforeTheRollout(String overlay) {
        var rendered = Rendered.overlay(overlay);
        var job = rendered.one(Job.class);
        var migration = Rendered.container(rendered.migration());
        var service = Rendered.container(rendered.service());

        assertThat(migration.getArgs()).containsExactly("migrate");
        assertThat(migration.getImage())
                .isEqualTo(service.getImage())
                .matches("[^:]+:[\\w.-]+")
                .doesNotEndWith(":latest");
        assertThat(job.getMetadata().getAnnotations()).containsEntry("argocd.argoproj.io/sync-wave", "1");
        assertThat(rendered.one(Deployment.class).getMetadata().getAnnotations())
                .containsEntry("argocd.argoproj.io/sync-wave", "2");
        assertThat(rendered.environment(rendered.service()))
                .containsEntry("CUSTOM_ACTIONS_DATABASE_MIGRATE_AT_START", "false");
    }
}
