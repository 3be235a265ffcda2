package org.customactions.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.customactions.support.Api;
import org.customactions.support.Bodies;
import org.customactions.support.Refusals;
import org.customactions.support.ServiceResource;
import org.customactions.support.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A preview shows what an execution does, and does none of it. */
@QuarkusTest
class PreviewQuarkusTest {

    private static final String PREVIEW = "/api/custom-actions/preview";
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    /** What belongs to the connection, not to the request. */
    private static final Set<String> OF_THE_CONNECTION = Set.of("host", "user-agent", "content-length", "traceparent");

    private static final Map<String, Object> CONTACT = Map.of(
            "name", "Ada \"Ä\" <Lovelace>\u2028&co",
            "tags", List.of("vip"),
            "metadata", Map.of("order", Map.of("id", 1042)));

    private final UUID organization = UUID.randomUUID();
    private final String manager = Tokens.manager(organization).sign();
    private final Hook hook = Hook.start();

    @AfterEach
    void assertNothingWasStored() {
        assertThat(ServiceResource.database()
                        .queryCount(
                                "select count(*) from custom_actions where organization_id = ? and name <> 'Action'",
                                organization))
                .isZero();
    }

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
        var token = Tokens.manager(organization)
                .claim("user_id", "42")
                .claim("name", "Sam")
                .claim("email", "sam@example.com")
                .claim("organization_name", "Example Ltd")
                .sign();

        var preview =
                Api.as(token).body(body("webhook", Map.of("url", hook.url()))).post(PREVIEW);

        assertThat(preview.then().statusCode(200).extract().<String>path("data.request.body"))
                .isEqualTo(
                        "{\"contact\":{\"id\":\"3dae9074-6b90-4e8d-9ca5-2f7c5e3b4032\",\"phone_number\":\"+15550100\","
                                + "\"name\":\"Ada Example\",\"profile_name\":\"Ada\",\"tags\":[\"vip\",\"sales\"],"
                                + "\"metadata\":{\"plan\":\"pro\",\"order\":{\"id\":1042,\"open\":true}}},"
                                + "\"user\":{\"id\":\"42\",\"name\":\"Sam\",\"email\":\"sam@example.com\",\"role\":\"manager\"},"
                                + "\"organization\":{\"id\":\"" + organization + "\",\"name\":\"Example Ltd\"}}");
    }

    @Test
    void shouldShowTheHeadersOfASignedWebhook() {
        var preview = preview("webhook", Map.of("url", hook.url(), "signing_secret", SECRET));

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

        preview("webhook", config)
                .statusCode(200)
                .body("data.unknown_variables", contains("contact.nope", "user.nope", "contact.metadata.nope"));
    }

    @Test
    void shouldShowTheUrlThatALinkOpens() {
        Map<String, Object> config =
                Map.of("url", "https://crm.example.com/{{contact.name}}?q={{contact.tags}}", "open_in_new_tab", false);
        var contact = Api.createContact(organization, CONTACT);

        var preview = preview("url", config, contact);

        var action = Api.createAction(organization, "url", config);
        var opened = Clicks.destination(Api.execute(manager, action, contact));
        preview.statusCode(200)
                .body("data.url", equalTo(opened))
                .body("data.open_in_new_tab", is(false))
                .body("data.unknown_variables", empty());
    }

    @Test
    void shouldNameTheUnknownVariablesOfALink() {
        preview("url", Map.of("url", "https://crm.example.com/?q={{contact.nope}}"))
                .statusCode(200)
                .body("data.url", is("https://crm.example.com/?q="))
                .body("data.unknown_variables", contains("contact.nope"));
    }

    @Test
    void shouldShowWhatAScriptDoes() {
        Map<String, Object> config = Map.of(
                "code",
                "console.log('hi'); return { message: 'Done', clipboard: contact.name, url: 'https://a.example/x',"
                        + " toast: { message: 'Hello ' + contact.name, type: 'info' } }");
        var contact = Api.createContact(organization, CONTACT);

        var preview = preview("javascript", config, contact).statusCode(200);

        var action = Api.createAction(organization, "javascript", config);
        var executed = Api.execute(manager, action, contact);
        for (var field : List.of("success", "message", "toast", "clipboard", "data")) {
            preview.body("data." + field, equalTo(executed.extract().path("data." + field)));
        }
        preview.body("data.url", equalTo(Clicks.destination(executed)));
    }

    @Test
    void shouldShowHowAScriptFails() {
        preview("javascript", Map.of("code", "throw new Error('no')"))
                .statusCode(200)
                .body("data.success", is(false))
                .body("data.message", is("JavaScript error: no (line 1)"))
                .body("data", not(hasKey("url")));
    }

    @Test
    void shouldTakeASampleContactWhereNoneIsNamed() {
        var config = Map.of("url", "https://crm.example.com/?q={{contact.name}}&org={{organization.id}}");

        preview("url", config)
                .statusCode(200)
                .body("data.url", is("https://crm.example.com/?q=Ada%20Example&org=" + organization));
    }

    @Test
    void shouldNotFindAContactThatIsUnknownOrOfAnotherOrganization() {
        var foreign = Api.createContact(UUID.randomUUID(), CONTACT);

        for (var contact : List.of(UUID.randomUUID(), foreign)) {
            preview("url", Map.of("url", "https://a.example/"), contact).spec(Refusals.notFound());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"agent", "supervisor"})
    void shouldForbidItToThoseWhoDoNotManage(String role) {
        var token = Tokens.of(organization).claim("role", role).sign();

        var answer =
                Api.as(token).body(body("webhook", Map.of("url", hook.url()))).post(PREVIEW);

        answer.then().spec(Refusals.forbidden());
    }

    @Test
    void shouldNotAnswerStrangers() {
        Api.anonymous()
                .body(body("webhook", Map.of("url", hook.url())))
                .post(PREVIEW)
                .then()
                .statusCode(401);
    }

    @Test
    void shouldSendAndStoreNothing() {
        var redirects = redirects();

        preview("webhook", Map.of("url", hook.url())).statusCode(200);
        preview("url", Map.of("url", hook.url())).statusCode(200);
        preview("javascript", Map.of("code", "return { url: '%s' }".formatted(hook.url())))
                .statusCode(200);

        assertThat(hook.requests()).isEmpty();
        assertThat(redirects()).isEqualTo(redirects);
        Api.as(manager).get("/api/custom-actions").then().body("data.custom_actions", empty());
    }

    @Test
    void shouldRefuseAForbiddenLiteralAddress() {
        preview("webhook", Map.of("url", "http://169.254.169.254/"))
                .spec(Refusals.field("config.url", "must not point to 169.254.169.254"));
    }

    @Test
    void shouldRefuseASyntaxError() {
        preview("javascript", Map.of("code", "return {")).spec(Refusals.field("config.code", "line 1"));
    }

    @Test
    void shouldRefuseABrokenTemplate() {
        preview("webhook", Map.of("url", hook.url(), "body", "{\"a\":\"{{#contact.name}}\"}"))
                .spec(Refusals.field("config.body", "line 1"));
    }

    @Test
    void shouldRefuseAUrlThatTheContactMakesInvalid() {
        var contact = Api.createContact(organization, Map.of("name", ".."));

        preview("webhook", Map.of("url", hook.url() + "/{{contact.name}}/x"), contact)
                .spec(Refusals.field("config.url", "."));
    }

    @Test
    void shouldRefuseABodyThatTheContactBreaks() {
        var contact = Api.createContact(organization, Map.of("metadata", Map.of("raw", "\"")));

        preview("webhook", Map.of("url", hook.url(), "body", "{\"a\":{{{contact.metadata.raw}}}}"), contact)
                .spec(Refusals.field("config", "not valid JSON for this contact"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"action_type", "config"})
    void shouldRequireTypeAndConfig(String field) {
        var incomplete = Bodies.without(body("url", Map.of("url", "https://a.example/")), field);

        Api.as(manager).body(incomplete).post(PREVIEW).then().spec(Refusals.field(field, "required"));
    }

    @ParameterizedTest
    @CsvSource({"contact_id,none", "name,Action", "action_type,fax"})
    void shouldRefuseABadOrUnknownField(String field, String value) {
        var spoilt = Bodies.with(body("url", Map.of("url", "https://a.example/")), field, value);

        Api.as(manager).body(spoilt).post(PREVIEW).then().spec(Refusals.field(field, ""));
    }

    @Test
    void shouldRefuseMasksSinceNothingIsStored() {
        preview("webhook", Map.of("url", hook.url(), "headers", Map.of("X-Key", "********")))
                .spec(Refusals.field("config.headers.X-Key", "send its value"));
        preview("webhook", Map.of("url", hook.url(), "signing_secret", "********"))
                .spec(Refusals.field("config.signing_secret", "send its value"));
    }

    private void assertShowsWhatIsSent(Map<String, Object> config) {
        var contact = Api.createContact(organization, CONTACT);

        var shown = preview("webhook", config, contact)
                .statusCode(200)
                .body("data.unknown_variables", empty())
                .extract();

        assertThat(hook.requests()).isEmpty();
        var action = Api.createAction(organization, "webhook", config);
        Api.execute(manager, action, contact).statusCode(200).body("data.success", is(true));
        assertThat(shown.<String>path("data.request.method"))
                .isEqualTo(hook.request().getMethod().getName());
        assertThat(shown.<String>path("data.request.url"))
                .isEqualTo(ServiceResource.receiver().url(hook.request().getUrl()));
        assertThat(shown.<String>path("data.request.body")).isEqualTo(hook.body());
        assertSameHeaders(shown.path("data.request.headers"), hook.request());
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

    private ValidatableResponse preview(String type, Map<String, ?> config) {
        return Api.as(manager).body(body(type, config)).post(PREVIEW).then();
    }

    private ValidatableResponse preview(String type, Map<String, ?> config, UUID contact) {
        return Api.as(manager)
                .body(Bodies.with(body(type, config), "contact_id", contact.toString()))
                .post(PREVIEW)
                .then();
    }

    private static Map<String, Object> body(String type, Map<String, ?> config) {
        return Map.of("action_type", type, "config", config);
    }

    private static long redirects() {
        return ServiceResource.database().queryCount("select count(*) from redirect_tokens");
    }
}
