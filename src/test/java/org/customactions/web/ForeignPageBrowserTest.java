package org.customactions.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.customactions.support.Closed;
import org.customactions.support.Full;
import org.junit.jupiter.api.Test;

/** A page of another origin, with two lines of HTML: module and API come from the service itself. */
@Full
@QuarkusTest
@TestProfile(Closed.class)
class ForeignPageBrowserTest extends ChatTest {

    @Test
    void shouldRunAnActionFromAPageOfAnotherOrigin() {
        var action = buttons.script("Note", "return { toast: { message: 'noted', type: 'info' } }");
        page.loadingFromTheService().restore();
        open(Map.of("data-token", buttons.agent()), "");

        page.button("Note").click();

        page.awaitToast("info", "noted");
        assertThat(page.gateway().requests("/embed/custom-actions.js")).isEmpty();
        assertThat(page.gateway().requests("/api/custom-actions/" + action + "/execute"))
                .isEmpty();
    }
}
