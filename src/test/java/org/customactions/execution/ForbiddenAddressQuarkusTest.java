package org.customactions.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import java.util.UUID;
import org.customactions.support.Api;
import org.customactions.support.Closed;
import org.customactions.support.Full;
import org.customactions.support.ServiceResource;
import org.customactions.support.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The receiver listens on the loopback address, and nothing reaches it. */
@Full
@QuarkusTest
@TestProfile(Closed.class)
class ForbiddenAddressQuarkusTest {

    private final UUID organization = UUID.randomUUID();
    private final Hook hook = Hook.start();

    @AfterEach
    void assertNothingWasSent() {
        assertThat(hook.requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.1",
                "2130706433",
                "0x7f.0.0.1",
                "0177.0.0.1",
                "127.0.0.1.",
                "[::1]",
                "[::ffff:127.0.0.1]",
                "localhost",
                "LOCALHOST.",
                "receiver.localhost",
                "10.1.2.3",
                "172.16.0.1",
                "192.168.0.1",
                "169.254.169.254",
                "100.64.0.1",
                "0.0.0.0",
                "[fd00::1]",
                "[fe80::1]",
                "[64:ff9b::7f00:1]"
            })
    void shouldRefuseALiteralForbiddenAddressWhenItIsSaved(String host) {
        Api.as(Tokens.manager(organization).sign())
                .body(Map.of("name", "Hook", "action_type", "webhook", "config", Map.of("url", url(host))))
                .post("/api/custom-actions")
                .then()
                .statusCode(400)
                .body("error_type", is("validation_error"))
                .body("errors.field", contains("config.url"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]", "0.0.0.0"})
    void shouldNotCallAForbiddenAddressThatAnotherProgramStored(String host) {
        UUID action = Api.createAction(organization, "webhook", Map.of("url", "https://example.com/"));
        ServiceResource.database()
                .execute(
                        "update custom_actions set config = jsonb_set(config, '{url}', to_jsonb(?::text)) where id = ?",
                        url(host),
                        action);

        assertRefused(click(action, Map.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "LOCALHOST", "2130706433", "[::1]"})
    void shouldNotCallAForbiddenAddressOfAnUnescapedVariable(String host) {
        String url = url("").replace("http://", "http://{{{contact.metadata.host}}}");
        UUID action = Api.createAction(organization, "webhook", Map.of("url", url));

        assertRefused(click(action, Map.of("metadata", Map.of("host", host))));
    }

    private String url(String host) {
        return hook.url().replace("127.0.0.1", host);
    }

    private ValidatableResponse click(UUID action, Map<String, Object> contact) {
        UUID target = Api.createContact(organization, contact);
        return Api.execute(Tokens.agent(organization).sign(), action, target).statusCode(200);
    }

    private static void assertRefused(ValidatableResponse click) {
        click.body("data.success", is(false))
                .body("data.message", is("Webhook address is not allowed"))
                .body("data.toast.message", is("Webhook address is not allowed"))
                .body("data.toast.type", is("error"))
                .body("data", not(hasKey("data")));
    }
}
