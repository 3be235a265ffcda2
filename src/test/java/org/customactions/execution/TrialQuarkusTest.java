package org.customactions.execution;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.customactions.support.Api;
import org.customactions.support.Planted;
import org.customactions.support.Refusals;
import org.customactions.support.ServiceResource;
import org.customactions.support.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a manager tries out before agents do. */
@QuarkusTest
class TrialQuarkusTest {

    private static final String PATH = "/api/custom-actions/try";
    private static final String MASK = "********";
    private static final String KEY = Planted.text("key");

    private final UUID organization = UUID.randomUUID();
    private final String manager =
            Tokens.manager(organization).claim("name", "Sam").sign();
    private final Hook hook = Hook.answering(okJson("{\"id\":7}"));
    private UUID contact;

    @BeforeEach
    void createContact() {
        contact = Api.createContact(organization, Map.of("name", "Ada"));
    }

    @Test
    void shouldRunWhatIsNotSavedAndShowTheExchange() {
        var config = Map.of(
                "url",
                hook.url() + "?reason={{input.reason}}&page={{context.page}}",
                "result",
                Map.of("toast", "#{{response.id}}", "url", "https://a.example/{{response.id}}"));

        var answer = tried(Map.of(
                        "action_type",
                        "webhook",
                        "config",
                        config,
                        "contact_id",
                        contact,
                        "inputs",
                        Map.of("reason", "late"),
                        "context",
                        Map.of("page", 3)))
                .statusCode(200)
                .body("data.success", is(true))
                .body("data.toast.message", is("#7"))
                .body("data.data.id", is(7))
                .body("data.exchange.request.url", is(hook.url() + "?reason=late&page=3"))
                .body("data.exchange.response.body", is("{\"id\":7}"))
                .body("data", not(hasKey("warnings")));

        assertThat(hook.rest()).isEqualTo("?reason=late&page=3");
        String path = answer.extract().path("data.redirect_url");
        Api.anonymous().get(path).then().statusCode(302);
        Api.as(manager)
                .get("/api/custom-actions/executions/{id}", answer.extract().<String>path("data.execution_id"))
                .then()
                .body("data.trial", is(true))
                .body("data.action_id", nullValue())
                .body("data.action_name", nullValue())
                .body("data.user_name", is("Sam"))
                .body("data.success", is(true))
                .body("data.outcome", is("success"));
    }

    @Test
    void shouldUseTheSecretsOfASavedActionThatIsNotActive() {
        var config = Map.of(
                "url",
                hook.url() + "/saved",
                "headers",
                Map.of("X-Key", KEY),
                "signing_secret",
                Planted.SIGNING_SECRET);
        var action = Api.createAction(organization, "webhook", config);
        Api.as(manager)
                .body(Map.of("is_active", false))
                .put("/api/custom-actions/{id}", action)
                .then()
                .statusCode(200);

        var masked = new HashMap<String, Object>(config);
        masked.putAll(Map.of("url", hook.url() + "/other", "headers", Map.of("x-key", MASK), "signing_secret", MASK));
        var answer = tried(Map.of("id", action, "action_type", "webhook", "config", masked, "contact_id", contact))
                .statusCode(200)
                .body("data.success", is(true))
                .body("data.exchange.request.headers.x-key", is(MASK));

        assertThat(hook.rest()).isEqualTo("/other");
        assertThat(hook.header("X-Key")).isEqualTo(KEY);
        assertThat(hook.request().getHeaders().keys()).contains("webhook-signature");
        assertThat(answer.extract().asString()).doesNotContain(KEY);
        Api.as(manager)
                .get("/api/custom-actions/{id}/executions", action)
                .then()
                .body("data.executions[0].trial", is(true))
                .body("data.executions[0].action_name", is("Action"));
    }

    @Test
    void shouldNeverSendAMaskForWhichNothingIsStored() {
        var config = Map.of(
                "url",
                hook.url(),
                "headers",
                Map.of("X-Key", MASK, "X-Other", "1"),
                "signing_secret",
                MASK,
                "signature",
                Map.of("header", "X-Signature", "secret", MASK),
                "auth",
                Map.of("type", "basic", "username", "ada", "password", MASK));

        tried(Map.of("action_type", "webhook", "config", config, "contact_id", contact))
                .statusCode(200)
                .body("data.success", is(true))
                .body("data.warnings.field", hasItem("config.headers.X-Key"))
                .body("data.warnings.field", hasItem("config.auth"))
                .body("data.warnings.field", hasItem("config.signature"))
                .body("data.warnings.field", hasItem("config.signing_secret"));

        assertThat(hook.header("X-Other")).isEqualTo("1");
        assertThat(hook.request().getHeaders().toString()).doesNotContain(MASK);
        assertThat(hook.request().getHeaders().keys())
                .doesNotContain("X-Key", "Authorization", "X-Signature", "webhook-signature");
    }

    @Test
    void shouldRunLinksAndScripts() {
        tried(Map.of(
                        "action_type",
                        "url",
                        "config",
                        Map.of("url", "https://a.example/{{contact.name}}"),
                        "contact_id",
                        contact))
                .statusCode(200)
                .body("data.redirect_url", notNullValue())
                .body("data", not(hasKey("exchange")));
        tried(Map.of(
                        "action_type",
                        "javascript",
                        "config",
                        Map.of("code", "return { clipboard: contact.name }"),
                        "contact_id",
                        contact))
                .statusCode(200)
                .body("data.clipboard", is("Ada"));
    }

    @Test
    void shouldTellOfAFailureAndWarn() {
        tried(Map.of(
                        "action_type",
                        "webhook",
                        "config",
                        Map.of("url", "http://127.0.0.1:1/{{contact.nmae}}"),
                        "contact_id",
                        contact))
                .statusCode(200)
                .body("data.success", is(false))
                .body("data.outcome", is("connect"))
                .body("data.exchange.request.url", is("http://127.0.0.1:1/"))
                .body("data.warnings[0].message", containsString("contact.nmae"));
    }

    @Test
    void shouldRunNothingThatIsNotInOrder() {
        Map<String, Object> config = Map.of("url", hook.url());
        Map<String, Object> body = Map.of("action_type", "webhook", "config", config, "contact_id", contact);
        var foreign = Api.createAction(UUID.randomUUID(), "webhook", config);

        tried(with(body, "contact_id", UUID.randomUUID())).spec(Refusals.notFound());
        tried(with(body, "id", foreign)).spec(Refusals.notFound());
        tried(with(body, "id", "x")).spec(Refusals.field("id", "UUID"));
        tried(with(body, "config", Map.of("url", "http://169.254.169.254/"))).spec(Refusals.field("config.url", ""));
        tried(with(body, "config", Map.of("url", hook.url(), "body", "{{"))).spec(Refusals.field("config.body", ""));
        tried(with(body, "name", "x")).spec(Refusals.field("name", ""));
        tried(Map.of("action_type", "webhook", "config", config)).spec(Refusals.field("contact_id", "required"));
        Api.as(Tokens.agent(organization).sign()).body(body).post(PATH).then().spec(Refusals.forbidden());

        assertThat(hook.requests()).isEmpty();
        assertThat(ServiceResource.database()
                        .queryCount(
                                "select count(*) from custom_action_executions where organization_id = ?",
                                organization))
                .isZero();
    }

    private static Map<String, Object> with(Map<String, Object> body, String field, Object value) {
        var changed = new HashMap<>(body);
        changed.put(field, value);
        return changed;
    }

    private ValidatableResponse tried(Map<String, Object> body) {
        return Api.as(manager).body(body).post(PATH).then();
    }
}
