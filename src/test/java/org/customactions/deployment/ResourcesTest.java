package org.customactions.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.io.IOException;
import java.util.Map;
import org.customactions.script.ScriptConfiguration;

/** Memory, replicas and database connections of each rendering. */
class ResourcesTest {

    private static final long MEBIBYTE = 1 << 20;

    /** Heap that a script process has besides {@code custom-actions.script.max-memory}. */
    private static final long ENGINE_HEAP = 64 * MEBIBYTE;

    /** PostgreSQL's default for {@code max_connections}, without those that are kept for superusers. */
    private static final int CONNECTIONS = 100 - 3;

    /** What takes memory in a container besides heap and buffers: in the service, and in each script process. */
    private record Footprint(String dockerfile, String heapPercentage, long service, long script) {

        static Footprint of(Rendering rendering) {
            return rendering.isNative()
                    ? new Footprint("Dockerfile.native", "-XX:MaximumHeapSizePercent", 130 * MEBIBYTE, 30 * MEBIBYTE)
                    : new Footprint("Dockerfile.jvm", "-XX:MaxRAMPercentage", 160 * MEBIBYTE, 130 * MEBIBYTE);
        }

        /** All that the service may come to in a container with this memory. */
        long service(long memory) throws IOException {
            var image = Dockerfile.read(dockerfile);
            return memory * image.argument(heapPercentage).orElseThrow() / 100
                    + image.argument("-XX:MaxDirectMemorySize").orElseThrow() * MEBIBYTE
                    + service;
        }
    }

    @Rendering.Each
    void shouldHaveMemoryForTheServiceAndItsScriptProcesses(Rendering rendering) throws IOException {
        // Given
        var pod = rendering.rendered().service();
        var container = Rendered.container(pod);
        var limit = bytes(container.getResources().getLimits());
        var footprint = Footprint.of(rendering);
        var environment = rendering.rendered().environment(pod);
        var scripts = PodSettings.of(environment).getConfigMapping(ScriptConfiguration.class);

        // When
        var needed = footprint.service(limit)
                + scripts.processes().orElseThrow()
                        * (ENGINE_HEAP + scripts.maxMemory().asLongValue() + footprint.script());

        // Then
        assertThat(needed).isLessThanOrEqualTo(limit).isGreaterThan(limit / 2);
    }

    @Rendering.EachOfProduction
    void shouldReserveTheMemoryThatItMayUse(Rendering rendering) {
        assertThat(rendering.rendered().pods()).allSatisfy(pod -> {
            var resources = Rendered.container(pod).getResources();
            assertThat(bytes(resources.getRequests())).isEqualTo(bytes(resources.getLimits()));
            assertThat(resources.getRequests()).containsKey("cpu");
        });
    }

    private static long bytes(Map<String, Quantity> resources) {
        return Quantity.getAmountInBytes(resources.get("memory")).longValueExact();
    }

    @Rendering.EachOfProduction
    void shouldKeepReplicasThatTheDisruptionBudgetAllowsToTake(Rendering rendering) {
        var rendered = rendering.rendered();
        var deployment = rendered.one(Deployment.class);
        var scaling = rendered.one(HorizontalPodAutoscaler.class).getSpec();
        var budget = rendered.one(PodDisruptionBudget.class).getSpec();

        assertThat(deployment.getSpec().getReplicas()).isNull();
        assertThat(scaling.getScaleTargetRef().getKind()).isEqualTo("Deployment");
        assertThat(scaling.getScaleTargetRef().getName())
                .isEqualTo(deployment.getMetadata().getName());
        assertThat(scaling.getMaxReplicas()).isGreaterThan(scaling.getMinReplicas());
        assertThat(budget.getSelector()).isEqualTo(deployment.getSpec().getSelector());
        assertThat(budget.getMaxUnavailable().getIntVal()).isBetween(1, scaling.getMinReplicas() - 1);
    }

    @Rendering.EachOfProduction
    void shouldLeavePostgresqlConnectionsWhenAllReplicasAreThere(Rendering rendering) throws IOException {
        // Given
        var rendered = rendering.rendered();
        var settings = PodSettings.of(rendered.environment(rendered.service()));
        var rollout = rendered.one(Deployment.class).getSpec().getStrategy().getRollingUpdate();
        var replicas = rendered.one(HorizontalPodAutoscaler.class).getSpec().getMaxReplicas()
                + rollout.getMaxSurge().getIntVal();

        // When
        var connections = replicas * settings.getValue("quarkus.datasource.reactive.max-size", Integer.class)
                + settings.getValue("quarkus.datasource.jdbc.max-size", Integer.class);

        // Then
        assertThat(connections).isLessThan(CONNECTIONS);
    }

    @Rendering.EachOfDevelopment
    void shouldRunOneReplicaInDevelopment(Rendering rendering) {
        var rendered = rendering.rendered();

        assertThat(rendered.one(Deployment.class).getSpec().getReplicas()).isEqualTo(1);
        assertThat(rendered.all(HorizontalPodAutoscaler.class)).isEmpty();
        assertThat(rendered.all(PodDisruptionBudget.class)).isEmpty();
    }
}
