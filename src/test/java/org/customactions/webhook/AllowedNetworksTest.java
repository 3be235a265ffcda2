package org.customactions.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.customactions.url.Host;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedNetworksTest {

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/9, 10.127.255.255, true",
        "10.0.0.0/9, 10.128.0.0, false",
        "127.0.0.1/8, 127.9.9.9, true",
        "10.1.2.3, 10.1.2.3, true",
        "10.1.2.3, 10.1.2.4, false",
        "10.1.2.2/31, 10.1.2.3, true",
        "10.1.2.2/31, 10.1.2.4, false",
        "0.0.0.0/0, 10.0.0.1, true",
        "0.0.0.0/0, fd00::1, false",
        "::/0, fd00::1, true",
        "::/0, 10.0.0.1, false",
        "fd00::/8, fdff::1, true",
        "fd00::/8, fc00::1, false",
        "fd12:3456:789a::/48, fd12:3456:789a:ffff::1, true",
        "fd12:3456:789a::/48, fd12:3456:789b::, false",
        "::1, ::1, true",
        "10.0.0.0/8, ::ffff:10.1.1.1, true"
    })
    void shouldMatchNetworksToTheBit(String entry, String address, boolean contained) throws UnknownHostException {
        AllowedNetworks networks = AllowedNetworks.parse(List.of(entry));

        assertThat(networks.contains(InetAddress.getByName(address))).isEqualTo(contained);
    }

    @Test
    void shouldMatchNamesExactlyWithoutRegardToCase() {
        AllowedNetworks networks = AllowedNetworks.parse(List.of(" Tickets.Internal ", "", "crm"));

        assertThat(networks.contains(new Host.Name("tickets.internal"))).isTrue();
        assertThat(networks.contains(new Host.Name("crm"))).isTrue();
        assertThat(networks.contains(new Host.Name("a.tickets.internal"))).isFalse();
        assertThat(networks.contains(new Host.Name("internal"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/", "10.0.0.0/8/8", "10.0.0/8", "010.0.0.0/8", "fd00::/129",
                        "fd00::zz/8",
                "fe80::1%eth0", "[::1]", "*.internal", "http://crm.internal", "crm:8080", "2130706433", "10.0.0.256",
                        "a b"
            })
    void shouldNameTheEntryThatIsMalformed(String entry) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AllowedNetworks.parse(List.of("10.0.0.0/8", entry)))
                .withMessageStartingWith("custom-actions.webhook.allowed-networks has an entry that cannot be used, \""
                        + entry + "\": it");
    }

    @Test
    void shouldRefuseAStartWithASentenceAboutTheEntry() {
        var configuration = TestConfiguration.allowing("10.0.0.0/8", "10.0.0.0/99");

        assertThatThrownBy(() -> Transport.of(null, configuration, null, null))
                .isInstanceOf(ConfigurationException.class)
                .hasNoCause()
                .hasMessage("custom-actions.webhook.allowed-networks has an entry that cannot be used, \"10.0.0.0/99\":"
                        + " its prefix length must be a number from 0 to 32");
    }
}
