package org.customactions.directory.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.customactions.directory.ContactId;
import org.customactions.identity.BearerToken;
import org.customactions.identity.Caller;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlatformSettingsTest {

    private static final String URL = "https://chat.example.com/api/contacts/{contact_id}";

    @Test
    void shouldHaveNoPlatformWithoutAUrl() {
        assertThat(PlatformSettings.of(Directories.configuration(Map.of()))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "url | https://chat.example.com/contacts | url must have {contact_id}",
                "url | chat.example.com/{contact_id} | must be a URL",
                "url | ftp://chat.example.com/{contact_id} | must be a URL",
                "url | https://me:secret@chat.example.com/{contact_id} | must be a URL",
                "url | https://{contact_id}.example.com/ | in its host",
                "url | https://chat.example.com/{contact} | {contact}, which nothing is known to put in",
                "url | https://chat.example.com/a b/{contact_id} | must be a URL",
                "url | https://chat.example.com/../{contact_id} | must be a URL",
                "url | https://chat.example.com/{contact_id}#top | neither a user name nor a fragment",
                "search-url | https://chat.example.com/contacts | search-url must have {search}",
                "search-url | https://chat.example.com/{contact_id}?q={search} | {contact_id}, which",
                "header | X Token | header must be the name",
                "header | Host | header must be the name",
                "trusted-certificates | no/such.pem | trusted-certificates names a file that cannot be read",
                "timeout | 31S | timeout must be at most 30 s",
                "fields.name | name | fields.name cannot be \"name\"",
                "fields.phone-number | /a~2b | fields.phone-number cannot be",
                "fields.phone-number | /a~ | fields.phone-number cannot be",
                "fields.list | $.contacts | fields.list cannot be",
                "authorization | Token abc | url must have {organization_id}",
            })
    void shouldRefuseWhatCannotBeRight(String setting, String value, String sentence) {
        var settings = new HashMap<>(Map.of("url", URL));
        settings.put(setting, value);

        assertThatThrownBy(() -> Directories.settings(settings))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("custom-actions.directory.")
                .hasMessageContaining(sentence);
    }

    @ParameterizedTest
    @CsvSource({
        "fresh, -1S, at least 0 s",
        "stale, -1S, at least 0 s",
        "fresh, soon, cannot be",
        "timeout, 0, at least 1 ms"
    })
    void shouldRefuseATimeThatIsNone(String setting, String value, String sentence) {
        var settings = Map.of("url", URL, setting, value);

        assertThatThrownBy(() -> Directories.settings(settings))
                .hasMessageContaining("custom-actions.directory." + setting)
                .hasMessageContaining(sentence);
    }

    @Test
    void shouldRefuseASearchWithoutAUrl() {
        var configuration = Directories.configuration(Map.of("search-url", "https://chat.example.com/?q={search}"));

        assertThatThrownBy(() -> PlatformSettings.of(configuration))
                .hasMessage("custom-actions.directory.search-url needs custom-actions.directory.url too");
    }

    /** A header's value sees the contacts of every organization. */
    @Test
    void shouldTakeAHeaderForAllWhereOrganizationsAreToldApart() {
        var inUrl = Map.of(
                "url", "https://chat.example.com/{organization_id}/contacts/{contact_id}", "authorization", "Token ab");
        var alone = Map.of("url", URL, "authorization", "Token a", "single-organization", "true");

        assertThat(Directories.settings(inUrl).authorization()).contains("Token ab");
        assertThat(Directories.settings(alone).authorization()).contains("Token a");
        assertThatThrownBy(() -> Directories.settings(Map.of(
                        "url",
                        "https://chat.example.com/{organization_id}/contacts/{contact_id}",
                        "search-url",
                        "https://chat.example.com/contacts?q={search}",
                        "authorization",
                        "Token a")))
                .hasMessageContaining("search-url must have {organization_id}");
    }

    @Test
    void shouldPutValuesIntoOneSegmentWhateverTheyHold() {
        var requests = new Requests(Directories.settings(
                Map.of("url", "https://chat.example.com/{organization_id}/contacts/{contact_id}?full=true")));

        var request =
                requests.contact(signedIn(), ContactId.ofPlatform("user+7@x:y").orElseThrow());

        assertThat(request.url())
                .isEqualTo("https://chat.example.com/" + organization + "/contacts/user%2B7%40x%3Ay?full=true");
        assertThat(request.authorization()).isEqualTo("Bearer a.b.c");
        assertThat(request.toString()).doesNotContain("a.b.c");
    }

    @Test
    void shouldSendTheCallersTokenAloneInAnotherHeader() {
        var requests = new Requests(Directories.settings(Map.of("url", URL, "header", "X-Auth-Token")));

        assertThat(requests.contact(signedIn(), ContactId.of(organization)).authorization())
                .isEqualTo("a.b.c");
    }

    private final UUID organization = UUID.randomUUID();

    private Caller signedIn() {
        var caller = Caller.of(organization, "u");
        return new Caller(
                caller.organization(),
                caller.userId(),
                caller.name(),
                caller.email(),
                List.of(),
                caller.organizationName(),
                Optional.of(new BearerToken("a.b.c")));
    }
}
