package org.customactions.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.customactions.support.Full;
import org.customactions.support.PackagedManager;
import org.customactions.support.PackagedService;
import org.customactions.support.Patience;
import org.customactions.support.SigningKeys;
import org.customactions.support.TestDatabase;
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

    private static final PackagedManager MANAGER = new PackagedManager(() -> FreshDatabaseIT.service.url());
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
        var contact = MANAGER.createContact();
        var action = MANAGER.createAction("url", Map.of("url", "https://a.example/"));

        for (int i = 0; i < CLICKS; i++) {
            var link = MANAGER.click(action, contact, "key-" + i)
                    .then()
                    .statusCode(200)
                    .body("data.success", is(true))
                    .extract()
                    .<String>path("data.redirect_url");
            MANAGER.request().redirects().follow(false).get(link).then().statusCode(302);
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
}
