package org.customactions.background;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.customactions.support.Patience.await;
import static org.hamcrest.Matchers.is;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.customactions.support.Full;
import org.customactions.support.PackagedService;
import org.customactions.support.Planted;
import org.customactions.support.Receiver;
import org.customactions.support.TestDatabase;
import org.junit.jupiter.api.Test;

/** What waits while the secrets key is replaced is sent with the new one alone. */
@Full
class ReplacedKeyIT {

    private static final String KEY = "CUSTOM_ACTIONS_SECRETS_KEY";
    private static final Map<String, String> NEW = Map.of(KEY, Planted.encryptionKey(2));
    private static final Map<String, String> BOTH =
            Map.of(KEY, Planted.encryptionKey(2), "CUSTOM_ACTIONS_SECRETS_PREVIOUS_KEYS", Planted.encryptionKey(1));

    private final TestDatabase database = TestDatabase.createDatabase();

    @Test
    void shouldEncryptAnewWhatWaitsAndWhatHasEnded() {
        try (var receiver = Receiver.start()) {
            receiver.server().stubFor(post("/waits").willReturn(aResponse().withStatus(503)));
            receiver.server()
                    .stubFor(post("/fails")
                            .willReturn(aResponse().withStatus(404).withBody("{\"why\":\"gone\"}")));
            String waiting;
            String failed;
            try (var replica = BackgroundReplica.start(database)) {
                var contact = replica.contact();
                waiting = execution(replica, replica.action(receiver.url("/waits")), contact);
                failed = execution(replica, replica.action(receiver.url("/fails")), contact);
                await().until(() ->
                        attempts(waiting) > 0 && state(replica, failed).equals("failed"));
            }

            assertThat(reencrypted(BOTH)).anyMatch(line -> line.contains("2 executions in the background"));

            receiver.server().stubFor(post("/waits").willReturn(okJson("{\"id\":7}")));
            receiver.server().stubFor(post("/fails").willReturn(okJson("{}")));
            try (var replica = BackgroundReplica.start(database, NEW)) {
                replica.manager()
                        .get(BackgroundClicks.EXECUTIONS + "/state", failed)
                        .then()
                        .body("data.answer.data.why", is("gone"));
                replica.manager()
                        .post(BackgroundClicks.EXECUTIONS + "/retry", failed)
                        .then()
                        .statusCode(200);
                await().until(() -> List.of(state(replica, waiting), state(replica, failed))
                        .equals(List.of("succeeded", "succeeded")));
            }
            assertThat(reencrypted(NEW)).anyMatch(line -> line.contains("0 executions in the background"));
        }
    }

    private static String execution(BackgroundReplica replica, String action, UUID contact) {
        return replica.click(action, contact).path("data.execution_id");
    }

    private static String state(BackgroundReplica replica, String execution) {
        return replica.manager()
                .get(BackgroundClicks.EXECUTIONS + "/state", execution)
                .path("data.state");
    }

    private long attempts(String execution) {
        return database.queryCount(
                "select count(*) from background_executions where execution_id = cast(? as uuid) and failures > 0",
                execution);
    }

    private List<String> reencrypted(Map<String, String> settings) {
        var environment = new HashMap<>(database.environment());
        environment.putAll(settings);
        try (var command = PackagedService.start(environment, "reencrypt-secrets")) {
            assertThat(command.awaitExit()).as(command.output()).isZero();
            return command.outputLines();
        }
    }
}
