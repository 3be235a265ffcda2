package org.customactions.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.customactions.support.Api;
import org.customactions.support.Full;
import org.customactions.support.Patience;
import org.customactions.support.ServiceResource;
import org.customactions.support.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** While somebody holds the contacts' table, everybody who reads contacts waits. */
@QuarkusTest
class ReadLimitQuarkusTest {

    private static final String CONTACTS = "/api/contacts";
    private static final int LIMIT = 16;

    private static final String WAITING =
            "select count(*) from pg_stat_activity where wait_event_type = 'Lock' and query like '%contacts%'"
                    + " and datname = current_database()";

    private final ExecutorService agents = Executors.newFixedThreadPool(LIMIT);
    private final UUID organization = UUID.randomUUID();
    private final String agent = Tokens.agent(organization).sign();
    private Connection holder;

    @BeforeEach
    void holdContacts() throws SQLException {
        holder = ServiceResource.database().connect();
        holder.setAutoCommit(false);
        holder.createStatement().execute("lock table contacts in access exclusive mode");
    }

    @AfterEach
    void letGo() throws SQLException {
        holder.close();
        agents.shutdownNow();
    }

    private List<CompletableFuture<Response>> fill() {
        return IntStream.range(0, LIMIT)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> Api.as(agent).get(CONTACTS), agents))
                .toList();
    }

    @Test
    void shouldRefuseAnOrganizationsReadsPastTheLimitAndServeTheOthers() throws SQLException {
        // Given
        var other = UUID.randomUUID();
        Api.createAction(other, "url", Map.of("url", "https://a.example/"));
        var waiting = fill();
        Patience.await()
                .until(() -> ServiceResource.database().queryCount(WAITING) > 0
                        && Api.as(agent).get("/api/custom-actions").statusCode() == 429);

        // When
        var refused = Api.as(agent).get("/api/custom-actions").then();
        var served =
                Api.as(Tokens.agent(other).sign()).get("/api/custom-actions").then();
        var running = ServiceResource.database().queryCount(WAITING);
        holder.rollback();

        // Then
        refused.statusCode(429)
                .header("Retry-After", matchesPattern("[1-9]\\d*"))
                .body("error_type", is("too_many_requests"));
        served.statusCode(200).body("data.total", is(1));
        assertThat(running).as("an eighth of the connections").isLessThanOrEqualTo(2);
        assertThat(waiting)
                .allSatisfy(one -> assertThat(one.join().statusCode()).isIn(200, 503));
        Patience.await().until(() -> Api.as(agent).get("/api/custom-actions").statusCode() == 200);
    }

    @Full
    @Test
    void shouldEndAStatementThatNobodyWaitsForAnyMore() {
        var answer = Api.as(agent).get(CONTACTS);

        assertThat(answer.statusCode()).isEqualTo(503);
        Patience.await().until(() -> ServiceResource.database().queryCount(WAITING) == 0);
    }
}
