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
import java.util.Objects;
import java.util.stream.Stream;
import org.customactions.webhook.WebhookConfiguration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The pods of each rendering: what they may do, how they are asked for their health, how they end. */
class PodTest {

    private static final String RESTRICTED = "restricted";

    @Rendering.Each
    void shouldMeetTheRestrictedPodSecurityStandardWhichTheNamespaceEnforces(Rendering rendering) {
        var rendered = rendering.rendered();

        assertThat(rendered.all(Namespace.class))
                .hasSize(rendering.isChart() ? 0 : 1)
                .allSatisfy(namespace -> assertThat(namespace.getMetadata().getLabels())
                        .containsEntry("pod-security.kubernetes.io/enforce", RESTRICTED));
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
        assertThat(spec.getVolumes())
                .allSatisfy(
                        volume -> assertThat(Stream.of(volume.getEmptyDir(), volume.getSecret(), volume.getConfigMap())
                                        .filter(Objects::nonNull))
                                .hasSize(1));
        var container = Rendered.container(pod).getSecurityContext();
        assertThat(container.getAllowPrivilegeEscalation()).isFalse();
        assertThat(container.getPrivileged()).isNull();
        assertThat(container.getRunAsUser()).isNull();
        assertThat(container.getCapabilities().getDrop()).containsExactly("ALL");
        assertThat(container.getCapabilities().getAdd()).isEmpty();
    }

    @Rendering.Each
    void shouldWriteNowhereButToATemporaryFolder(Rendering rendering) {
        assertThat(rendering.rendered().pods()).allSatisfy(pod -> {
            var container = Rendered.container(pod);
            assertThat(container.getSecurityContext().getReadOnlyRootFilesystem())
                    .isTrue();
            assertThat(container.getVolumeMounts())
                    .filteredOn(mount -> mount.getReadOnly() == null)
                    .singleElement()
                    .satisfies(mount -> assertThat(mount.getMountPath()).isEqualTo("/tmp"))
                    .satisfies(mount -> assertThat(pod.getSpec().getVolumes())
                            .filteredOn(volume -> volume.getEmptyDir() != null)
                            .extracting(Volume::getName)
                            .containsExactly(mount.getName()));
        });
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CHART_MANAGED_DATABASE")
    void shouldHaveNoFilesButTemporaryOnesUnlessTheyAreNamed(Rendering rendering) {
        assertThat(rendering.rendered().pods())
                .flatExtracting(pod -> pod.getSpec().getVolumes())
                .extracting(volume -> ((Volume) volume).getEmptyDir())
                .hasSize(2)
                .doesNotContainNull();
    }

    @Rendering.Each
    void shouldHaveNoTokenForTheKubernetesApi(Rendering rendering) {
        var rendered = rendering.rendered();
        var accounts = rendered.all(ServiceAccount.class);

        assertThat(accounts)
                .hasSize(rendering.isChart() ? 2 : 1)
                .allSatisfy(account ->
                        assertThat(account.getAutomountServiceAccountToken()).isFalse());
        assertThat(rendered.pods()).allSatisfy(pod -> {
            assertThat(accounts)
                    .extracting(account -> account.getMetadata().getName())
                    .contains(pod.getSpec().getServiceAccountName());
            assertThat(pod.getSpec().getAutomountServiceAccountToken()).isFalse();
            assertThat(pod.getSpec().getEnableServiceLinks()).isFalse();
        });
    }

    @Rendering.Each
    void shouldBeAskedForItsHealthOnTheManagementPort(Rendering rendering) {
        var container = Rendered.container(rendering.rendered().service());
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

    @Rendering.Each
    void shouldEndAfterTheWebhooksThatAreUnderWay(Rendering rendering) throws IOException {
        // Given
        var pod = rendering.rendered().service();
        var settings = PodSettings.of(rendering.rendered().environment(pod));
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

    @Rendering.Each
    void shouldSpreadOverZonesAndNodes(Rendering rendering) {
        var deployment = rendering.rendered().one(Deployment.class);

        assertThat(deployment.getSpec().getTemplate().getSpec().getTopologySpreadConstraints())
                .allSatisfy(spread -> assertThat(spread.getLabelSelector())
                        .isEqualTo(deployment.getSpec().getSelector()))
                .extracting("topologyKey")
                .containsExactly("topology.kubernetes.io/zone", "kubernetes.io/hostname");
    }

    @Rendering.Each
    void shouldMigrateByTheSameImageBeforeTheRollout(Rendering rendering) {
        var rendered = rendering.rendered();
        var job = rendered.one(Job.class);
        var migration = Rendered.container(rendered.migration());
        var service = Rendered.container(rendered.service());

        assertThat(migration.getArgs()).containsExactly("migrate");
        assertThat(migration.getImage())
                .isEqualTo(service.getImage())
                .matches("[^:]+:[\\w.-]+")
                .doesNotEndWith(":latest");
        if (rendering.isChart()) {
            assertThat(job.getMetadata().getAnnotations()).containsEntry("helm.sh/hook", "pre-install,pre-upgrade");
        } else {
            assertThat(job.getMetadata().getAnnotations()).containsEntry("argocd.argoproj.io/sync-wave", "1");
            assertThat(rendered.one(Deployment.class).getMetadata().getAnnotations())
                    .containsEntry("argocd.argoproj.io/sync-wave", "2");
        }
        assertThat(rendered.environment(rendered.service()))
                .containsEntry("CUSTOM_ACTIONS_DATABASE_MIGRATE_AT_START", "false");
    }
}
