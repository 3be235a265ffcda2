package org.customactions.redirect;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import java.util.UUID;
import org.customactions.support.Api;
import org.customactions.support.Full;
import org.customactions.support.Impatient;
import org.customactions.support.Patience;
import org.customactions.support.ServiceResource;
import org.customactions.support.Tokens;
import org.junit.jupiter.api.Test;

/** A link that nobody follows does not stay, since its URL holds customers' data. */
@Full
@QuarkusTest
@TestProfile(Impatient.class)
class ExpiredRedirectsQuarkusTest {

    private final UUID organization = UUID.randomUUID();

    @Test
    void shouldDeleteRedirectsThatNobodyFollowed() {
        var url = "https://a.example/" + UUID.randomUUID();
        UUID action = Api.createAction(organization, "url", Map.of("url", url));
        UUID contact = Api.createContact(organization, Map.of());

        String path = Api.execute(Tokens.agent(organization).sign(), action, contact)
                .extract()
                .path("data.redirect_url");

        assertThat(path).isNotNull();
        Patience.await()
                .until(() ->
                        ServiceResource.database().queryCount("select count(*) from redirect_tokens where url = ?", url)
                                == 0);
    }
}
