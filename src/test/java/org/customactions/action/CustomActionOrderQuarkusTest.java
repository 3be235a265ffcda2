package org.customactions.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customactions.action.ActionBodies.ACTION;
import static org.customactions.action.ActionBodies.ACTIONS;
import static org.customactions.action.ActionBodies.LINK_CONFIG;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.customactions.support.Api;
import org.customactions.support.Bodies;
import org.customactions.support.Concurrently;
import org.customactions.support.Patience;
import org.customactions.support.Refusals;
import org.customactions.support.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Putting actions in order, all or none. */
@QuarkusTest
class CustomActionOrderQuarkusTest {
    private static final String ORDER = ACTIONS + "/order";

    private final UUID organization = UUID.randomUUID();
    private final String manager = Tokens.manager(organization).sign();
    private final List<String> ids = new ArrayList<>();

    @BeforeEach
    void createActions() {
        for (int i = 0; i < 4; i++) {
            ids.add(Api.createAction(organization, "url", LINK_CONFIG).toString());
        }
    }

    @Test
    void shouldAnswerTheListInTheNewOrder() {
        var wanted = List.of(ids.get(2), ids.get(0), ids.get(3), ids.get(1));

        var answer = order(wanted);

        answer.statusCode(200)
                .body("status", equalTo("success"))
                .body("data.custom_actions.id", equalTo(wanted))
                .body("data.custom_actions.display_order", equalTo(List.of(0, 1, 2, 3)))
                .body("data.total", equalTo(4));
        assertThat(listed("id")).isEqualTo(wanted);
    }

    @Test
    void shouldLeaveActionsThatAreNotNamedWhereTheyAre() {
        Api.as(manager).body(Map.of("display_order", 1)).put(ACTION, ids.get(0));
        Api.as(manager).body(Map.of("display_order", 9)).put(ACTION, ids.get(1));

        var answer = order(List.of(ids.get(3), ids.get(2)));

        answer.statusCode(200)
                .body("data.custom_actions.id", equalTo(List.of(ids.get(3), ids.get(2), ids.get(0), ids.get(1))))
                .body("data.custom_actions.display_order", equalTo(List.of(0, 1, 1, 9)));
    }

    @Test
    void shouldChangeNothingForAnUnknownAction() {
        var before = list();

        var answer = order(List.of(ids.get(3), UUID.randomUUID().toString(), ids.get(0)));

        answer.spec(Refusals.notFound());
        assertThat(list()).isEqualTo(before);
    }

    @Test
    void shouldChangeNothingForAnActionOfAnotherOrganization() {
        var stranger = UUID.randomUUID();
        var foreign = Api.createAction(stranger, "url", LINK_CONFIG);
        var before = list();

        var answer = order(List.of(ids.get(3), ids.get(0), foreign.toString()));

        answer.spec(Refusals.notFound());
        assertThat(list()).isEqualTo(before);
        Api.as(Tokens.manager(stranger).sign()).get(ACTION, foreign).then().body("data.display_order", equalTo(0));
    }

    @Test
    void shouldChangeNothingForADeletedAction() {
        Api.as(manager).delete(ACTION, ids.get(1)).then().statusCode(200);
        var before = list();

        var answer = order(List.of(ids.get(3), ids.get(1)));

        answer.spec(Refusals.notFound());
        assertThat(list()).isEqualTo(before);
    }

    @Test
    void shouldChangeNothingForAnActionThatIsNamedTwice() {
        var before = list();

        var answer = order(List.of(ids.get(3), ids.get(0), ids.get(3).toUpperCase()));

        answer.spec(Refusals.field("ids", "once"));
        assertThat(list()).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("wrongIds")
    void shouldRefuseWrongIds(Object wrong, String message) {
        var answer = Api.as(manager).body(Bodies.of("ids", wrong)).put(ORDER).then();

        answer.spec(Refusals.field("ids", message));
    }

    static Stream<Arguments> wrongIds() {
        var tooMany = IntStream.range(0, 1_001).mapToObj(i -> UUID.randomUUID()).toList();
        return Stream.of(
                arguments(null, "Ids is required"),
                arguments("all", "a list"),
                arguments(Map.of(), "a list"),
                arguments(List.of("nonsense"), "UUIDs"),
                arguments(List.of("1-1-1-1-1"), "UUIDs"),
                arguments(List.of(1), "UUIDs"),
                arguments(Collections.singletonList(null), "UUIDs"),
                arguments(List.of(List.of()), "UUIDs"),
                arguments(tooMany, "1,000"));
    }

    @Test
    void shouldRefuseAnUnknownField() {
        var answer =
                Api.as(manager).body(Map.of("ids", ids, "offset", 1)).put(ORDER).then();

        answer.spec(Refusals.field("offset", "\"offset\" is not a known field"));
    }

    @Test
    void shouldEndInOneOfTheOrdersWhenSeveralAreSetAtOnce() {
        var reversed = new ArrayList<>(ids);
        Collections.reverse(reversed);
        var orders = List.of(ids, reversed);

        var statuses = Concurrently.times(
                8, Patience.LIMIT, i -> order(orders.get(i % 2)).extract().statusCode());

        assertThat(statuses).containsOnly(200);
        assertThat(orders).contains(listed("id"));
        assertThat(listed("display_order")).isEqualTo(List.of(0, 1, 2, 3));
    }

    private ValidatableResponse order(List<String> wanted) {
        return Api.as(manager).body(Map.of("ids", wanted)).put(ORDER).then();
    }

    private <T> List<T> listed(String field) {
        return Api.as(manager).get(ACTIONS).path("data.custom_actions." + field);
    }

    private String list() {
        return Api.as(manager).get(ACTIONS).asString();
    }
}
