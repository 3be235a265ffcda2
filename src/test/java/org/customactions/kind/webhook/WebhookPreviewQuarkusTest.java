package org.customactions.kind.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.customactions.execution.Hook;
import org.customactions.execution.PreviewCalls;
import org.customactions.support.Api;
import org.customactions.support.Bodies;
import org.customactions.support.Planted;
import org.customactions.support.ServiceResource;
import org.customactions.support.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A preview of a webhook is the request that its execution sends. */
@QuarkusTest
class WebhookPreviewQuarkusTest {

    private static final String SECRET = Planted.SIGNING_SECRET;

    /** Headers that belong to the connection, not to the request. */
    private static final Set<String> OF_THE_CONNECTION =
            Set.of("host", "user-agent", "accept-encoding", "content-length", "traceparent");

    private final PreviewCalls previews = new PreviewCalls();
    private final Hook hook = Hook.start();

    @ParameterizedTest
    @CsvSource({"POST,application/json", "PUT,text/xml", "PATCH,application/x-www-form-urlencoded", "GET,text/plain"})
    void shouldShowWhatAWebhookSends(String method, String contentType) {
        var body = contentType.endsWith("json") ? "{\"name\":\"{{contact.name}}\"}" : "name={{contact.name}}";
        Map<String, Object> config = Map.of(
                "url",
                hook.url() + "/{{contact.name}}?order={{contact.metadata.order.id}}&by={{user.id}}",
                "method",
                method,
                "headers",
                Map.of("Content-Type", contentType, "X-Name", "To {{contact.name}}"),
                "body",
                body);

        assertShowsWhatIsSent(config);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "GET"})
    void shouldShowWhatAWebhookSendsByDefault(String method) {
        assertShowsWhatIsSent(Map.of("url", hook.url(), "method", method));
    }

    @Test
    void shouldShowTheDefaultBodyOfTheSampleContactInTheOrderOfTheVariables() {
        var token = Tokens.manager(previews.organization())
                .claim("user_id", "42")
                .claim("name", "Sam")
                .claim("email", "sam@example.com")
                .claim("organization_name", "Example Ltd")
                .sign();

        var preview = Api.as(token)
                .body(PreviewCalls.body("webhook", Map.of("url", hook.url())))
                .post(PreviewCalls.PATH);

        assertThat(preview.then().statusCode(200).extract().<String>path("data.request.body"))
                .matches("[^\n]*,\"execution_id\":\"[0-9a-f-]{36}\"}")
                .startsWith(
                        "{\"contact\":{\"id\":\"3dae9074-6b90-4e8d-9ca5-2f7c5e3b4032\",\"phone_number\":\"+15550100\","
                                + "\"name\":\"Ada Example\",\"profile_name\":\"Ada\",\"tags\":[\"vip\",\"sales\"],"
                                + "\"metadata\":{\"plan\":\"pro\",\"order\":{\"id\":1042,\"open\":true}}},"
                                + "\"user\":{\"id\":\"42\",\"name\":\"Sam\",\"email\":\"sam@example.com\",\"role\":\"manager\"},"
                                + "\"organization\":{\"id\":\"" + previews.organization()
                                + "\",\"name\":\"Example Ltd\"},"
                                + "\"action\":{\"id\":\"5f2a1f0e-8d4b-4a86-b0a5-6c1e9d7f3b64\",\"name\":\"Example action\"},"
                                + "\"execution_id\":\"");
    }

    @Test
    void shouldShowTheHeadersOfASignedWebhook() {
        var preview = previews.of("webhook", Map.of("url", hook.url(), "signing_secret", SECRET));

        preview.statusCode(200)
                .body("data.request.headers", hasKey("webhook-id"))
                .body("data.request.headers", hasKey("webhook-timestamp"))
                .body("data.request.headers", hasKey("webhook-signature"));
        assertThat(preview.extract().asString()).doesNotContain(SECRET);
    }

    @Test
    void shouldNameTheUnknownVariablesOfEveryPartOfAWebhookOnce() {
        var config = Map.of(
                "url",
                hook.url() + "?a={{contact.nope}}&b={{contact.name}}",
                "headers",
                Map.of("X-A", "{{contact.nope}} {{user.nope}}"),
                "body",
                "{\"a\":\"{{contact.metadata.nope}}\"}");

        previews.of("webhook", config)
                .statusCode(200)
                .body("data.unknown_variables", contains("contact.nope", "user.nope", "contact.metadata.nope"));
    }

    @Test
    void shouldShowWhatAgentsWouldSeeOfASampleAnswer() {
        var config = Map.of(
                "url",
                hook.url(),
                "success_when",
                "{{response.ok}}",
                "result",
                Map.of(
                        "toast", "#{{response.id}} for {{contact.name}}",
                        "clipboard", "{{response.id}}",
                        "url", "https://a.example/{{response.id}}",
                        "failure", "No: {{response.error}}"));

        sampled(config, Map.of("id", 7, "ok", true))
                .body("data.result.success", is(true))
                .body("data.result.toast.message", is("#7 for Ada Example"))
                .body("data.result.clipboard", is("7"))
                .body("data.result.url", is("https://a.example/7"));
        sampled(config, Map.of("ok", false, "error", "full"))
                .body("data.result.success", is(false))
                .body("data.result.toast.message", is("No: full"));
        sampled(config, Map.of("ok", true))
                .body("data.result.toast.type", is("warning"))
                .body("data.result.toast.message", containsString("the answer has no response.id"));
        assertThat(hook.requests()).isEmpty();
    }

    private ValidatableResponse sampled(Map<String, Object> config, Object response) {
        return Api.as(previews.manager())
                .body(Bodies.with(PreviewCalls.body("webhook", config), "response", response))
                .post(PreviewCalls.PATH)
                .then()
                .statusCode(200);
    }

    private void assertShowsWhatIsSent(Map<String, Object> config) {
        var contact = Api.createContact(previews.organization(), PreviewCalls.CONTACT);

        var shown = previews.of("webhook", config, contact)
                .statusCode(200)
                .body("data.unknown_variables", empty())
                .extract();

        assertThat(hook.requests()).isEmpty();
        var action = Api.createAction(previews.organization(), "webhook", config);
        Api.execute(previews.manager(), action, contact).statusCode(200).body("data.success", is(true));
        assertThat(shown.<String>path("data.request.method"))
                .isEqualTo(hook.request().getMethod().getName());
        assertThat(shown.<String>path("data.request.url"))
                .isEqualTo(ServiceResource.receiver().url(hook.request().getUrl()));
        assertThat(ofAnyClick(shown.path("data.request.body"))).isEqualTo(ofAnyClick(hook.body()));
        assertSameHeaders(shown.path("data.request.headers"), hook.request());
    }

    /** A body that nobody wrote, without the action and the execution, which a preview does not have yet. */
    private static String ofAnyClick(String body) {
        return body.replaceFirst(
                ",\"action\":\\{\"id\":\"[^\"]+\",\"name\":\"[^\"]+\"},\"execution_id\":\"[^\"]+\"}$", "}");
    }

    private void assertSameHeaders(Map<String, String> shown, LoggedRequest sent) {
        var names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        names.addAll(sent.getHeaders().keys());
        names.removeIf(name -> OF_THE_CONNECTION.contains(name.toLowerCase()));
        assertThat(shown.keySet()).containsExactlyInAnyOrderElementsOf(names);
        shown.forEach((name, value) -> assertThat(
                        new String(sent.getHeader(name).getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8))
                .isEqualTo(value));
    }
}
