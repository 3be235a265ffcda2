package org.customactions.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.customactions.url.UrlException;
import org.customactions.webhook.AddressPolicy.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LiteralHostsTest {

    private final LiteralHosts hosts = new LiteralHosts(TestConfiguration.DEFAULT);

    @ParameterizedTest
    @CsvSource({
        "169.254.169.254, LINK_LOCAL", "[::1], LOOPBACK", "2130706433, LOOPBACK", "localhost, LOOPBACK",
        "LOCALHOST., LOOPBACK", "a.localhost, LOOPBACK", "[::ffff:10.0.0.1], PRIVATE", "0, THIS_NETWORK",
        "168.63.129.16, CLOUD_PLATFORM", "[::ffff:0:169.254.169.254], LINK_LOCAL", "[4000::1], NOT_GLOBAL"
    })
    void shouldDenyForbiddenLiteralsAndLocalhost(String host, Reason reason) {
        assertThat(hosts.denied(host)).contains(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "[2606:4700:4700::1111]", "api.example.com", "tickets.internal", "notlocalhost"})
    void shouldPassEverythingElse(String host) {
        assertThat(hosts.denied(host)).isEmpty();
    }

    @Test
    void shouldPassWhatTheOperatorReopened() {
        assertThat(new LiteralHosts(TestConfiguration.allowing("127.0.0.0/8")).denied("localhost"))
                .isEmpty();
        assertThat(new LiteralHosts(TestConfiguration.allowing("localhost")).denied("localhost"))
                .contains(Reason.LOOPBACK);
        assertThat(new LiteralHosts(TestConfiguration.allowing("localhost")).denied("127.0.0.1"))
                .contains(Reason.LOOPBACK);
    }

    @Test
    void shouldRefuseWhatIsNoHost() {
        assertThatExceptionOfType(UrlException.class).isThrownBy(() -> hosts.denied("[fe80::1%25eth0]"));
    }
}
