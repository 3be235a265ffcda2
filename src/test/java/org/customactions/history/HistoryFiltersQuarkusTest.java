package org.customactions.history;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
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
import org.junit.jupiter.params.provider.CsvSource;

/** The executions of a whole organization, and those that somebody looks for. */
@QuarkusTest
class HistoryFiltersQuarkusTest {

    private static final String ALL = "/api/custom-actions/executions";
    private static final Map<String, Object> LINK = Map.of("url", "https://a.example/");

    private final History history = new History();

    @Test
    void shouldListTheExecutionsOfAllActionsDeletedOnesIncluded() {
        var one = history.createAction("url", LINK);
        var other = history.createAction("url", LINK);
        history.execute(one).statusCode(200);
        history.execute(other).statusCode(200);
        Api.as(history.manager())
                .delete("/api/custom-actions/{id}", other)
                .then()
                .statusCode(200);
        Api.execute(Tokens.agent(UUID.randomUUID()).sign(), one, history.contact())
                .statusCode(404);

        assertThat(all("").getList("data.executions.action_id")).containsExactly(other.toString(), one.toString());
        assertThat(all("").getList("data.executions.action_name")).containsExactly("Action", "Action");
        assertThat(new JsonPath(Api.as(Tokens.manager(UUID.randomUUID()).sign())
                                .get(ALL)
                                .asString())
                        .getList("data.executions"))
                .isEmpty();
        Api.as(history.agent()).get(ALL).then().spec(Refusals.forbidden());
    }

    @Test
    void shouldFindByWhatHappenedWhomAndWhen() {
        var good = history.createAction("url", LINK);
        var bad = history.createAction(
                "webhook",
                Map.of("url", Hook.answering(aResponse().withStatus(500)).url()));
        var sam = Tokens.agent(history.organization())
                .claim("user_id", "sam")
                .claim("name", "Sam")
                .sign();
        var other = Api.createContact(history.organization(), Map.of("name", "Bob"));
        history.execute(good);
        Api.execute(sam, bad, other).statusCode(200);
        var now = Instant.now();

        assertThat(actions("?success=true")).containsExactly(good.toString());
        assertThat(actions("?success=false")).containsExactly(bad.toString());
        assertThat(actions("?outcome=upstream_status")).containsExactly(bad.toString());
        assertThat(actions("?outcome=success")).containsExactly(good.toString());
        assertThat(actions("?outcome=timeout")).isEmpty();
        assertThat(actions("?user_id=sam")).containsExactly(bad.toString());
        assertThat(all("?user_id=sam").getString("data.executions[0].user_name"))
                .isEqualTo("Sam");
        assertThat(actions("?contact_id=" + other)).containsExactly(bad.toString());
        assertThat(actions("?contact_id=" + other + "&success=true")).isEmpty();
        assertThat(actions("?from=" + now.minusSeconds(3600) + "&to=" + now.plusSeconds(3600)))
                .hasSize(2);
        assertThat(actions("?to=" + now.minusSeconds(3600))).isEmpty();
        assertThat(actions("?from=" + now.plusSeconds(3600))).isEmpty();
        assertThat(history.page(bad, "?success=true").extract().<List<?>>path("data.executions"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "success,maybe",
        "outcome,%00",
        "user_id,%00",
        "contact_id,no",
        "from,yesterday",
        "to,0",
        "limit,0",
        "before,never"
    })
    void shouldRefuseWhatIsNoFilter(String name, String value) {
        Api.as(history.manager())
                .urlEncodingEnabled(false)
                .get(ALL + "?" + name + "=" + value)
                .then()
                .spec(Refusals.field(name, ""));
    }

    /** A page looks at a bounded number of rows; the next one goes on behind them, and none is lost. */
    @Test
    void shouldGoOnWhereAPageStoppedLooking() {
        var action = history.createAction("url", LINK);
        history.store(action, "2026-01-02T00:00:00Z", 1);
        ServiceResource.database()
                .execute("update custom_action_executions set success = false where action_id = ?", action);
        history.store(action, "2026-01-03T00:00:00Z", HistoryRows.MOST_SIFTED + 5);

        var first = all("?success=false");
        assertThat(first.getList("data.executions")).isEmpty();
        var second = all("?success=false&before=" + first.getString("data.next_before"));

        assertThat(second.getList("data.executions")).hasSize(1);
        assertThat(second.getString("data.next_before")).isNull();
    }

    @Test
    void shouldTellOfRowsOfTheVersionBefore() {
        var action = history.createAction("url", LINK);
        history.store(action, "2026-01-02T00:00:00Z", 1);

        Api.as(history.manager())
                .get(ALL)
                .then()
                .body("data.executions[0].action_name", is("Action"))
                .body("data.executions[0].outcome", is("success"))
                .body("data.executions[0].trial", is(false));
    }

    private List<String> actions(String query) {
        return all(query).getList("data.executions.action_id");
    }

    private JsonPath all(String query) {
        return Api.as(history.manager())
                .urlEncodingEnabled(false)
                .get(ALL + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
