package org.customactions.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customactions.action.ActionBodies.ACTION;
import static org.customactions.action.ActionBodies.ACTIONS;
import static org.customactions.action.ActionBodies.LINK_CONFIG;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.customactions.support.Api;
import org.customactions.support.Concurrently;
import org.customactions.support.Patience;
import org.customactions.support.Refusals;
import org.customactions.support.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tag of an action, and changes that rely on it. */
@QuarkusTest
class ActionTagQuarkusTest {

    private static final int CROWD = 6;

    private final UUID organization = UUID.randomUUID();
    private final String manager = Tokens.manager(organization).sign();
    private final String agent = Tokens.agent(organization).sign();
    private UUID action;

    @BeforeEach
    void create() {
        action = Api.createAction(organization, "url", LINK_CONFIG);
    }

    @Test
    void shouldTellTheSameTagWhereverAManagerGetsTheAction() {
        var created = Api.as(manager)
                .body(ActionBodies.link())
                .post(ACTIONS)
                .then()
                .statusCode(201)
                .extract();
        UUID id = UUID.fromString(created.path("data.id"));

        assertThat(tag(manager, id)).isEqualTo(created.header("ETag")).matches("\"[0-9a-f]{32}\"");
        var updated =
                update(id, Map.of("name", "New")).statusCode(200).extract().header("ETag");
        assertThat(tag(manager, id)).isEqualTo(updated).isNotEqualTo(created.header("ETag"));
    }

    @Test
    void shouldTellAgentsAnotherTagOfWhatTheyRead() {
        assertThat(tag(agent, action)).isNotEqualTo(tag(manager, action));
    }

    @Test
    void shouldAnswer304ToWhoHasTheActionAlready() {
        var tag = tag(agent, action);

        Api.as(agent)
                .header("If-None-Match", tag)
                .get(ACTION, action)
                .then()
                .statusCode(304)
                .header("ETag", equalTo(tag))
                .header("Cache-Control", equalTo("private, no-cache"))
                .header("Vary", equalTo("Authorization"))
                .body(emptyString());
        Api.as(agent)
                .header("If-None-Match", "\"other\"")
                .get(ACTION, action)
                .then()
                .statusCode(200);
    }

    @Test
    void shouldStayTheSameWhileTheListIsPutInOrderAndNothingChanges() {
        var other = Api.createAction(organization, "url", LINK_CONFIG);
        var before = tag(manager, action);
        String updatedAt = Api.as(manager).get(ACTION, action).path("data.updated_at");

        Api.as(manager)
                .body(Map.of("ids", List.of(other, action)))
                .put(ACTIONS + "/order")
                .then()
                .statusCode(200);
        update(action, Map.of()).statusCode(200);

        assertThat(tag(manager, action)).isEqualTo(before);
        Api.as(manager)
                .get(ACTION, action)
                .then()
                .body("data.updated_at", equalTo(updatedAt))
                .body("data.display_order", equalTo(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s", "*", "\"other\", %s"})
    void shouldChangeWhatIsAsTheClientReadIt(String condition) {
        var relied = condition.formatted(tag(manager, action));

        relying(relied).body(Map.of("name", "New")).put(ACTION, action).then().statusCode(200);

        relying(condition.formatted(tag(manager, action)))
                .delete(ACTION, action)
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"other\"", "W/%s", "\"other\", W/%s"})
    void shouldChangeNothingElseAndAnswerWhatIsThere(String condition) {
        var relied = condition.formatted(tag(manager, action));
        var before = Api.as(manager).get(ACTION, action).then().extract();

        var update = relying(relied).body(Map.of("name", "New")).put(ACTION, action);
        var delete = relying(relied).delete(ACTION, action);

        for (var answer : List.of(update, delete)) {
            answer.then()
                    .statusCode(412)
                    .header("ETag", equalTo(before.header("ETag")))
                    .body("status", equalTo("error"))
                    .body("error_type", equalTo("precondition_failed"))
                    .body("errors", nullValue())
                    .body("data", equalTo(before.path("data")));
        }
        Api.as(manager).get(ACTION, action).then().statusCode(200).body("data", equalTo(before.path("data")));
    }

    @Test
    void shouldTellOfAChangedTypeBeforeTheConfigIsHeldAgainstIt() {
        var relied = tag(manager, action);
        update(action, Map.of("action_type", "javascript", "config", Map.of("code", "return 1")))
                .statusCode(200);

        relying(relied)
                .body(Map.of("config", Map.of("url", "tel:1")))
                .put(ACTION, action)
                .then()
                .statusCode(412)
                .body("data.action_type", equalTo("javascript"))
                .body("data.config.code", equalTo("return 1"));
    }

    @Test
    void shouldLetOneOfSeveralThatReadTheSameWin() {
        var relied = tag(manager, action);

        var statuses = Concurrently.times(
                CROWD,
                Patience.LIMIT,
                i -> relying(relied)
                        .body(Map.of("name", "By " + i))
                        .put(ACTION, action)
                        .statusCode());

        assertThat(statuses)
                .containsOnlyOnce(200)
                .filteredOn(status -> status == 412)
                .hasSize(CROWD - 1);
    }

    @Test
    void shouldTellThatAHeaderIsNoCondition() {
        relying("no tag")
                .body(Map.of("name", "New"))
                .put(ACTION, action)
                .then()
                .spec(Refusals.field("If-Match", "must be * or a list of entity tags"));
        relying("no tag").delete(ACTION, action).then().spec(Refusals.field("If-Match", "must be"));
        Api.as(manager).get(ACTION, action).then().body("data.name", not(equalTo("New")));
    }

    @Test
    void shouldStillNotFindWhatIsNotThere() {
        relying("*").body(Map.of()).put(ACTION, UUID.randomUUID()).then().spec(Refusals.notFound());
        relying("\"x\"").delete(ACTION, UUID.randomUUID()).then().spec(Refusals.notFound());
    }

    @Test
    void shouldPutNewActionsAfterAllOthers() {
        var orders = IntStream.range(0, 2)
                .mapToObj(i -> Api.createAction(organization, "url", LINK_CONFIG))
                .map(id -> Api.as(manager).get(ACTION, id).<Integer>path("data.display_order"))
                .toList();

        assertThat(orders).isEqualTo(List.of(1, 2));
    }

    private RequestSpecification relying(String condition) {
        return Api.as(manager).header("If-Match", condition);
    }

    private ValidatableResponse update(UUID id, Map<String, ?> fields) {
        return Api.as(manager).body(fields).put(ACTION, id).then();
    }

    private static String tag(String token, UUID id) {
        return Api.as(token).get(ACTION, id).then().statusCode(200).extract().header("ETag");
    }
}
