package org.customactions.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.customactions.identity.keys.KeySetConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Settings of identity stand side by side under one name. */
class TokenConfigurationTest {

    @Test
    void shouldReadEachFromTheEnvironment() {
        var configuration = configuration(Map.of(
                "CUSTOM_ACTIONS_IDENTITY_MANAGER_ROLES", "owner",
                "CUSTOM_ACTIONS_IDENTITY_REFUSED_CLAIMS", "jti,sub=ws",
                "CUSTOM_ACTIONS_IDENTITY_REQUIRED_CLAIMS", "token_use=access",
                "CUSTOM_ACTIONS_IDENTITY_KEY_SET_PROXY", "http://proxy:3128",
                "CUSTOM_ACTIONS_IDENTITY_KEY_SET_TRUSTED_CERTIFICATES", "/etc/ca.pem"));

        var tokens = configuration.getConfigMapping(TokenConfiguration.class);
        var keySet = configuration.getConfigMapping(KeySetConfiguration.class);

        assertThat(tokens.refusedClaims()).contains(List.of("jti", "sub=ws"));
        assertThat(tokens.requiredClaims()).contains(List.of("token_use=access"));
        assertThat(keySet.proxy()).contains("http://proxy:3128");
        assertThat(keySet.trustedCertificates()).contains("/etc/ca.pem");
        assertThat(configuration.getConfigMapping(IdentityConfiguration.class).managerRoles())
                .containsExactly("owner");
    }

    @Test
    void shouldReadRulesOfClaims() {
        assertThat(ClaimRule.all("setting", Optional.of(List.of(" jti", "sub = ws", "a=b=c"))))
                .containsExactly(
                        new ClaimRule("jti", Optional.empty()),
                        new ClaimRule("sub", Optional.of("ws")),
                        new ClaimRule("a", Optional.of("b=c")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"=ws", " ", " = "})
    void shouldRefuseARuleWithoutAName(String text) {
        assertThatThrownBy(() -> ClaimRule.all("the.setting", Optional.of(List.of(text))))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("the.setting cannot have \"")
                .hasMessageEndingWith("\": each claim must be a name, or a name=value");
    }

    private static SmallRyeConfig configuration(Map<String, String> environment) {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .addDiscoveredInterceptors()
                .withSources(new EnvConfigSource(environment, 300))
                .withMapping(IdentityConfiguration.class)
                .withMapping(TokenConfiguration.class)
                .withMapping(KeySetConfiguration.class)
                .build();
    }
}
