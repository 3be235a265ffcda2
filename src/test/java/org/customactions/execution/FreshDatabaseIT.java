package org.customactions.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.customactions.support.Api;
import org.customactions.support.Full;
import org.customactions.support.PackagedService;
import org.customactions.support.Patience;
import org.customactions.support.SigningKeys;
import org.customactions.support.TestDatabase;
import org.customactions.support.Tokens;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What was planned while the tables of a new database were empty does not read the whole of them for each click. */
@Full
class FreshDatabaseIT {

    private static final List<String> TABLES =
            List.of("custom_action_executions", "custom_action_keys", "redirect_tokens", "execution_links");

    /** More than it takes PostgreSQL to keep a plan. */
    private static final int CLICKS = 20;

    private static final String MANAGER = Tokens.manager(UUID.randomUUID()).sign();
    private static final TestDatabase DATABASE = TestDatabase.createDatabase();

    private static PackagedService service;

    @BeforeAll
    static void start() {
        var environment = new HashMap<>(DATABASE.environment());
        environment.put(
                "MP_JWT_VERIFY_PUBLICKEY_LOCATION",
                SigningKeys.ecPublicKeyLocation().toString());
        service = PackagedService.startReady(environment);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void shouldFindRowsByTheirIndexes() {
        var contact = UUID.randomUUID();
        request()
                .body(Map.of("phone_number", "1"))
                .put("/api/contacts/{id}", contact)
                .then()
                .statusCode(200);
        var action = request()
                .body(Map.of("name", "Open", "action_type", "url", "config", Map.of("url", "https://a.example/")))
                .post("/api/custom-actions")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("data.id");

        for (int i = 0; i < CLICKS; i++) {
            var link = request()
                    .header("Idempotency-Key", "key-" + i)
                    .body(Map.of("contact_id", contact))
                    .post("/api/custom-actions/{id}/execute", action)
                    .then()
                    .statusCode(200)
                    .body("data.success", is(true))
                    .extract()
                    .<String>path("data.redirect_url");
            request().redirects().follow(false).get(link).then().statusCode(302);
        }

        Patience.await().until(() -> counted("n_tup_ins") == CLICKS * TABLES.size());
        Patience.await().until(() -> counted("n_tup_del") == CLICKS);
        assertThat(counted("seq_tup_read")).isZero();
    }

    private static long counted(String statistic) {
        return DATABASE.queryCount(
                "select sum(%s) from pg_stat_user_tables where relname = any(string_to_array(?, ','))"
                        .formatted(statistic),
                String.join(",", TABLES));
    }

    private static RequestSpecification request() {
        return Api.as(MANAGER).baseUri(service.url());
    }
}
