package org.customactions.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.customactions.support.Api;
import org.customactions.support.Planted;
import org.customactions.support.ServiceResource;
import org.customactions.support.StoredConfig;
import org.customactions.support.Tokens;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A click on an action whose secrets cannot be decrypted: the agent is told, the operator is told why, nothing is sent.
 */
@QuarkusTest
class UnreadableSecretClickQuarkusTest {

    private static final String MESSAGE =
            "The action's secrets cannot be read at the moment, so nothing was sent; please tell your administrator";
    private static final Logger LOG = Logger.getLogger(Executions.class.getName());

    @TestHTTPResource(value = "/", management = true)
    URI management;

    private final UUID organization = UUID.randomUUID();
    private final Hook hook = Hook.start();
    private final Errors errors = new Errors();
    private UUID action;

    @BeforeEach
    void createAction() {
        LOG.addHandler(errors);
        action = Api.createAction(
                organization,
                "webhook",
                Map.of(
                        "url",
                        hook.url(),
                        "headers",
                        Map.of("Authorization", Planted.text("Bearer 0123"), "X-Other", Planted.text("other")),
                        "signing_secret",
                        Planted.SIGNING_SECRET));
    }

    @AfterEach
    void stopRecording() {
        LOG.removeHandler(errors);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/headers/Authorization", "/signing_secret"})
    void shouldSendNothingWithASecretOfAnUnknownKey(String pointer) {
        change(pointer, "0123456789abcdef", null);

        assertFails();

        var place = pointer.substring(1).replace('/', '.').toLowerCase();
        assertThat(errors.lines)
                .containsExactly(("The secret %s of the action %s cannot be read: it was encrypted with the key"
                                + " 0123456789abcdef, which is neither custom-actions.secrets.key nor one of"
                                + " custom-actions.secrets.previous-keys")
                        .formatted(place, action));
    }

    @ParameterizedTest
    @CsvSource({"/headers/Authorization,/headers/X-Other", "/headers/Authorization,/signing_secret"})
    void shouldSendNothingWithASecretOfAnotherPlace(String to, String from) {
        var config = (ObjectNode) StoredConfig.of(ServiceResource.database(), action);
        var copied = config.at(from);
        change(to, copied.path("key_id").asText(), copied.path("encrypted").asText());

        assertFails();

        assertThat(errors.lines)
                .singleElement()
                .asString()
                .contains(
                        "headers.authorization",
                        action.toString(),
                        "changed or copied from elsewhere",
                        copied.path("key_id").asText())
                .contains("(custom-actions.secrets.key)")
                .doesNotContain(copied.path("encrypted").asText());
    }

    @Test
    void shouldSendNothingWithAnObjectOfAnotherShape() {
        change("/headers/Authorization", "", "");

        assertFails();

        assertThat(errors.lines).singleElement().asString().contains("neither text nor an encrypted value");
    }

    @Test
    void shouldCountItAsItsOwnOutcome() {
        try (var executions = new WatchedExecutions(management, Map.of())) {
            var watched = executions.create("webhook", Map.of("url", hook.url(), "headers", Map.of("X", "secret")));
            action = watched;
            change("/headers/X", "0123456789abcdef", null);
            var contact = executions.createContact();

            executions.assertSeen(
                    "webhook",
                    "secret_unreadable - -",
                    () -> Api.execute(executions.token(), watched, contact)
                            .extract()
                            .path("data.execution_id"));
        }
    }

    private void assertFails() {
        var contact = Api.createContact(organization, Map.of());

        var click = Api.execute(Tokens.agent(organization).sign(), action, contact);

        click.statusCode(200)
                .body("data.success", is(false))
                .body("data.message", is(MESSAGE))
                .body("data.toast.type", is("error"))
                .body("data.data", nullValue());
        assertThat(hook.requests()).isEmpty();
        Api.as(Tokens.manager(organization).sign())
                .get("/api/custom-actions/{id}/executions", action)
                .then()
                .body("data.executions[0].success", is(false))
                .body("data.executions[0].message", is(MESSAGE));
    }

    /** @param encrypted null to leave what is there */
    private void change(String pointer, String keyId, String encrypted) {
        var config = StoredConfig.of(ServiceResource.database(), action);
        var value = ((ObjectNode) config.at(pointer)).put("key_id", keyId);
        if (encrypted != null) {
            value.put("encrypted", encrypted);
        }
        StoredConfig.put(ServiceResource.database(), action, config.toString());
    }

    /** What is logged as an error of this test's action. */
    private final class Errors extends Handler {

        private final Queue<String> lines = new ConcurrentLinkedQueue<>();

        @Override
        public void publish(LogRecord logged) {
            var line = ExtLogRecord.wrap(logged).getFormattedMessage();
            if (logged.getLevel() == Level.ERROR && line.contains(action.toString())) {
                lines.add(line);
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
