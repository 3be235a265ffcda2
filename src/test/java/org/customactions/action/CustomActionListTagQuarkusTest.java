package org.customactions.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customactions.action.ActionBodies.ACTION;
import static org.customactions.action.ActionBodies.ACTIONS;
import static org.customactions.action.ActionBodies.LINK_CONFIG;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.customactions.support.Api;
import org.customactions.support.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The list's entity tag (RFC 9110, sections 8.8.3 and 13.1.2). */
@QuarkusTest
class CustomActionListTagQuarkusTest {
    private static final String NO_PAGE = "";

    private final UUID organization = UUID.randomUUID();
    private final String manager = Tokens.manager(organization).sign();
    private final String agent = Tokens.agent(organization).sign();
    private UUID first;
    private UUID second;

    @BeforeEach
    void createActions() {
        first = Api.createAction(organization, "url", LINK_CONFIG);
        second = Api.createAction(organization, "url", LINK_CONFIG);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s", "W/%s", "\"other\", %s", "*"})
    void shouldAnswer304WithoutABodyForTheTagItGave(String ifNoneMatch) {
        var tag = tag(agent, NO_PAGE);

        var answer = list(agent, NO_PAGE, ifNoneMatch.formatted(tag));

        answer.statusCode(304).header("ETag", equalTo(tag)).body(emptyString());
    }

    @Test
    void shouldAnswerTheListForAnotherTag() {
        var answer = list(agent, NO_PAGE, "\"other\"");

        answer.statusCode(200).body("data.total", equalTo(2)).header("ETag", not(equalTo("\"other\"")));
    }

    @Test
    void shouldKeepSharedCachesOut() {
        var answer = list(agent, NO_PAGE, "\"other\"");

        answer.header("Cache-Control", equalTo("private, no-cache")).header("Vary", equalTo("Authorization"));
    }

    @ParameterizedTest
    @EnumSource(Change.class)
    void shouldChangeTheTagWithTheList(Change change) {
        var before = tag(agent, NO_PAGE);

        change(change);

        list(agent, NO_PAGE, before).statusCode(200).header("ETag", not(equalTo(before)));
    }

    @Test
    void shouldKeepTheTagWhenAnUpdateChangesNothing() {
        var before = tag(agent, NO_PAGE);

        Api.as(manager)
                .body(Map.of("name", "Action", "config", LINK_CONFIG))
                .put(ACTION, first)
                .then()
                .statusCode(200);

        list(agent, NO_PAGE, before).statusCode(304);
    }

    @Test
    void shouldNotTakeAnAgentsTagForAManagers() {
        var agents = tag(agent, NO_PAGE);

        var answer = list(manager, NO_PAGE, agents);

        answer.statusCode(200).header("ETag", not(equalTo(agents)));
    }

    @Test
    void shouldTagEachPageDifferently() {
        var tags = List.of(
                tag(agent, NO_PAGE),
                tag(agent, "?limit=1&page=1"),
                tag(agent, "?limit=1&page=2"),
                tag(agent, "?limit=1&page=3"),
                tag(agent, "?limit=2&page=1"));

        assertThat(tags).doesNotHaveDuplicates();
    }

    @Test
    void shouldChangeTheTagOfAPageWhenAnotherPageLosesAnAction() {
        var before = tag(agent, "?limit=1&page=1");

        Api.as(manager).delete(ACTION, first).then().statusCode(200);

        list(agent, "?limit=1&page=1", before).statusCode(200).body("data.total", equalTo(1));
    }

    private enum Change {
        CREATE,
        RENAME,
        DEACTIVATE,
        CONFIGURE,
        ORDER,
        DELETE
    }

    private void change(Change change) {
        var request = Api.as(manager);
        var answer =
                switch (change) {
                    case CREATE -> request.body(ActionBodies.link()).post(ACTIONS);
                    case RENAME -> request.body(Map.of("name", "New")).put(ACTION, first);
                    case DEACTIVATE -> request.body(Map.of("is_active", false)).put(ACTION, first);
                    case CONFIGURE ->
                        request.body(Map.of("config", Map.of("url", "tel:1"))).put(ACTION, first);
                    case ORDER ->
                        request.body(Map.of("ids", List.of(second, first))).put(ACTIONS + "/order");
                    case DELETE -> request.delete(ACTION, first);
                };
        assertThat(answer.statusCode()).isBetween(200, 201);
    }

    private static String tag(String token, String query) {
        return Api.as(token)
                .get(ACTIONS + query)
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");
    }

    private static ValidatableResponse list(String token, String query, String ifNoneMatch) {
        return Api.as(token)
                .header("If-None-Match", ifNoneMatch)
                .get(ACTIONS + query)
                .then();
    }
}
