package org.customactions.startup;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** One setting for all that Quarkus asks about proxies. */
class ForwardedHeadersTest {

    private static final String QUARKUS = "quarkus.http.proxy.";

    private static SmallRyeConfig configuration(Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .addDiscoveredInterceptors()
                .withSources(new PropertiesConfigSource(settings, "test", 100))
                .withSources(new PropertiesConfigSource(
                        Map.of(QUARKUS + "proxy-address-forwarding", "false"), "defaults", Integer.MIN_VALUE))
                .build();
    }

    private static String value(SmallRyeConfig configuration, String name) {
        return configuration.getConfigValue(QUARKUS + name).getValue();
    }

    @Test
    void shouldBelieveNobodyUnlessASettingNamesThem() {
        var configuration = configuration(Map.of());

        assertThat(value(configuration, "proxy-address-forwarding")).isEqualTo("false");
        assertThat(value(configuration, "enable-forwarded-host")).isNull();
    }

    @Test
    void shouldBelieveThoseThatASettingNames() {
        var configuration = configuration(Map.of(ForwardedHeaders.TRUSTED, "10.0.0.0/8,gateway"));

        assertThat(value(configuration, "proxy-address-forwarding")).isEqualTo("true");
        assertThat(value(configuration, "allow-x-forwarded")).isEqualTo("true");
        assertThat(value(configuration, "enable-forwarded-host")).isEqualTo("true");
        assertThat(value(configuration, "enable-forwarded-prefix")).isEqualTo("true");
        assertThat(value(configuration, "trusted-proxies")).isEqualTo("10.0.0.0/8,gateway");
        assertThat(value(configuration, "allow-forwarded")).isNull();
    }

    @Test
    void shouldLeaveTheLastWordToQuarkusOwnSettings() {
        var configuration = configuration(Map.of(
                ForwardedHeaders.TRUSTED,
                "gateway",
                QUARKUS + "allow-x-forwarded",
                "false",
                QUARKUS + "trusted-proxies",
                "other"));

        assertThat(value(configuration, "allow-x-forwarded")).isEqualTo("false");
        assertThat(value(configuration, "trusted-proxies")).isEqualTo("other");
        assertThat(value(configuration, "proxy-address-forwarding")).isEqualTo("true");
    }
}
