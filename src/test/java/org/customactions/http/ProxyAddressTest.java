package org.customactions.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.customactions.startup.ForwardedHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The proxies that an operator may name. */
class ProxyAddressTest {

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.1", "10.0.0.0/8", "::1", "fd00::/8", "gateway", "gateway.chat.svc", "a_b"})
    void shouldReadAddressesNetworksAndNames(String proxy) {
        assertThat(new ProxyAddress().convert(" " + proxy)).isEqualTo(proxy);
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0/40", "10.0.0", "300.1.1.1", "*", "", "http://gateway", "a b", "gateway:80"})
    void shouldNameWhatIsNone(String proxy) {
        assertThatThrownBy(() -> new ProxyAddress().convert(proxy))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(
                        ("custom-actions.http.trusted-proxies cannot have \"%s\": it must be an address, a network such as"
                                        + " 10.0.0.0/8, or a host name")
                                .formatted(proxy));
    }

    @Test
    void shouldCheckAllOfThem() {
        assertThatCode(() -> check("10.0.0.0/8, gateway")).doesNotThrowAnyException();
        assertThatThrownBy(() -> check("10.0.0.0/8,*")).hasMessageContaining("cannot have \"*\"");
    }

    private static void check(String list) {
        ProxyAddress.checkAll(new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(Map.of(ForwardedHeaders.TRUSTED, list), "test", 100))
                .build());
    }
}
