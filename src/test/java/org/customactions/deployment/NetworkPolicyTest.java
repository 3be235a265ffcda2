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

    private static NetworkPolicy policy(Rendering rendering) {
        return rendering
                .rendered()
                .one(NetworkPolicy.class, rendering.rendered().name());
    }

    @Rendering.Each
    void shouldCoverEveryPodInBothDirections(Rendering rendering) {
        var rendered = rendering.rendered();

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

    @Rendering.EachOfUsualNamespaces
    void shouldLetTheGatewayInToTheApiAndMonitoringToTheManagement(Rendering rendering) {
        var ingress = policy(rendering).getSpec().getIngress();

        assertThat(ingress).hasSize(2);
        assertThat(namespace(ingress.get(0).getFrom())).isEqualTo("gateway");
        assertThat(ports(ingress.get(0).getPorts())).containsExactly("TCP http");
        assertThat(namespace(ingress.get(1).getFrom())).isEqualTo("monitoring");
        assertThat(ports(ingress.get(1).getPorts())).containsExactly("TCP management");
    }

    @Rendering.EachOfUsualNamespaces
    void shouldLetOutToDnsPostgresqlAndTheWeb(Rendering rendering) {
        var egress = policy(rendering).getSpec().getEgress();

        assertThat(egress)
                .extracting(rule -> ports(rule.getPorts()))
                .containsExactly(List.of("UDP 53", "TCP 53"), List.of("TCP 5432"), List.of("TCP 80", "TCP 443"));
        assertThat(namespace(egress.get(0).getTo())).isEqualTo("kube-system");
        assertThat(namespace(egress.get(1).getTo())).isEqualTo("postgresql");
        assertThat(egress.get(2).getTo())
                .extracting(peer -> peer.getIpBlock().getCidr())
                .containsExactly(IPV4, IPV6, NAT64);
    }

    @Rendering.Each
    void shouldLetTheMigrationOutToDnsAndPostgresqlOnlyAndNobodyIn(Rendering rendering) {
        var service = policy(rendering).getSpec();
        var migration = rendering
                .rendered()
                .one(NetworkPolicy.class, rendering.rendered().name() + "-migration")
                .getSpec();

        assertThat(migration.getIngress()).isEmpty();
        assertThat(migration.getEgress()).isEqualTo(service.getEgress().subList(0, 2));
    }

    /** As the service refuses them itself, so that a range added there has to be added here. */
    @Rendering.EachOfUsualNamespaces
    void shouldExceptEveryRangeThatWebhooksAreRefused(Rendering rendering) throws IOException {
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
        assertThat(exceptions(rendering, IPV4)).containsExactlyInAnyOrderElementsOf(ipv4);
        assertThat(exceptions(rendering, IPV6)).containsExactlyInAnyOrderElementsOf(ipv6);
        assertThat(exceptions(rendering, NAT64).stream().map(NetworkPolicyTest::normal))
                .containsExactlyInAnyOrderElementsOf(
                        ipv4.stream().map(NetworkPolicyTest::behindNat64).toList());
    }

    /** With what the values say instead of the usual, and besides it. */
    @Test
    void shouldFollowTheValuesOfTheChart() {
        var policy = policy(Rendering.CHART_MANAGED_DATABASE).getSpec();
        var egress = policy.getEgress();

        assertThat(policy.getIngress()).singleElement().satisfies(rule -> {
            assertThat(rule.getFrom()).extracting(NetworkPolicyTest::namespace).containsExactly("gateway", "chat");
            assertThat(ports(rule.getPorts())).containsExactly("TCP http");
        });
        assertThat(egress)
                .extracting(rule -> ports(rule.getPorts()))
                .containsExactly(
                        List.of("UDP 5353", "TCP 5353"),
                        List.of("TCP 6432"),
                        List.of("TCP 443", "TCP 8443"),
                        List.of("TCP 8080"));
        assertThat(namespace(egress.get(0).getTo().get(0))).isEqualTo("openshift-dns");
        assertThat(egress.get(0).getTo().get(0).getPodSelector().getMatchLabels())
                .containsExactly(Map.entry("dns.operator.openshift.io/daemonset-dns", "default"));
        assertThat(egress.get(0).getTo().get(1).getIpBlock().getCidr()).isEqualTo("169.254.20.10/32");
        assertThat(egress.get(1).getTo())
                .extracting(peer -> peer.getIpBlock().getCidr())
                .containsExactly("10.1.2.0/24", "fd00:1::/64");
        assertThat(exceptions(Rendering.CHART_MANAGED_DATABASE, IPV4))
                .containsAll(exceptions(Rendering.CHART_NATIVE, IPV4))
                .endsWith("198.51.0.0/16");
        assertThat(exceptions(Rendering.CHART_MANAGED_DATABASE, IPV6)).endsWith("2a00:1234::/32");
        assertThat(egress.get(3).getTo().get(0).getPodSelector().getMatchLabels())
                .containsExactly(Map.entry("app", "erp"));
    }

    private static List<String> exceptions(Rendering rendering, String block) {
        return policy(rendering).getSpec().getEgress().stream()
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
        return namespace(peers.get(0));
    }

    private static String namespace(NetworkPolicyPeer peer) {
        return peer.getNamespaceSelector().getMatchLabels().get("kubernetes.io/metadata.name");
    }

    private static List<String> ports(List<NetworkPolicyPort> ports) {
        return ports.stream()
                .map(port -> port.getProtocol() + " " + port.getPort().getValue())
                .toList();
    }
}
