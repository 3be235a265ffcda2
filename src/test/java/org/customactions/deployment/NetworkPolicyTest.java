package org.customactions.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyEgressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkPolicyTest {

    private static final Path ADDRESS_POLICY = Path.of("src/main/java/org/customactions/webhook/AddressPolicy.java");
    private static final Pattern RANGE = Pattern.compile("\"([0-9a-f.:]+/\\d+)\"");

    /** Each lies in a wider one of the policy's own. */
    private static final List<String> INSIDE_OTHERS = List.of("::/128", "::1/128", "255.255.255.255/32");

    private static NetworkPolicy policy(String overlay, String name) {
        return Rendered.overlay(overlay).one(NetworkPolicy.class, name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"development", "production-native", "production-jvm"})
    void shouldCoverEveryPodInBothDirections(String overlay) {
        var rendered = Rendered.overlay(overlay);

        assertThat(rendered.pods())
                .allSatisfy(pod -> assertThat(rendered.all(NetworkPolicy.class)).anySatisfy(policy -> {
                    assertThat(policy.getSpec().getPolicyTypes()).containsExactlyInAnyOrder("Ingress", "Egress");
                    assertThat(labels(pod))
                            .containsAllEntriesOf(
                                    policy.getSpec().getPodSelector().getMatchLabels());
                }));
    }

    private static Map<String, String> labels(PodTemplateSpec pod) {
        return pod.getMetadata().getLabels();
    }

    @ParameterizedTest
    @ValueSource(strings = {"development", "production-native", "production-jvm"})
    void shouldLetTheGatewayInToTheApiAndMonitoringToTheManagement(String overlay) {
        var ingress = policy(overlay, "custom-actions").getSpec().getIngress();

        assertThat(ingress).hasSize(2);
        assertThat(namespace(ingress.get(0).getFrom())).isEqualTo("gateway");
        assertThat(ports(ingress.get(0).getPorts())).containsExactly("TCP http");
        assertThat(namespace(ingress.get(1).getFrom())).isEqualTo("monitoring");
        assertThat(ports(ingress.get(1).getPorts())).containsExactly("TCP management");
    }

    @ParameterizedTest
    @ValueSource(strings = {"development", "production-native", "production-jvm"})
    void shouldLetOutToDnsPostgresqlAndTheWeb(String overlay) {
        var egress = policy(overlay, "custom-actions").getSpec().getEgress();

        assertThat(egress)
                .extracting(rule -> ports(rule.getPorts()))
                .containsExactly(List.of("UDP 53", "TCP 53"), List.of("TCP 5432"), List.of("TCP 80", "TCP 443"));
        assertThat(namespace(egress.get(0).getTo())).isEqualTo("kube-system");
        assertThat(namespace(egress.get(1).getTo())).isEqualTo("postgresql");
        assertThat(egress.get(2).getTo())
                .extracting(peer -> peer.getIpBlock().getCidr())
                .containsExactly("0.0.0.0/0", "::/0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"development", "production-native", "production-jvm"})
    void shouldLetTheMigrationOutToDnsAndPostgresqlOnlyAndNobodyIn(String overlay) {
        var service = policy(overlay, "custom-actions").getSpec();
        var migration = policy(overlay, "custom-actions-migration").getSpec();

        assertThat(migration.getIngress()).isEmpty();
        assertThat(migration.getEgress()).isEqualTo(service.getEgress().subList(0, 2));
    }

    /** As the service refuses them itself, so that a range added there has to be added here. */
    @Test
    void shouldExceptEveryRangeThatWebhooksAreRefused() throws IOException {
        // Given
        var refused = RANGE.matcher(Files.readString(ADDRESS_POLICY))
                .results()
                .map((MatchResult range) -> range.group(1))
                .filter(range -> !INSIDE_OTHERS.contains(range))
                .toList();

        // When
        var excepted = policy("production-native", "custom-actions").getSpec().getEgress().stream()
                .map(NetworkPolicyEgressRule::getTo)
                .flatMap(List::stream)
                .flatMap(peer -> Stream.ofNullable(peer.getIpBlock()))
                .flatMap(block -> block.getExcept().stream())
                .toList();

        // Then
        assertThat(refused).hasSizeGreaterThan(20);
        assertThat(excepted).containsExactlyInAnyOrderElementsOf(refused);
    }

    private static String namespace(List<NetworkPolicyPeer> peers) {
        assertThat(peers).hasSize(1);
        return peers.get(0).getNamespaceSelector().getMatchLabels().get("kubernetes.io/metadata.name");
    }

    private static List<String> ports(List<NetworkPolicyPort> ports) {
        return ports.stream()
                .map(port -> port.getProtocol() + " " + port.getPort().getValue())
                .toList();
    }
}
