package org.customactions.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where an operator may send managers to sign in. */
class SignInUrlTest {

    private static final String SETTING = "custom-actions.console.sign-in-url";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://chat.example.com",
                "http://localhost:3000/login",
                "https://chat.example.com/login?next={return_to}&prompt=none",
                "https://chat.example.com/#/login?next={return_to}",
                "https://chat.example.com/login?a={b}",
            })
    void shouldReadPagesOfTheWeb(String url) {
        assertThat(configured(Map.of(SETTING, " " + url + " ")).signInUrl()).contains(url);
    }

    @Test
    void shouldBeNoneByDefault() {
        assertThat(configured(Map.of()).signInUrl()).isEmpty();
        assertThat(configured(Map.of(SETTING, "")).signInUrl()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "javascript:alert(1)|The URL must start with http:// or https://",
                "/login|The URL must start with http:// or https://",
                "chat.example.com|The URL must start with http:// or https://",
                "https://|The URL must name a host",
                "https://ada:pass@chat.example.com/|The URL must not contain a user name or password",
                "https://chat.example.com/log in|The URL must not contain spaces",
                "https://{return_to}/|{return_to} can only stand in its query or after #",
                "https://chat.example.com/{return_to}|{return_to} can only stand in its query or after #",
            })
    void shouldEndTheStartForAnythingElse(String url, String reason) {
        assertThatThrownBy(() -> configured(Map.of(SETTING, url)))
                .isInstanceOfAny(ConfigurationException.class, ConfigValidationException.class)
                .hasMessageContaining("%s cannot be \"%s\": %s".formatted(SETTING, url, reason));
    }

    @Test
    void shouldStandInAnAttributeAsItIs() {
        assertThat(ConsolePage.attribute("sign-in-url", "https://a.example/?b=\"1\"&c='2'"))
                .isEqualTo(" sign-in-url=\"https://a.example/?b=&quot;1&quot;&amp;c='2'\"");
    }

    private static ConsoleConfiguration configured(Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .addDiscoveredInterceptors()
                .withMapping(ConsoleConfiguration.class)
                .withSources(new PropertiesConfigSource(settings, "test", 100))
                .build()
                .getConfigMapping(ConsoleConfiguration.class);
    }
}
