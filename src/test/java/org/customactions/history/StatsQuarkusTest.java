package org.customactions.history;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.customactions.execution.Hook;
import org.customactions.support.Api;
import org.customactions.support.Refusals;
import org.customactions.support.ServiceResource;
import org.customactions.support.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How actions were used. */
@QuarkusTest
class StatsQuarkusTest {

    private static final String PATH = "/api/custom-actions/stats";

    private final History history = new History();
    private final String today = LocalDate.now(ZoneOffset.UTC).toString();

    @Test
    void shouldCountExecutionsAndFailuresAtOnceAndWithoutTrials() {
        var link = history.createAction("url", Map.of("url", "https://a.example/"));
        var hook = Hook.answering(aResponse().withStatus(500).withFixedDelay(120));
        var failing = history.createAction("webhook", Map.of("url", hook.url()));
        history.execute(link);
        history.execute(link);
        history.execute(failing);
        Api.as(history.manager())
                .body(Map.of(
                        "id",
                        failing,
                        "action_type",
                        "webhook",
                        "config",
                        Map.of("url", hook.url()),
                        "contact_id",
                        history.contact()))
                .post("/api/custom-actions/try")
                .then()
                .statusCode(200);

        var stats = stats("")
                .body("data.actions", hasSize(2))
                .body("data.actions[0].action_id", is(link.toString()))
                .body("data.actions[0].executions", is(2))
                .body("data.actions[0].failures", is(0))
                .body("data.actions[0].daily", is(List.of(Map.of("date", today, "executions", 2, "failures", 0))))
                .body("data.actions[1].executions", is(1))
                .body("data.actions[1].failures", is(1))
                .extract();
        assertThat(stats.<Integer>path("data.actions[1].p50_ms")).isBetween(100, 5_000);
        assertThat(stats.<String>path("data.actions[1].last_executed_at"))
                .isEqualTo(history.entries(failing).get(1).get("created_at"));
        Api.as(Tokens.manager(UUID.randomUUID()).sign()).get(PATH).then().body("data.actions", empty());
        Api.as(history.agent()).get(PATH).then().spec(Refusals.forbidden());
    }

    /** Whatever another replica adds up meanwhile. */
    @Test
    void shouldCountWhatTheHistoryStillHas() {
        var action = history.createAction("url", Map.of("url", "https://a.example/"));
        var yesterday = LocalDate.now(ZoneOffset.UTC).minusDays(1);
        history.store(action, yesterday + "T23:59:59Z", 30);
        history.store(action, today + "T00:00:00Z", 12);

        stats("?days=1").body("data.actions[0].executions", is(12));
        stats("?days=2")
                .body("data.actions[0].executions", is(42))
                .body("data.actions[0].daily.date", is(List.of(yesterday.toString(), today)))
                .body("data.actions[0].daily.executions", is(List.of(30, 12)));
        ServiceResource.database()
                .execute(
                        "delete from custom_action_executions where action_id = ? and created_at < cast(? as timestamptz)",
                        action,
                        today + "T00:00:00Z");
        stats("?days=90").body("data.actions[0].executions", is(12)).body("data.actions[0].daily", hasSize(1));
        ServiceResource.database().execute("delete from custom_action_executions where action_id = ?", action);
        stats("").body("data.actions", empty());
    }

    @Test
    void shouldTellHowLongMostTook() {
        var action = history.createAction("url", Map.of("url", "https://a.example/"));
        history.store(action, today + "T00:00:00Z", 100);
        ServiceResource.database().execute("""
                update custom_action_executions e set duration_ms = number * 10
                from (select id, row_number() over (order by id) as number
                    from custom_action_executions where action_id = ?) as numbered
                where e.id = numbered.id
                """, action);

        var stats = stats("").body("data.actions[0].executions", is(100)).extract();

        assertThat(stats.<Integer>path("data.actions[0].p50_ms")).isBetween(450, 550);
        assertThat(stats.<Integer>path("data.actions[0].p95_ms")).isBetween(855, 1_045);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "91", "-1", "x"})
    void shouldRefuseOtherDays(String days) {
        Api.as(history.manager()).get(PATH + "?days=" + days).then().spec(Refusals.field("days", "1 to 90"));
    }

    private ValidatableResponse stats(String query) {
        return Api.as(history.manager()).get(PATH + query).then().statusCode(200);
    }
}
