package org.customactions.kind.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.anEmptyMap;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.customactions.execution.Hook;
import org.customactions.support.Api;
import org.customactions.support.Bodies;
import org.customactions.support.Planted;
import org.customactions.support.Refusals;
import org.customactions.support.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A signing secret signs requests, and only managers can read it. */
@QuarkusTest
class SigningSecretQuarkusTest {

    private static final String ACTION = "/api/custom-actions/{id}";
    private static final String FIELD = "signing_secret";
    private static final String MASK = "********";
    private static final String KEY = Planted.SIGNING_KEY;
    private static final String SECRET = "whsec_" + KEY;
    private static final String OTHER = "whsec_" + Base64.getEncoder().encodeToString(new byte[32]);

    private final UUID organization = UUID.randomUUID();
    private final String manager = Tokens.manager(organization).sign();
    private final Hook hook = Hook.start();
    private UUID contact;

    @BeforeEach
    void createContact() {
        contact = Api.createContact(organization, Map.of("name", "Zoë \"Z\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "GET"})
    void shouldSignTheBodyAsItIsSent(String method) throws GeneralSecurityException {
        var action = create(Map.of("method", method, FIELD, SECRET, "body", "{\"to\": \"{{contact.name}}\"}"));

        click(action);

        assertSigned(hook.request(), KEY);
    }

    @Test
    void shouldGiveEachExecutionAnIdOfItsOwn() {
        var action = create(Map.of(FIELD, SECRET));

        click(action);
        click(action);

        assertThat(hook.requests().stream().map(request -> request.getHeader("webhook-id")))
                .doesNotHaveDuplicates()
                .hasSize(2);
    }

    @Test
    void shouldNotLetAHeaderOfTheConfigReplaceTheSignature() throws GeneralSecurityException {
        var headers = Map.of("Webhook-Signature", "v1,forged", "WEBHOOK-ID", "x", "webhook-timestamp", "0");
        var action = create(Map.of(FIELD, SECRET, "headers", headers));

        click(action);

        assertSigned(hook.request(), KEY);
    }

    @Test
    void shouldSendNoSignatureWithoutASecret() {
        click(create(Map.of()));

        assertThat(hook.request().getHeaders().keys())
                .noneMatch(name -> name.toLowerCase().startsWith("webhook-"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "whsec_",
                KEY,
                "whsec_not base64",
                "whsec_c2hvcnQ=",
                "whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                MASK + "*"
            })
    void shouldRefuseAMalformedSecret(String secret) {
        var body = Map.of("name", "Hook", "action_type", "webhook", "config", config(Map.of(FIELD, secret)));

        var answer = Api.as(manager).body(body).post("/api/custom-actions").then();

        answer.spec(Refusals.field("config." + FIELD, "whsec_"));
    }

    @Test
    void shouldShowTheSecretToManagersOnly() {
        var action = create(Map.of(FIELD, SECRET));
        var agent = Tokens.agent(organization).sign();

        Api.as(manager).get(ACTION, action).then().body("data.config." + FIELD, equalTo(SECRET));
        Api.as(agent).get(ACTION, action).then().body("data.config", anEmptyMap());
        Api.as(agent).get("/api/custom-actions").then().body("data.custom_actions[0].config", anEmptyMap());
    }

    @Test
    void shouldShowNoSecretIfThereIsNone() {
        var action = create(Map.of());

        Api.as(manager).get(ACTION, action).then().body("data.config", not(hasKey(FIELD)));
    }

    @Test
    void shouldKeepTheStoredSecretForAMask() throws GeneralSecurityException {
        var action = create(Map.of(FIELD, SECRET));

        update(action, Map.of(FIELD, MASK)).statusCode(200).body("data.config." + FIELD, equalTo(SECRET));

        click(action);
        assertSigned(hook.request(), KEY);
    }

    @Test
    void shouldReplaceTheSecret() {
        var action = create(Map.of(FIELD, SECRET));

        update(action, Map.of(FIELD, OTHER)).statusCode(200).body("data.config." + FIELD, equalTo(OTHER));
    }

    @Test
    void shouldForgetASecretThatIsLeftOut() {
        var action = create(Map.of(FIELD, SECRET));

        update(action, Map.of()).statusCode(200).body("data.config", not(hasKey(FIELD)));
    }

    @Test
    void shouldRefuseAMaskWithNothingStoredBehindIt() {
        var body = Map.of("name", "Hook", "action_type", "webhook", "config", config(Map.of(FIELD, MASK)));

        Api.as(manager)
                .body(body)
                .post("/api/custom-actions")
                .then()
                .spec(Refusals.field("config." + FIELD, "send its value"));
        update(create(Map.of()), Map.of(FIELD, MASK)).spec(Refusals.field("config." + FIELD, "send its value"));
    }

    private static void assertSigned(LoggedRequest request, String key) throws GeneralSecurityException {
        var id = request.getHeader("webhook-id");
        var timestamp = request.getHeader("webhook-timestamp");
        assertThat(id).startsWith("msg_");
        assertThat(Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), Instant.now()))
                .isBetween(Duration.ZERO, Duration.ofMinutes(1));
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(key), "HmacSHA256"));
        mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
        assertThat(request.getHeader("webhook-signature"))
                .isEqualTo("v1," + Base64.getEncoder().encodeToString(mac.doFinal(request.getBody())));
    }

    private void click(UUID action) {
        Api.execute(Tokens.agent(organization).sign(), action, contact).statusCode(200);
    }

    private UUID create(Map<String, Object> fields) {
        return Api.createAction(organization, "webhook", config(fields));
    }

    private ValidatableResponse update(UUID action, Map<String, Object> fields) {
        return Api.as(manager)
                .body(Map.of("config", config(fields)))
                .put(ACTION, action)
                .then();
    }

    private Map<String, Object> config(Map<String, Object> fields) {
        return Bodies.with(fields, "url", hook.url());
    }
}
