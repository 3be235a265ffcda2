package org.customactions.kind.webhook;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.unauthorized;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.anEmptyMap;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.customactions.execution.Clicks;
import org.customactions.execution.Hook;
import org.customactions.support.Api;
import org.customactions.support.Planted;
import org.customactions.support.Refusals;
import org.customactions.support.ServiceResource;
import org.customactions.support.StoredConfig;
import org.customactions.support.Tokens;
import org.junit.jupiter.api.Test;

/** Who calls, in which way, and what of it is kept secret, in the running service. */
@QuarkusTest
class WebhookAuthQuarkusTest {

    private static final String ACTION = "/api/custom-actions/{id}";
    private static final String MASK = "********";
    private static final String PASSWORD = Planted.text("password");
    private static final String CLIENT_SECRET = Planted.text("client-secret");
    private static final String KEY = Planted.text("signature-key");
    private static final String TOKEN = Planted.text("token");

    private final UUID organization = UUID.randomUUID();
    private final String manager = Tokens.manager(organization).sign();
    private final Clicks clicks = new Clicks();
    private final Hook hook = Hook.answering(okJson("{\"echo\":\"Bearer " + TOKEN + "\",\"id\":7}"));
    private final Hook tokens = Hook.answering(
            okJson("{\"access_token\":\"" + TOKEN + "\",\"expires_in\":3600,\"token_type\":\"Bearer\"}"));

    @Test
    void shouldSendATokenAndMaskItInTheAnswer() {
        clicks.webhook(hook, Map.of("auth", oauth2(), "result", Map.of("toast", "{{response.echo}} {{response.id}}")))
                .body("data.success", is(true))
                .body("data.outcome", is("success"))
                .body("data.data.echo", is("Bearer " + MASK))
                .body("data.toast.message", is("Bearer ******** 7"));

        assertThat(hook.header("Authorization")).isEqualTo("Bearer " + TOKEN);
        assertThat(hook.header("Accept-Encoding")).isEqualTo("gzip, deflate");
        assertThat(tokens.body()).isEqualTo("grant_type=client_credentials");
    }

    @Test
    void shouldSayWhyThereIsNoToken() {
        var refusing = Hook.answering(unauthorized().withBody("{\"error\":\"invalid_client\"}"));
        var auth = new HashMap<>(oauth2());
        auth.put("token_url", refusing.url());

        clicks.webhook(hook, Map.of("auth", auth))
                .body("data.success", is(false))
                .body("data.outcome", is("token"))
                .body("data.message", is("The token server answered 401 Unauthorized (invalid_client)"));

        assertThat(hook.requests()).isEmpty();
    }

    @Test
    void shouldSendNameAndPassword() {
        clicks.webhook(hook, Map.of("auth", basic())).body("data.success", is(true));

        var sent = Base64.getEncoder().encodeToString(("ada:" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        assertThat(hook.header("Authorization")).isEqualTo("Basic " + sent);
    }

    @Test
    void shouldStoreSecretsEncryptedAndKeepThemForAMask() {
        for (var given : List.of(basic(), oauth2())) {
            var config = config(Map.of("auth", given, "signature", signature()));
            var action = Api.createAction(organization, "webhook", config);
            var place = given.equals(basic()) ? "password" : "client_secret";
            var value = place.equals("password") ? PASSWORD : CLIENT_SECRET;

            var stored = StoredConfig.of(ServiceResource.database(), action);
            assertThat(stored.at("/auth/" + place).isObject()).isTrue();
            assertThat(stored.at("/signature/secret").isObject()).isTrue();
            assertThat(stored.toString()).doesNotContain(PASSWORD, CLIENT_SECRET, KEY);
            Api.as(manager)
                    .get(ACTION, action)
                    .then()
                    .body("data.config.auth." + place, equalTo(value))
                    .body("data.config.signature.secret", equalTo(KEY));
            Api.as(Tokens.agent(organization).sign()).get(ACTION, action).then().body("data.config", anEmptyMap());

            var masked = new HashMap<>(config);
            var auth = new HashMap<>(given);
            auth.put(place, MASK);
            masked.put("auth", auth);
            masked.put("signature", Map.of("header", "X-Other", "secret", MASK));
            update(action, masked)
                    .statusCode(200)
                    .body("data.config.auth." + place, equalTo(value))
                    .body("data.config.signature.secret", equalTo(KEY))
                    .body("data.config.signature.header", equalTo("X-Other"));
        }
    }

    @Test
    void shouldRefuseAForbiddenTokenServerWhenItIsSaved() {
        var auth = new HashMap<>(oauth2());
        auth.put("token_url", "http://10.0.0.1/token");

        Api.as(manager)
                .body(Map.of("name", "A", "action_type", "webhook", "config", config(Map.of("auth", auth))))
                .post("/api/custom-actions")
                .then()
                .spec(Refusals.field("config.auth.token_url", "must not point to 10.0.0.1"));
    }

    @Test
    void shouldShowInAPreviewThatSomebodyCallsAndFetchNothing() {
        Api.as(manager)
                .body(Map.of("action_type", "webhook", "config", config(Map.of("auth", oauth2()))))
                .post("/api/custom-actions/preview")
                .then()
                .statusCode(200)
                .body("data.request.headers.Authorization", is("Bearer " + MASK));
        Api.as(manager)
                .body(Map.of("action_type", "webhook", "config", config(Map.of("auth", basic(), "method", "DELETE"))))
                .post("/api/custom-actions/preview")
                .then()
                .statusCode(200)
                .body("data.request.method", is("DELETE"))
                .body("data.request.body", is(""))
                .body("data.request.headers", not(hasKey("Content-Type")))
                .body("data.request.headers.Authorization", is("Basic " + MASK));

        assertThat(tokens.requests()).isEmpty();
    }

    @Test
    void shouldDeleteWithoutABody() {
        clicks.webhook(hook, Map.of("method", "delete")).body("data.success", is(true));

        assertThat(hook.request().getMethod().getName()).isEqualTo("DELETE");
        assertThat(hook.request().getBody()).isEmpty();
        assertThat(hook.request().getHeader("Content-Length")).isNull();
    }

    @Test
    void shouldEndAtTheActionsOwnTimeout() {
        var slow = Hook.answering(okJson("{}").withFixedDelay(5_000));

        clicks.webhook(slow, Map.of("timeout_seconds", 1))
                .body("data.outcome", is("timeout"))
                .body("data.message", is("Webhook timed out after 1 s"));
    }

    @Test
    void shouldCountAsUnderWayAsLongAsTheActionMayTake() {
        var contact = Api.createContact(organization, Map.of("name", "Ada"));
        var usual = Api.createAction(organization, "webhook", config(Map.of()));
        var patient = Api.createAction(organization, "webhook", config(Map.of("timeout_seconds", 60)));
        for (var action : List.of(usual, patient)) {
            Api.execute(Tokens.agent(organization).sign(), action, contact).body("data.success", is(true));
        }

        assertThat(lease(patient) - lease(usual)).isGreaterThan(30);
        assertThat(lease(patient)).isGreaterThan(70);
    }

    private static double lease(UUID action) {
        return ServiceResource.database()
                .queryValue(
                        Double.class,
                        "select cast(extract(epoch from lease_until - created_at) as float8)"
                                + " from custom_action_executions where action_id = ?",
                        action);
    }

    @Test
    void shouldUnpackTheAnswer() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write("{\"id\":7}".getBytes(StandardCharsets.UTF_8));
        }
        var packing = Hook.answering(aResponse()
                .withHeader("Content-Encoding", "gzip")
                .withHeader("Content-Type", "application/octet-stream")
                .withBody(packed.toByteArray()));

        clicks.webhook(packing, Map.of("result", Map.of("toast", "Ticket #{{response.id}} created")))
                .body("data.toast.message", is("Ticket #7 created"))
                .body("data.toast.type", is("success"))
                .body("data.data.id", is(7));
    }

    @Test
    void shouldSayThatAnAnswerIsPackedInAnotherWay() {
        var packing = Hook.answering(okJson("{}").withHeader("Content-Encoding", "br"));

        clicks.webhook(packing, Map.of())
                .body("data.outcome", is("content_encoding"))
                .body(
                        "data.message",
                        is("Webhook response from 127.0.0.1 has a Content-Encoding that cannot be" + " unpacked: br"));
    }

    @Test
    void shouldFollowARedirectIfAsked() {
        var there = Hook.answering(okJson("{\"row\":17}"));
        var here = Hook.answering(aResponse().withStatus(302).withHeader("Location", there.url()));

        clicks.webhook(here, Map.of()).body("data.outcome", is("upstream_status"));
        clicks.webhook(here, Map.of("follow_redirects", true))
                .body("data.success", is(true))
                .body("data.data.row", is(17));
        assertThat(there.request().getMethod().getName()).isEqualTo("GET");
    }

    @Test
    void shouldTellWhatTheUpstreamReported() {
        var slack = Hook.answering(okJson("{\"ok\":false,\"error\":\"channel_not_found\"}"));

        clicks.webhook(slack, Map.of("success_when", "{{response.ok}}"))
                .body("data.success", is(false))
                .body("data.outcome", is("reported_failure"))
                .body("data.message", is("Webhook reported a failure"))
                .body("data.toast.type", is("error"))
                .body("data.data.error", is("channel_not_found"));
        clicks.webhook(
                        slack,
                        Map.of(
                                "success_when",
                                "{{response.ok}}",
                                "result",
                                Map.of("failure", "Slack: {{response.error}}")))
                .body("data.toast.message", is("Slack: channel_not_found"));
    }

    private Map<String, Object> basic() {
        return Map.of("type", "basic", "username", "ada", "password", PASSWORD);
    }

    private Map<String, Object> oauth2() {
        return Map.of(
                "type", "oauth2", "token_url", tokens.url(), "client_id", "buttons", "client_secret", CLIENT_SECRET);
    }

    private static Map<String, Object> signature() {
        return Map.of("header", "X-Signature", "secret", KEY);
    }

    private Map<String, Object> config(Map<String, Object> fields) {
        var config = new HashMap<String, Object>(fields);
        config.put("url", hook.url());
        return config;
    }

    private ValidatableResponse update(UUID action, Map<String, Object> config) {
        return Api.as(manager)
                .body(Map.of("config", config))
                .put(ACTION, action)
                .then();
    }
}
