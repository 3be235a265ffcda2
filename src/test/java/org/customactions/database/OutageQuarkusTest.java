package org.customactions.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customactions.support.Patience.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.customactions.support.Api;
import org.customactions.support.Concurrently;
import org.customactions.support.ErrorText;
import org.customactions.support.Full;
import org.customactions.support.Impatient;
import org.customactions.support.Pace;
import org.customactions.support.Patience;
import org.customactions.support.ServiceResource;
import org.customactions.support.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@Full
@QuarkusTest
@TestProfile(Impatient.class)
class OutageQuarkusTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(2);
    private static final Duration SLACK = Duration.ofSeconds(3);
    /** More than the pool has connections. */
    private static final int CROWD = 30;

    @TestHTTPResource(value = "/health", management = true)
    String health;

    private final UUID organization = UUID.randomUUID();
    private final String manager = Tokens.manager(organization).sign();

    @AfterEach
    void recover() {
        ServiceResource.databaseProxy().restore();
        await().until(() -> list().statusCode() == 200);
    }

    @Test
    void shouldAnswerUnavailableAtOnceWhileTheDatabaseIsGone() throws Exception {
        Pace.retriedOnce(() -> {
            recover();
            ServiceResource.databaseProxy().cut();
            var start = System.nanoTime();

            var answer = list();

            expectUnavailable(answer);
            assertThat(Pace.since(start)).isLessThan(Pace.limit(Duration.ofSeconds(2)));
        });
    }

    @Test
    void shouldNotBeReadyButLiveWhileTheDatabaseIsGone() {
        ServiceResource.databaseProxy().cut();

        await().until(() -> status("/ready") == 503);

        assertThat(status("/live")).isEqualTo(200);
        assertThat(status("/started")).isEqualTo(200);
    }

    @Test
    void shouldRecoverByItselfOnceTheDatabaseIsBack() {
        ServiceResource.databaseProxy().cut();
        await().until(() -> list().statusCode() == 503);
        ServiceResource.databaseProxy().restore();

        await().until(() -> status("/ready") == 200);

        list().then().statusCode(200);
    }

    @Test
    void shouldAnswerUnavailableToACrowdWithinTheTimeoutWhileTheDatabaseHangs() throws Exception {
        Pace.retriedOnce(() -> {
            recover();
            ServiceResource.databaseProxy().stall();
            var start = System.nanoTime();

            var answers = Concurrently.times(CROWD, Patience.LIMIT, i -> listOfAnother());

            assertThat(Pace.since(start)).isLessThan(Pace.limit(TIMEOUT.plus(SLACK)));
            assertThat(answers).allSatisfy(OutageQuarkusTest::expectUnavailable);
            assertThat(status("/live")).isEqualTo(200);
            assertThat(status("/ready")).isEqualTo(503);
        });
    }

    @Test
    void shouldServeACrowdOnceTheDatabaseNoLongerHangs() {
        ServiceResource.databaseProxy().stall();
        Concurrently.times(CROWD, Patience.LIMIT, i -> listOfAnother());
        ServiceResource.databaseProxy().restore();
        await().until(() -> list().statusCode() == 200);

        var answers =
                Concurrently.times(CROWD, Patience.LIMIT, i -> listOfAnother().statusCode());

        assertThat(answers).containsOnly(200);
    }

    @Test
    void shouldAnswerUnavailableWhileEveryConnectionIsTakenAndRecoverByItself() throws SQLException {
        List<Response> whileLocked;
        try (var other = ServiceResource.database().connect()) {
            other.setAutoCommit(false);
            other.createStatement().execute("lock table custom_actions in access exclusive mode");

            whileLocked = Concurrently.times(CROWD, Patience.LIMIT, i -> listOfAnother());
        }

        assertThat(whileLocked).allSatisfy(OutageQuarkusTest::expectUnavailable);
        var answers =
                Concurrently.times(CROWD, Patience.LIMIT, i -> listOfAnother().statusCode());
        assertThat(answers).containsOnly(200);
    }

    @Test
    void shouldAnswerEveryKindOfCallUnavailable() {
        var id = UUID.randomUUID();
        ServiceResource.databaseProxy().cut();

        expectUnavailable(Api.as(manager)
                .body(Map.of("name", "a", "action_type", "url", "config", Map.of("url", "tel:1")))
                .post("/api/custom-actions"));
        expectUnavailable(Api.as(manager).body("{\"name\":\"b\"}").put("/api/custom-actions/{id}", id));
        expectUnavailable(Api.as(manager).delete("/api/custom-actions/{id}", id));
        expectUnavailable(Api.as(manager).body(Map.of("contact_id", id)).post("/api/custom-actions/{id}/execute", id));
        expectUnavailable(Api.as(manager).body(Map.of("phone_number", "1")).put("/api/contacts/{id}", id));
        expectUnavailable(Api.as(manager).get("/api/contacts"));
        expectUnavailable(Api.as(Tokens.of(organization).sign()).delete("/api/contacts/{id}", id));
        expectUnavailable(Api.anonymous().get("/api/custom-actions/redirect/{token}", "a".repeat(43)));
    }

    /** Of a crowd, each belongs to an organization of its own: one alone may not have so many reads under way. */
    private static Response listOfAnother() {
        return Api.as(Tokens.manager(UUID.randomUUID()).sign()).get("/api/custom-actions");
    }

    private Response list() {
        return Api.as(manager).get("/api/custom-actions");
    }

    private int status(String check) {
        return RestAssured.get(health + check).statusCode();
    }

    private static void expectUnavailable(Response answer) {
        answer.then()
                .statusCode(503)
                .header("Retry-After", matchesPattern("[1-9][0-9]*"))
                .body("status", equalTo("error"))
                .body("error_type", equalTo("unavailable"))
                .body("message", equalTo("The service cannot reach its database, please try again shortly"));
        assertThat(answer.asString()).satisfies(ErrorText::leaksNothing);
    }
}
