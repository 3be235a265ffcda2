package org.customactions.kind.url;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.customactions.execution.Clicks;
import org.customactions.execution.PreviewCalls;
import org.customactions.support.Api;
import org.junit.jupiter.api.Test;

/** A preview of a link is the page that its execution opens. */
@QuarkusTest
class UrlPreviewQuarkusTest {

    private final PreviewCalls previews = new PreviewCalls();

    @Test
    void shouldShowTheUrlThatALinkOpens() {
        Map<String, Object> config =
                Map.of("url", "https://crm.example.com/{{contact.name}}?q={{contact.tags}}", "open_in_new_tab", false);
        var contact = Api.createContact(previews.organization(), PreviewCalls.CONTACT);

        var preview = previews.of("url", config, contact);

        var action = Api.createAction(previews.organization(), "url", config);
        var opened = Clicks.destination(Api.execute(previews.manager(), action, contact));
        preview.statusCode(200)
                .body("data.url", equalTo(opened))
                .body("data.open_in_new_tab", is(false))
                .body("data.unknown_variables", empty());
    }

    @Test
    void shouldNameTheUnknownVariablesOfALink() {
        previews.of("url", Map.of("url", "https://crm.example.com/?q={{contact.nope}}"))
                .statusCode(200)
                .body("data.url", is("https://crm.example.com/?q="))
                .body("data.unknown_variables", contains("contact.nope"));
    }

    @Test
    void shouldTakeASampleContactWhereNoneIsNamed() {
        var config = Map.of("url", "https://crm.example.com/?q={{contact.name}}&org={{organization.id}}");

        previews.of("url", config)
                .statusCode(200)
                .body("data.url", is("https://crm.example.com/?q=Ada%20Example&org=" + previews.organization()));
    }
}
