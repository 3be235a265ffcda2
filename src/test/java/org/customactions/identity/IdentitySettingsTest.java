package org.customactions.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.ConfigValidationException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Settings that cannot be used end the start with a sentence that names them. */
class IdentitySettingsTest {

    private static final String IDENTITY = "custom-actions.identity.";

    @ParameterizedTest
    @ValueSource(strings = {"organization", "user", "name", "email", "role", "organization-name", "every-organization"})
    void shouldRefuseAMalformedClaim(String claims) {
        var setting = IDENTITY + "claims." + claims;

        assertThat(refusal(setting, "https://example.com/roles"))
                .endsWith(": " + setting
                        + " cannot be \"https://example.com/roles\": it must be claims divided by commas, such"
                        + " as realm_access/roles,groups; a name that holds a slash, comma or quote stands in double quotes,"
                        + " such as \"https://example.com/roles\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"claims.organization", "claims.role", "csrf-header"})
    void shouldRefuseAnEmptyTextWhereOneIsNeeded(String name) {
        assertThat(refusal(IDENTITY + name, ""))
                .contains(IDENTITY + name)
                .endsWith("it must not be empty; leave it out to use its default");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cookie", "csrf-cookie", "csrf-header", "organization-header"})
    void shouldRefuseWhatIsNoName(String name) {
        assertThat(refusal(IDENTITY + name, "X Organization"))
                .endsWith(IDENTITY + name
                        + " cannot be \"X Organization\": it must be a name without spaces, such as X-CSRF-Token");
        assertThat(refusal(IDENTITY + name, "whm_access;")).contains(" cannot be \"whm_access;\": ");
    }

    @Test
    void shouldTakeAnEmptyTextForNone() {
        var settings = Map.of(
                IDENTITY + "cookie", "",
                IDENTITY + "csrf-cookie", "",
                IDENTITY + "organization-header", "",
                IDENTITY + "claims.every-organization", "");

        assertThat(IdentitySettings.identity(settings).cookie()).isEmpty();
        assertThat(IdentitySettings.identity(settings).csrfCookie()).isEmpty();
        assertThat(IdentitySettings.identity(settings).organizationHeader()).isEmpty();
        assertThat(IdentitySettings.claims(settings).everyOrganization()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"whm_access, whm_csrf, true", "whm_access, , false", ", whm_csrf, true", ", , true"})
    void shouldNeedACsrfCookieBesideTheCookie(String cookie, String csrf, boolean usable) {
        var settings = new HashMap<String, String>();
        if (cookie != null) {
            settings.put(IDENTITY + "cookie", cookie);
        }
        if (csrf != null) {
            settings.put(IDENTITY + "csrf-cookie", csrf);
        }
        var configuration = IdentitySettings.identity(settings);
        var cookies = new TokenCookie(configuration, new CsrfTokens(configuration));

        if (usable) {
            assertThatCode(() -> cookies.check(null)).doesNotThrowAnyException();
        } else {
            assertThatThrownBy(() -> cookies.check(null))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessage(
                            "custom-actions.identity.cookie needs custom-actions.identity.csrf-cookie too: without it, any"
                                    + " page could write as a user who is signed in");
        }
    }

    private static String refusal(String name, String value) {
        try {
            IdentitySettings.identity(Map.of(name, value));
        } catch (ConfigValidationException e) {
            assertThat(e.getProblemCount()).isEqualTo(1);
            return e.getProblem(0).getMessage();
        }
        throw new AssertionError(name + " was accepted");
    }
}
