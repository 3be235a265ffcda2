package org.customactions.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customactions.action.ActionBodies.ACTION;
import static org.customactions.action.ActionBodies.ACTIONS;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import java.util.UUID;
import org.customactions.execution.Hook;
import org.customactions.execution.Strict;
import org.customactions.support.Api;
import org.customactions.support.Full;
import org.customactions.support.Planted;
import org.customactions.support.Tokens;
import org.junit.jupiter.api.Test;

/** Where managers write secrets but do not read them. */
@Full
@QuarkusTest
@TestProfile(Strict.class)
class WriteOnlySecretsQuarkusTest {

    private static final String MASK = "********";
    private static final String KEY = Planted.text("write-only");

    private final UUID organization = UUID.randomUUID();
    private final String manager = Tokens.manager(organization).sign();
    private final Hook hook = Hook.start();

    @Test
    void shouldShowNoSecretAndKeepWhatIsMasked() {
        Map<String, Object> config =
                Map.of("url", hook.url(), "headers", Map.of("X-Key", KEY), "signing_secret", Planted.SIGNING_SECRET);
        var masked = Map.of("url", hook.url() + "/next", "headers", Map.of("X-Key", MASK), "signing_secret", MASK);

        var action = Api.createAction(organization, "webhook", config);

        Api.as(manager)
                .get(ACTION, action)
                .then()
                .body("data.config.headers.X-Key", is(MASK))
                .body("data.config.signing_secret", is(MASK));
        Api.as(manager)
                .get(ACTIONS)
                .then()
                .body("data.custom_actions.config.headers", contains(equalTo(Map.of("X-Key", MASK))));

        Api.as(manager)
                .body(Map.of("config", masked))
                .put(ACTION, action)
                .then()
                .statusCode(200)
                .body("data.config.headers.X-Key", is(MASK));
        Api.execute(Tokens.agent(organization).sign(), action, Api.createContact(organization, Map.of()))
                .body("data.success", is(true));

        assertThat(hook.header("X-Key")).isEqualTo(KEY);
    }

    /** What a manager reads is all that a form can send for a preview. */
    @Test
    void shouldPreviewWhatIsMasked() {
        var masked = Map.of(
                "url",
                hook.url(),
                "headers",
                Map.of("X-Key", MASK),
                "signing_secret",
                MASK,
                "body",
                "[\"{{contact.name}}\"]");

        Api.as(manager)
                .body(Map.of("action_type", "webhook", "config", masked))
                .post("/api/custom-actions/preview")
                .then()
                .statusCode(200)
                .body("data.request.headers.X-Key", is(MASK))
                .body("data.request.headers", not(hasKey("X-Signature")));
    }
}
