package org.customactions.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.customactions.webhook.AddressPolicy.Reason;
import org.customactions.webhook.AddressPolicy.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressPolicyTest {

    private final AddressPolicy policy = new AddressPolicy(AllowedNetworks.parse(List.of()));

    @ParameterizedTest
    @CsvSource({
        "0.0.0.0, THIS_NETWORK",
        "0.255.255.255, THIS_NETWORK",
        "10.0.0.0, PRIVATE",
        "10.255.255.255, PRIVATE",
        "100.64.0.0, SHARED",
        "100.127.255.255, SHARED",
        "127.0.0.0, LOOPBACK",
        "127.255.255.255, LOOPBACK",
        "169.254.0.0, LINK_LOCAL",
        "169.254.169.254, LINK_LOCAL",
        "169.254.255.255, LINK_LOCAL",
        "172.16.0.0, PRIVATE",
        "172.31.255.255, PRIVATE",
        "192.0.0.0, PROTOCOL_ASSIGNMENT",
        "192.0.0.255, PROTOCOL_ASSIGNMENT",
        "192.0.2.0, DOCUMENTATION",
        "192.0.2.255, DOCUMENTATION",
        "192.88.99.0, SIX_TO_FOUR",
        "192.88.99.255, SIX_TO_FOUR",
        "192.168.0.0, PRIVATE",
        "192.168.255.255, PRIVATE",
        "198.18.0.0, BENCHMARKING",
        "198.19.255.255, BENCHMARKING",
        "198.51.100.0, DOCUMENTATION",
        "198.51.100.255, DOCUMENTATION",
        "203.0.113.0, DOCUMENTATION",
        "203.0.113.255, DOCUMENTATION",
        "224.0.0.0, MULTICAST",
        "239.255.255.255, MULTICAST",
        "240.0.0.0, RESERVED",
        "255.255.255.254, RESERVED",
        "255.255.255.255, BROADCAST",
        "::, THIS_NETWORK",
        "::1, LOOPBACK",
        "::2, IPV4_COMPATIBLE",
        "::127.0.0.1, IPV4_COMPATIBLE",
        "::255.255.255.255, IPV4_COMPATIBLE",
        "168.63.129.16, CLOUD_PLATFORM",
        "100.100.100.200, CLOUD_PLATFORM",
        "192.0.0.192, CLOUD_PLATFORM",
        "fd00:ec2::254, CLOUD_PLATFORM",
        "fd20:ce::254, CLOUD_PLATFORM",
        "192.31.196.0, AS112",
        "192.31.196.255, AS112",
        "192.52.193.0, AMT",
        "192.52.193.255, AMT",
        "192.175.48.0, AS112",
        "192.175.48.255, AS112",
        "64:ff9b::, THIS_NETWORK",
        "64:ff9b::0.255.255.255, THIS_NETWORK",
        "64:ff9b::10.0.0.0, PRIVATE",
        "64:ff9b::127.0.0.1, LOOPBACK",
        "64:ff9b::169.254.169.254, LINK_LOCAL",
        "64:ff9b::168.63.129.16, CLOUD_PLATFORM",
        "64:ff9b::ffff:ffff, BROADCAST",
        "64:ff9b:1::, NAT64",
        "64:ff9b:1:ffff:ffff:ffff:ffff:ffff, NAT64",
        "100::, DISCARD_ONLY",
        "100::ffff:ffff:ffff:ffff, DISCARD_ONLY",
        "::fffe:0:0, NOT_GLOBAL",
        "0:0:0:0:0:1::, NOT_GLOBAL",
        "0:0:0:0:fffe:ffff:ffff:ffff, NOT_GLOBAL",
        "::ffff:0:0.0.0.0, THIS_NETWORK",
        "::ffff:0:10.0.0.1, PRIVATE",
        "::ffff:0:127.0.0.1, LOOPBACK",
        "::ffff:0:169.254.169.254, LINK_LOCAL",
        "::ffff:0:255.255.255.255, BROADCAST",
        "0:0:0:0:ffff:1:0:0, NOT_GLOBAL",
        "64:ff9a:ffff:ffff:ffff:ffff:ffff:ffff, NOT_GLOBAL",
        "64:ff9b::1:0:0, NOT_GLOBAL",
        "64:ff9b:0:ffff:ffff:ffff:ffff:ffff, NOT_GLOBAL",
        "64:ff9b:2::, NOT_GLOBAL",
        "ff:ffff:ffff:ffff:ffff:ffff:ffff:ffff, NOT_GLOBAL",
        "100:0:0:1::, NOT_GLOBAL",
        "1::1, NOT_GLOBAL",
        "200::1, NOT_GLOBAL",
        "1fff:ffff:ffff:ffff:ffff:ffff:ffff:ffff, NOT_GLOBAL",
        "4000::, NOT_GLOBAL",
        "5eff:ffff:ffff:ffff:ffff:ffff:ffff:ffff, NOT_GLOBAL",
        "5f01::, NOT_GLOBAL",
        "7fff:ffff:ffff:ffff:ffff:ffff:ffff:ffff, NOT_GLOBAL",
        "8000::, NOT_GLOBAL",
        "fbff:ffff:ffff:ffff:ffff:ffff:ffff:ffff, NOT_GLOBAL",
        "fe00::, NOT_GLOBAL",
        "fe7f:ffff:ffff:ffff:ffff:ffff:ffff:ffff, NOT_GLOBAL",
        "2001:1::, PROTOCOL_ASSIGNMENT",
        "2001:2::1, PROTOCOL_ASSIGNMENT",
        "2001:1ff:ffff:ffff:ffff:ffff:ffff:ffff, PROTOCOL_ASSIGNMENT",
        "2001::, TEREDO",
        "2001:0:ffff:ffff:ffff:ffff:ffff:ffff, TEREDO",
        "2001:db8::, DOCUMENTATION",
        "2001:db8:ffff:ffff:ffff:ffff:ffff:ffff, DOCUMENTATION",
        "2002::, SIX_TO_FOUR",
        "2002:ffff:ffff:ffff:ffff:ffff:ffff:ffff, SIX_TO_FOUR",
        "3fff::, DOCUMENTATION",
        "3fff:fff:ffff:ffff:ffff:ffff:ffff:ffff, DOCUMENTATION",
        "5f00::, SEGMENT_ROUTING",
        "5f00:ffff:ffff:ffff:ffff:ffff:ffff:ffff, SEGMENT_ROUTING",
        "fc00::, UNIQUE_LOCAL",
        "fdff:ffff:ffff:ffff:ffff:ffff:ffff:ffff, UNIQUE_LOCAL",
        "fe80::, LINK_LOCAL",
        "febf:ffff:ffff:ffff:ffff:ffff:ffff:ffff, LINK_LOCAL",
        "fec0::, SITE_LOCAL",
        "feff:ffff:ffff:ffff:ffff:ffff:ffff:ffff, SITE_LOCAL",
        "ff00::, MULTICAST",
        "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff, MULTICAST"
    })
    void shouldDenyBothEndsOfEveryRange(String address, Reason reason) throws UnknownHostException {
        Verdict verdict = policy.judge(InetAddress.getByName(address));

        assertThat(verdict).isEqualTo(new Verdict.Denied(reason));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.0.0.0",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "126.255.255.255",
                "128.0.0.0",
                "168.63.129.15",
                "168.63.129.17",
                "169.253.255.255",
                "169.255.0.0",
                "172.15.255.255",
                "172.32.0.0",
                "191.255.255.255",
                "192.0.1.0",
                "192.0.1.255",
                "192.0.3.0",
                "192.31.195.255",
                "192.31.197.0",
                "192.52.192.255",
                "192.52.194.0",
                "192.88.98.255",
                "192.88.100.0",
                "192.167.255.255",
                "192.169.0.0",
                "192.175.47.255",
                "192.175.49.0",
                "198.17.255.255",
                "198.20.0.0",
                "198.51.99.255",
                "198.51.101.0",
                "203.0.112.255",
                "203.0.114.0",
                "223.255.255.255",
                "8.8.8.8",
                "::ffff:8.8.8.8",
                "::ffff:0:8.8.8.8",
                "64:ff9b::8.8.8.8",
                "64:ff9b::169.255.0.0",
                "2000::",
                "2001:200::",
                "2000:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
                "2001:db7:ffff:ffff:ffff:ffff:ffff:ffff",
                "2001:db9::",
                "2001:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
                "2003::",
                "3ffe:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
                "3fff:1000::",
                "3fff:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
                "2606:4700:4700::1111"
            })
    void shouldAllowTheAddressesNextToEveryRange(String address) throws UnknownHostException {
        Verdict verdict = policy.judge(InetAddress.getByName(address));

        assertThat(verdict).isEqualTo(new Verdict.Allowed());
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.1, LOOPBACK", "169.254.169.254, LINK_LOCAL", "10.1.2.3, PRIVATE"})
    void shouldJudgeAnIpv4MappedAddressAsTheIpv4Inside(String inside, Reason reason) throws UnknownHostException {
        byte[] mapped = new byte[16];
        mapped[10] = mapped[11] = (byte) 0xff;
        System.arraycopy(InetAddress.getByName(inside).getAddress(), 0, mapped, 12, 4);
        // Only the factory with a scope keeps such an address IPv6.
        InetAddress address = Inet6Address.getByAddress(null, mapped, -1);

        Verdict verdict = policy.judge(address);

        assertThat(address).isInstanceOf(Inet6Address.class);
        assertThat(verdict).isEqualTo(new Verdict.Denied(reason));
    }

    @Test
    void shouldAllowWhatTheOperatorReopened() throws UnknownHostException {
        AddressPolicy reopened = new AddressPolicy(AllowedNetworks.parse(List.of("10.20.0.0/16")));

        Verdict verdict = reopened.judge(InetAddress.getByName("10.20.255.255"));

        assertThat(verdict).isEqualTo(new Verdict.Allowed());
        assertThat(reopened.judge(InetAddress.getByName("10.21.0.0"))).isEqualTo(new Verdict.Denied(Reason.PRIVATE));
    }

    @Test
    void shouldAllowAnAddressWhoseIpv4InsideTheOperatorReopened() throws UnknownHostException {
        AddressPolicy reopened = new AddressPolicy(AllowedNetworks.parse(List.of("10.20.0.0/16")));

        Verdict verdict = reopened.judge(InetAddress.getByName("64:ff9b::10.20.0.1"));

        assertThat(verdict).isEqualTo(new Verdict.Allowed());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.1.2.3",
                "192.168.0.1",
                "172.16.0.1",
                "100.64.0.1",
                "198.18.0.1",
                "fd00::1",
                "fec0::1",
                "64:ff9b::10.1.2.3",
                "8.8.8.8"
            })
    void shouldAllowAPrivateAddressOfAnAllowedName(String address) throws UnknownHostException {
        Verdict verdict = policy.judgeOfAllowedName(InetAddress.getByName(address));

        assertThat(verdict).isEqualTo(new Verdict.Allowed());
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, LOOPBACK",
        "::1, LOOPBACK",
        "::ffff:0:127.0.0.1, LOOPBACK",
        "0.0.0.0, THIS_NETWORK",
        "169.254.169.254, LINK_LOCAL",
        "64:ff9b::169.254.169.254, LINK_LOCAL",
        "fe80::1, LINK_LOCAL",
        "168.63.129.16, CLOUD_PLATFORM",
        "100.100.100.200, CLOUD_PLATFORM",
        "fd00:ec2::254, CLOUD_PLATFORM",
        "2002:7f00:1::, SIX_TO_FOUR",
        "::127.0.0.1, IPV4_COMPATIBLE",
        "224.0.0.1, MULTICAST"
    })
    void shouldDenyAnAddressOfAnAllowedNameThatIsNoNetworkOfOnesOwn(String address, Reason reason)
            throws UnknownHostException {
        Verdict verdict = policy.judgeOfAllowedName(InetAddress.getByName(address));

        assertThat(verdict).isEqualTo(new Verdict.Denied(reason));
    }
}
