package org.customactions.background;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.customactions.support.Patience.await;

import com.github.tomakehurst.wiremock.stubbing.Scenario;
import java.time.Duration;
import java.time.Instant;
import org.customactions.support.Full;
import org.customactions.support.Receiver;
import org.customactions.support.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A replica whose clock is a minute away from the database's, which is all that counts. */
@Full
class SkewedClockIT {

    /** Half a minute is when what is under way is taken for left behind. */
    private static final Duration LEASE = Duration.ofSeconds(30);

    @ParameterizedTest
    @ValueSource(strings = {"61 seconds", "-61 seconds"})
    void shouldSendAtOnceAndAgainInTime(String ahead) {
        var database = TestDatabase.createDatabase();
        database.execute("create schema skewed");
        database.execute("create function skewed.now() returns timestamptz language sql stable"
                + " as $$ select pg_catalog.now() + interval '%s' $$".formatted(ahead));
        database.execute("alter database %s set search_path = skewed, pg_catalog, public".formatted(database.name()));
        try (var receiver = Receiver.start();
                var replica = BackgroundReplica.start(database)) {
            receiver.server()
                    .stubFor(post("/hook")
                            .inScenario("again")
                            .whenScenarioStateIs(Scenario.STARTED)
                            .willReturn(aResponse().withStatus(503))
                            .willSetStateTo("later"));
            receiver.server()
                    .stubFor(post("/hook")
                            .inScenario("again")
                            .whenScenarioStateIs("later")
                            .willReturn(okJson("{}")));
            var action = replica.action(receiver.url("/hook"));
            var contact = replica.contact();
            var before = Instant.now();

            String execution = replica.click(action, contact).path("data.execution_id");
            await().until(() -> replica.manager()
                    .get(BackgroundClicks.EXECUTIONS + "/state", execution)
                    .path("data.state")
                    .equals("succeeded"));

            var took = Duration.between(before, Instant.now());
            assertThat(receiver.requests("/hook")).hasSize(2);
            assertThat(took).isBetween(Duration.ofSeconds(4), LEASE);
        }
    }
}
