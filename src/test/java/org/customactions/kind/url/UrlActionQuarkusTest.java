package org.customactions.kind.url;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.customactions.execution.Clicks;
import org.customactions.kind.webhook.WebhookEscapingQuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class UrlActionQuarkusTest {

    private final Clicks clicks = new Clicks();

    @Test
    void shouldAnswerWithARedirectOfItsOwnPath() {
        clicks.url("https://crm.example.com/")
                .body("data.success", is(true))
                .body("data.message", is("Opening URL"))
                .body("data.redirect_url", matchesPattern("/api/custom-actions/redirect/[A-Za-z0-9_-]{22,}"))
                .body("data.open_in_new_tab", is(true))
                .body("data", hasKey("execution_id"))
                .body("data", not(hasKey("clipboard")))
                .body("data", not(hasKey("data")));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void shouldSayWhetherToOpenANewTab(boolean newTab) {
        clicks.action("url", Map.of("url", "https://crm.example.com/", "open_in_new_tab", newTab))
                .body("data.open_in_new_tab", is(newTab));
    }

    @ParameterizedTest
    @CsvSource({"tel:1,false", "mailto:a@b.example,false", "/contacts/1,true", "https://crm.example.com/,true"})
    void shouldLeaveNoEmptyTab(String url, boolean inNewTab) {
        clicks.url(url).body("data.open_in_new_tab", is(inNewTab));
    }

    @ParameterizedTest
    @CsvSource({
        "http://crm.example.com/a?b=c#d,http://crm.example.com/a?b=c#d",
        "https://crm.example.com:8443/{{contact.id}}/x,https://crm.example.com:8443/%ID%/x",
        "https://CRM.example.com/?q={{contact.phone_number}},https://crm.example.com/?q=%2B1%20555%200100",
        "https://crm.example.com/#{{contact.name}},https://crm.example.com/#Ada%20%26%20Co",
        "mailto:{{contact.metadata.email}}?subject=Hello%20{{contact.name}},"
                + "mailto:ada%40example.com?subject=Hello%20Ada%20%26%20Co",
        "mailto:{{{contact.metadata.email}}},mailto:ada@example.com",
        "tel:{{contact.phone_number}},tel:+15550100",
        "/contacts/{{contact.metadata.email}},/contacts/ada%40example.com",
        "tel:+15550100,tel:+15550100",
        "https://{{{contact.metadata.shop}}}.example.com/,https://eu.example.com/",
        "https://crm.example.com/{{{contact.metadata.path}}},https://crm.example.com/a/b?c=1"
    })
    void shouldLeadToTheRenderedUrl(String template, String url) {
        clicks.forContact(Map.of(
                "name", "Ada & Co", "metadata", Map.of("email", "ada@example.com", "shop", "eu", "path", "a/b?c=1")));

        String location = Clicks.destination(clicks.url(template));

        assertThat(location.replaceFirst("[0-9a-f]{8}-[0-9a-f-]{27}", "%ID%")).isEqualTo(url);
    }

    @ParameterizedTest
    @MethodSource("org.customactions.kind.webhook.WebhookEscapingQuarkusTest#hostileNames")
    void shouldKeepAHostileNameInsideItsParameter(String name) {
        clicks.forContact(Map.of("name", name));

        String location = Clicks.destination(clicks.url("https://crm.example.com/find?q={{contact.name}}&last=1"));

        String value = location.replaceFirst("^https://crm\\.example\\.com/find\\?q=", "")
                .replaceFirst("&last=1$", "");
        assertThat(WebhookEscapingQuarkusTest.percentDecoded(value)).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({
        "https://{{{contact.metadata.v}}}/,user:secret@evil.example",
        "https://{{{contact.metadata.v}}}/,''",
        "https://{{{contact.metadata.v}}}.example.com/,evil.example/",
        "https://{{{contact.metadata.v}}}.example.com/,evil.example#",
        "https://crm.example.com/{{{contact.metadata.v}}},a b",
        "https://crm.example.com/{{{contact.metadata.v}}},../admin",
        "https://crm.example.com/x/{{contact.metadata.v}}/y,..",
        "https://crm.example.com/?{{{contact.metadata.v}}},'a\\b'",
        "mailto:{{{contact.metadata.v}}},''",
        "mailto:{{{contact.metadata.v}}},'a@example.com b@example.com'"
    })
    void shouldFailWhereTheContactMakesAnotherUrlOfIt(String template, String value) {
        clicks.forContact(Map.of("metadata", Map.of("v", value)))
                .url(template)
                .body("data.success", is(false))
                .body("data.message", startsWith("The URL cannot be opened: "))
                .body("data.toast.type", is("error"))
                .body("data", not(hasKey("redirect_url")))
                .body("data", not(hasKey("open_in_new_tab")));
    }

    @Test
    void shouldGiveEachClickATokenOfItsOwn() {
        String first = clicks.url("https://a.example/").extract().path("data.redirect_url");
        String second = clicks.url("https://a.example/").extract().path("data.redirect_url");

        assertThat(first).isNotEqualTo(second);
    }
}
