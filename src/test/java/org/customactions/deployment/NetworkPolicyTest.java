package org.customactions.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyEgressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import io.netty.util.NetUtil;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkPolicyTest {

    private static final Path ADDRESS_POLICY = Path.of("src/main/java/org/customactions/webhook/AddressPolicy.java");
    private static final Pattern RANGE = Pattern.compile("\"([0-9a-f.:]+/\\d+)\"");

    private static final String IPV4 = "0.0.0.0/0";
    private static final String IPV6 = "2000::/3";
    private static final String NAT64 = "64:ff9b::/96";

    /** Each lies in a wider one of the policy's own. */
    private static final List<String> INSIDE_OTHERS =
            List.of("255.255.255.255/32", "100.100.100.200/32", "192.0.0.192/32", "2001::/32");

    /** No range of IPv6 but those of {@link #IPV6} is open, so none of the others needs an exception. */
    private static final Pattern GLOBAL_IPV6 = Pattern.compile("[23][0-9a-f]{3}:.*");

    private static final Pattern IPV4_RANGE = Pattern.compile("(\\d+)\\.(\\d+)\\.(\\d+)\\.(\\d+)/(\\d+)");

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
                .containsExactly(IPV4, IPV6, NAT64);
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
        var refused = RANGE.matcher(Files.readString(ADDRESS_POLICY))
                .results()
                .map((MatchResult range) -> range.group(1))
                .filter(range -> !INSIDE_OTHERS.contains(range))
                .toList();
        var ipv4 = refused.stream()
                .filter(range -> IPV4_RANGE.matcher(range).matches())
                .toList();
        var ipv6 = refused.stream()
                .filter(range -> GLOBAL_IPV6.matcher(range).matches())
                .toList();

        assertThat(ipv4).hasSizeGreaterThan(15);
        assertThat(exceptions(IPV4)).containsExactlyInAnyOrderElementsOf(ipv4);
        assertThat(exceptions(IPV6)).containsExactlyInAnyOrderElementsOf(ipv6);
        assertThat(exceptions(NAT64).stream().map(NetworkPolicyTest::normal))
                .containsExactlyInAnyOrderElementsOf(
                        ipv4.stream().map(NetworkPolicyTest::behindNat64).toList());
    }

    private static List<String> exceptions(String block) {
        return policy("production-native", "custom-actions").getSpec().getEgress().stream()
                .map(NetworkPolicyEgressRule::getTo)
                .flatMap(List::stream)
                .flatMap(peer -> Stream.ofNullable(peer.getIpBlock()))
                .filter(peer -> peer.getCidr().equals(block))
                .flatMap(peer -> peer.getExcept().stream())
                .toList();
    }

    /** A range of IPv4 as NAT64 shows it, in hexadecimal digits without any left out. */
    private static String behindNat64(String range) {
        var part = IPV4_RANGE.matcher(range).results().findFirst().orElseThrow();
        var octets = IntStream.rangeClosed(1, 4)
                .mapToObj(octet -> "%02x".formatted(Integer.parseInt(part.group(octet))))
                .collect(Collectors.joining());
        return "0064ff9b0000000000000000" + octets + "/" + (96 + Integer.parseInt(part.group(5)));
    }

    private static String normal(String range) {
        var slash = range.indexOf('/');
        var bytes = NetUtil.createByteArrayFromIpAddressString(range.substring(0, slash));
        return HexFormat.of().formatHex(bytes) + range.substring(slash);
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
