package org.customactions.secret.organization;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.customactions.crypto.Hmac;
import org.customactions.execution.ExecutionLog;
import org.customactions.execution.Hook;
import org.customactions.support.Api;
import org.customactions.support.Planted;
import org.customactions.support.ServiceResource;
import org.customactions.support.StoredConfig;
import org.customactions.support.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Where secrets may stand, and where not. */
@QuarkusTest
class SecretPlacesQuarkusTest {

    private static final String VALUE = Planted.text("a/b \"c\"");
    private static final String URL = "https://api.example.com/";
    private static final String SHOWN =
            "A secret cannot be used here, because agents see the result; remove it (line 1, column ";

    private final UUID organization = UUID.randomUUID();
    private final SecretCalls secrets = new SecretCalls(organization);
    private final Hook hook = Hook.start();

    @BeforeEach
    void putSecret() {
        secrets.put("token", VALUE);
    }

    static Stream<Arguments> unknown() {
        return Stream.of(
                Arguments.of("config.url", Map.of("url", URL + "{{secret.tokn}}")),
                Arguments.of("config.headers.X-Key", Map.of("url", URL, "headers", Map.of("X-Key", "{{secret.tokn}}"))),
                Arguments.of("config.body", SecretCalls.config(URL, "\"{{secret.tokn | upper}}\"")),
                Arguments.of(
                        "config.signature.secret",
                        Map.of("url", URL, "signature", Map.of("header", "X-A", "secret", "{{secret.tokn}}"))),
                Arguments.of(
                        "config.auth.password",
                        Map.of(
                                "url",
                                URL,
                                "auth",
                                Map.of("type", "basic", "username", "a", "password", "{{secret.tokn}}"))),
                Arguments.of("config.body", SecretCalls.config(URL, "[{{#secret.tokn}}1{{/secret.tokn}}]")));
    }

    @ParameterizedTest
    @MethodSource("unknown")
    void shouldRefuseToSaveAnActionThatUsesAnUnknownOne(String field, Map<String, Object> config) {
        secrets.save("Action", config)
                .statusCode(400)
                .body("errors.field", contains(field))
                .body("errors.message", contains("There is no secret tokn; add it first, or correct its name"));
        secrets.preview(config).statusCode(400).body("errors.field", contains(field));
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                webhook(
                        "config.url",
                        "A secret cannot stand in the host",
                        Map.of("url", "https://{{{secret.token}}}/")),
                webhook(
                        "config.url",
                        "A secret cannot stand in the host",
                        Map.of("url", "https://a.{{{secret.[token]}}}.b")),
                webhook(
                        "config.url",
                        "A secret cannot stand in the host",
                        Map.of("url", "https://a.b:{{{secret.token}}}/")),
                webhook("config.url", "", Map.of("url", "{{{secret.token}}}://a.b/")),
                webhook("config.success_when", SHOWN, Map.of("url", URL, "success_when", "{{secret.token}}")),
                webhook("config.result.failure", SHOWN, result("failure", "{{secret.token}}")),
                webhook("config.result.toast", SHOWN, result("toast", "T {{secret.token}}")),
                webhook("config.result.clipboard", SHOWN, result("clipboard", "{{#secret.token}}1{{/secret.token}}")),
                webhook("config.result.url", SHOWN, result("url", "https://a.b/{{secret.token}}")),
                webhook("config.result.url", SHOWN, result("url", "{{{secret.token}}}")),
                Arguments.of("url", "config.url", SHOWN, Map.of("url", "https://a.b/{{secret.token}}")),
                Arguments.of(
                        "javascript",
                        "config.code",
                        "Code cannot use secrets",
                        Map.of("code", "return '{{secret.token}}'")));
    }

    private static Arguments webhook(String field, String message, Map<String, Object> config) {
        return Arguments.of("webhook", field, message, config);
    }

    private static Map<String, Object> result(String name, String template) {
        return Map.of("url", URL, "result", Map.of(name, template));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void shouldRefuseOneWhereItCannotStand(String type, String field, String message, Map<String, Object> config) {
        Api.as(Tokens.manager(organization).sign())
                .body(Map.of("name", "Action", "action_type", type, "config", config))
                .post("/api/custom-actions")
                .then()
                .statusCode(400)
                .body("errors.field", contains(field))
                .body("errors.message", hasItem(containsString(message)));
    }

    @Test
    void shouldFillInEachPlace() {
        var action = secrets.webhook(
                "Action",
                Map.of(
                        "url",
                        hook.url() + "/{{secret.token | replace \"/\" \"-\"}}?t={{secret.token}}",
                        "headers",
                        Map.of("X-Token", "Key {{secret.token}}"),
                        "body",
                        "{\"token\":\"{{secret.token}}\",\"none\":\"{{secret}}{{#secret}}{{token}}{{/secret}}\"}"));

        secrets.click(action).statusCode(200).body("data.success", is(true));

        assertThat(hook.rest())
                .endsWith("-a-b%20%22c%22?t="
                        + VALUE.replace("/", "%2F").replace(" ", "%20").replace("\"", "%22"));
        assertThat(hook.header("X-Token")).isEqualTo("Key " + VALUE);
        assertThat(hook.body()).isEqualTo("{\"token\":\"" + VALUE.replace("\"", "\\\"") + "\",\"none\":\"\"}");
    }

    /** And the header that says who calls is masked if it comes back. */
    @Test
    void shouldFillInAuthAndSignature() {
        secrets.put("user", "ada");
        var credentials = Base64.getEncoder().encodeToString(("ada:" + VALUE).getBytes(StandardCharsets.UTF_8));
        var upstream = Hook.answering(okJson("{\"echo\":\"Basic %s\"}".formatted(credentials)));
        var action = secrets.webhook(
                "Action",
                Map.of(
                        "url",
                        upstream.url(),
                        "body",
                        "{}",
                        "auth",
                        Map.of("type", "basic", "username", "{{secret.user}}", "password", "{{secret.token}}"),
                        "signature",
                        Map.of("header", "X-Signature", "secret", "{{secret.token}}")));
        secrets.list().body("data.secrets.used_by", contains(1, 1));

        secrets.click(action).statusCode(200).body("data.data.echo", is("Basic ********"));

        var mac = Hmac.SHA256.of(VALUE.getBytes(StandardCharsets.UTF_8), "{}".getBytes(StandardCharsets.UTF_8));
        assertThat(upstream.header("Authorization")).isEqualTo("Basic " + credentials);
        assertThat(upstream.header("X-Signature")).isEqualTo(HexFormat.of().formatHex(mac));
    }

    @Test
    void shouldUseTheValueThatIsThereAtTheClick() {
        var action = secrets.webhook("Action", SecretCalls.config(hook.url(), "\"{{secret.token}}\""));
        secrets.put("token", Planted.text("new")).statusCode(200);

        secrets.click(action).statusCode(200);

        assertThat(hook.body()).isEqualTo('"' + Planted.text("new") + '"');
    }

    @Test
    void shouldSendNothingIfASecretIsLost() {
        var action = secrets.webhook("Action", SecretCalls.config(hook.url(), "\"{{secret.token | default \"x\"}}\""));
        ServiceResource.database().execute("delete from organization_secrets where organization_id = ?", organization);
        var message =
                "Webhook cannot be sent: the secret token does not exist any more; please tell your administrator";

        try (var log = new ExecutionLog(organization)) {
            secrets.click(action)
                    .statusCode(200)
                    .body("data.success", is(false))
                    .body("data.message", is(message));

            assertThat(log.lines()).anyMatch(line -> line.contains("secret_missing"));
        }
        assertThat(hook.requests()).isEmpty();
        secrets.history(action).body("data.executions[0].message", is(message));
    }

    /** Such as a value that was copied from elsewhere. */
    @Test
    void shouldSendNothingIfASecretCannotBeRead() {
        var action = secrets.webhook("Action", SecretCalls.config(hook.url(), "\"{{secret.token}}\""));
        secrets.put("other", VALUE);
        ServiceResource.database()
                .execute(
                        "update organization_secrets set value = (select value from organization_secrets where name = 'other'"
                                + " and organization_id = ?) where organization_id = ?",
                        organization,
                        organization);

        secrets.click(action)
                .statusCode(200)
                .body("data.success", is(false))
                .body("data.message", containsString("secrets cannot be read at the moment"));
        assertThat(hook.requests()).isEmpty();
    }

    /** As another program may write it, or a version that knew no secrets. */
    @Test
    void shouldFindTheSecretsOfAnActionThatWasNotSavedHere() {
        var action = secrets.webhook("Action", Map.of("url", hook.url()));
        StoredConfig.put(
                ServiceResource.database(),
                action,
                "{\"url\":\"%s\",\"body\":\"\\\"{{[secret].token}}\\\"\",\"result\":{\"toast\":\"{{secret.token}}\"}}"
                        .formatted(hook.url()));

        secrets.click(action).statusCode(200).body("data.toast.message", is("********"));

        assertThat(hook.body()).isEqualTo('"' + VALUE.replace("\"", "\\\"") + '"');
    }
}
