package org.customactions.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.customactions.support.Api;
import org.customactions.support.Refusals;
import org.customactions.support.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How the history is read: page by page, by managers. */
@QuarkusTest
class HistoryPagesQuarkusTest {

    /** Not so long ago that the service deletes what happened then, which it does at any moment. */
    private static final LocalDate YESTERDAY = LocalDate.now(ZoneOffset.UTC).minusDays(1);

    private static final String NOON = YESTERDAY + "T12:00:00.123456Z";
    private static final String LATER = YESTERDAY + "T12:00:00.123457Z";

    private final History history = new History();
    private UUID action;

    @BeforeEach
    void create() {
        action = history.createAction("url", Map.of("url", "https://crm.example/"));
    }

    @Test
    void shouldListNothingOfAnActionThatWasNeverExecuted() {
        history.page(action, "")
                .statusCode(200)
                .body("data.executions", hasSize(0))
                .body("data.next_before", nullValue());
    }

    @Test
    void shouldListTheNewestFirst() {
        history.store(action, NOON, 1);
        history.store(action, LATER, 1);

        var page = history.page(action, "?limit=1");

        page.statusCode(200).body("data.executions.created_at", equalTo(List.of(LATER)));
    }

    @Test
    void shouldShowEachOfOneMomentOnceWhileMoreArrive() {
        history.store(action, NOON, 25);
        history.store(action, LATER, 25);
        var seen = new ArrayList<String>();

        var before = "";
        do {
            var page = history.page(action, "?limit=7" + before).statusCode(200);
            seen.addAll(page.extract().path("data.executions.id"));
            String next = page.extract().path("data.next_before");
            before = next == null ? "" : "&before=" + next;
            history.store(action, YESTERDAY + "T12:00:01Z", 10);
        } while (!before.isEmpty());

        assertThat(seen).hasSize(50).doesNotHaveDuplicates();
    }

    @Test
    void shouldEndWithoutAnotherPageWhereTheLastIsFull() {
        history.store(action, NOON, 4);
        String next = history.page(action, "?limit=2").extract().path("data.next_before");

        var last = history.page(action, "?limit=2&before=" + next);

        last.statusCode(200).body("data.executions", hasSize(2)).body("data.next_before", nullValue());
    }

    @Test
    void shouldListFiftyUnlessAskedForMore() {
        history.store(action, NOON, 101);

        history.page(action, "").body("data.executions", hasSize(50));
        history.page(action, "?limit=100").body("data.executions", hasSize(100));
    }

    @ParameterizedTest
    @CsvSource({
        "{yesterday}T12:00:00.123457Z, 1",
        "{yesterday}T12:00:00.123456Z, 0",
        "{yesterday}T13:00:00.123457%2B01:00, 1",
        "9999-12-31T23:59:59Z, 2"
    })
    void shouldListWhatHappenedBeforeATime(String time, int expected) {
        history.store(action, NOON, 1);
        history.store(action, LATER, 1);

        var page = history.page(action, "?before=" + time.replace("{yesterday}", YESTERDAY.toString()));

        page.statusCode(200).body("data.executions", hasSize(expected));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yesterday",
                "2024-01-01",
                "2024-01-01T00:00:00",
                "2024-01-01T00:00:00Z_",
                "2024-01-01T00:00:00Z_7",
                "_00000000-0000-4000-8000-000000000001",
                "%2B999999999-01-01T00:00:00Z",
                "-0044-03-15T00:00:00Z"
            })
    void shouldRefuseAPlaceThatIsNone(String before) {
        history.page(action, "?before=" + before)
                .spec(Refusals.field("before", "Before must be the next_before of another page or a time"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "101", "-1", "ten", "1.5"})
    void shouldRefuseALimitThatIsNone(String limit) {
        history.page(action, "?limit=" + limit)
                .spec(Refusals.field("limit", "Limit must be a whole number from 1 to 100"));
    }

    @Test
    void shouldBeForManagersOnly() {
        Api.as(history.agent())
                .get("/api/custom-actions/{id}/executions", action)
                .then()
                .spec(Refusals.forbidden());
    }

    @Test
    void shouldNotExistForAnotherOrganization() {
        history.store(action, NOON, 1);

        Api.as(Tokens.manager(UUID.randomUUID()).sign())
                .get("/api/custom-actions/{id}/executions", action)
                .then()
                .spec(Refusals.notFound());
    }

    @ParameterizedTest
    @ValueSource(strings = {"00000000-0000-4000-8000-000000000001", "not-an-id"})
    void shouldNotExistForAnActionThatNeverWas(String id) {
        Api.as(history.manager())
                .get("/api/custom-actions/{id}/executions", id)
                .then()
                .spec(Refusals.notFound());
    }
}
