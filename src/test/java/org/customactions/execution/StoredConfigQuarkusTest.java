package org.customactions.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.customactions.support.Api;
import org.customactions.support.ServiceResource;
import org.customactions.support.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Configs that another program stored, and that no check of this service has seen. */
@QuarkusTest
class StoredConfigQuarkusTest {

    private final UUID organization = UUID.randomUUID();
    private final Hook hook = Hook.start();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            webhook | {"url":"https://a.example/{{contact.name"}                       | Webhook cannot be sent:
            webhook | {"url":"https://a.example/","body":"{{#open}}"}                  | Webhook cannot be sent:
            webhook | {"url":"https://a.example/","headers":{"X-A":"{{>partial}}"}}    | Webhook cannot be sent:
            webhook | {"url":"ftp://a.example/"}                                       | Webhook cannot be sent:
            url     | {"url":"https://a.example/{{contact.name"}                       | The URL cannot be opened:
            url     | {"url":"javascript:alert(1)"}                                    | The URL cannot be opened:
            """)
    void shouldTellWhatIsWrongWithATemplate(String type, String config, String message) {
        click(type, config).body("data.success", is(false)).body("data.message", startsWith(message));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{}",
                "{\"url\":7}",
                "{\"url\":\"https://a.example/\",\"headers\":{\"X\":[]}}",
                "{\"url\":\"https://a.example/\",\"method\":\"TRACE\"}",
                "{\"url\":\"https://a.example/\",\"surprise\":1}"
            })
    void shouldTellThatTheConfigHasToBeCorrected(String config) {
        click("webhook", config)
                .body("data.success", is(false))
                .body("data.message", startsWith("The action's configuration needs to be corrected: "));
    }

    @Test
    void shouldKeepAWebhooksSuccessIfItsResultTemplateFails() {
        click("webhook", "{\"url\":\"%s\",\"result\":{\"toast\":\"{{#open}}\"}}".formatted(hook.url()))
                .body("data.success", is(true))
                .body("data.toast.type", is("warning"))
                .body("data.toast.message", containsString("its result cannot be shown: "));

        assertThat(hook.requests()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {{contact.name}}                            | The Content-Type must be written out
            application/json{{contact.name}}            | The Content-Type must be written out
            text/plain; charset=nonsense                | The Content-Type names a charset that is not known
            """)
    void shouldNotSendABodyInAFormatThatAValueChooses(String contentType, String reason) {
        click("webhook", stored(contentType))
                .body("data.success", is(false))
                .body("data.message", startsWith("Webhook cannot be sent: " + reason));

        assertThat(hook.requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json; charset=iso-8859-1", "application/json; v={{contact.id}}"})
    void shouldStillSendAnOlderContentTypeThatIsSafe(String contentType) {
        click("webhook", stored(contentType)).body("data.success", is(true));

        assertThat(hook.body()).matches("\\{\"a\":\"(é|\\\\u00e9)\"}");
    }

    /** Whoever changes it, and without any other trace, the next click is by the new one. */
    @Test
    void shouldExecuteWhatIsStoredNow() {
        var action =
                Api.createAction(organization, "url", Map.of("url", "https://a.example/", "open_in_new_tab", true));
        var contact = Api.createContact(organization, Map.of());
        var agent = Tokens.agent(organization).sign();
        for (var isNewTab : List.of(true, true, false, false, true)) {
            ServiceResource.database()
                    .execute(
                            "update custom_actions set config = jsonb_set(config, '{open_in_new_tab}', ?::jsonb) where id = ?",
                            isNewTab.toString(),
                            action);

            Api.execute(agent, action, contact).statusCode(200).body("data.open_in_new_tab", is(isNewTab));
        }
    }

    private String stored(String contentType) {
        return "{\"url\":\"%s\",\"headers\":{\"Content-Type\":\"%s\"},\"body\":\"{\\\"a\\\":\\\"é\\\"}\"}"
                .formatted(hook.url(), contentType);
    }

    private ValidatableResponse click(String type, String config) {
        var stored = Api.createAction(organization, type, Map.of("url", "https://a.example/"));
        ServiceResource.database().execute("update custom_actions set config = ?::jsonb where id = ?", config, stored);
        return Api.execute(Tokens.agent(organization).sign(), stored, Api.createContact(organization, Map.of()))
                .statusCode(200);
    }
}
