package org.customactions.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customactions.action.ActionBodies.ACTIONS;
import static org.customactions.action.ActionBodies.named;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.customactions.support.Api;
import org.customactions.support.Bodies;
import org.customactions.support.Refusals;
import org.customactions.support.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The list of actions: order, search and filter. */
@QuarkusTest
class CustomActionListQuarkusTest {
    private final UUID organization = UUID.randomUUID();
    private final String manager = Tokens.manager(organization).sign();
    private final String agent = Tokens.agent(organization).sign();

    @Test
    void shouldListLastWhatWasCreatedWithoutAPlace() {
        create(named("first"));
        create(Bodies.with(named("third"), "display_order", 7));
        create(named("last"));
        create(Bodies.with(named("second"), "display_order", 7));

        var list = list(Map.of());

        list.body("data.custom_actions.name", contains("first", "second", "third", "last"))
                .body("data.custom_actions.display_order", contains(0, 7, 7, 8));
    }

    @Test
    void shouldHaveNoPlaceBeyondTheLastNumber() {
        create(Bodies.with(named("far"), "display_order", Integer.MAX_VALUE));

        create(named("new"));

        list(Map.of()).body("data.custom_actions.display_order", contains(Integer.MAX_VALUE, Integer.MAX_VALUE));
    }

    @Test
    void shouldListByDisplayOrderThenNewestFirst() {
        create(Bodies.with(named("third"), "display_order", 5));
        create(Bodies.with(named("second, older"), "display_order", 2));
        create(Bodies.with(named("second, newer"), "display_order", 2));
        create(Bodies.with(named("first"), "display_order", 0));

        var list = list(Map.of());

        list.body("data.custom_actions.name", contains("first", "second, newer", "second, older", "third"))
                .body("data.total", equalTo(4))
                .body("data.page", nullValue())
                .body("data.limit", nullValue());
    }

    @Test
    void shouldListNothingForAnEmptyOrganization() {
        var list = list(Map.of());

        list.body("data.custom_actions", empty()).body("data.total", equalTo(0));
    }

    @ParameterizedTest
    @MethodSource("searches")
    void shouldFindNamesThatContainTheText(String search, List<String> found) {
        Stream.of("100% sure", "100 sure", "snake_case", "snakeXcase", "back\\slash", "Open TICKET", "Ärger", "%_\\")
                .forEach(name -> create(named(name)));

        var list = list(Map.of("search", search));

        assertThat(list.extract().<List<String>>path("data.custom_actions.name"))
                .containsExactlyInAnyOrderElementsOf(found);
        list.body("data.total", equalTo(found.size()));
    }

    static Stream<Arguments> searches() {
        return Stream.of(
                arguments("%", List.of("100% sure", "%_\\")),
                arguments("0%s", List.of()),
                arguments("_", List.of("snake_case", "%_\\")),
                arguments("snake_case", List.of("snake_case")),
                arguments("\\", List.of("back\\slash", "%_\\")),
                arguments("\\%", List.of()),
                arguments("%_\\", List.of("%_\\")),
                arguments("ticket", List.of("Open TICKET")),
                arguments("OPEN T", List.of("Open TICKET")),
                arguments("äRGER", List.of("Ärger")),
                arguments("  Sure ", List.of("100% sure", "100 sure")),
                arguments("'; drop table custom_actions; --", List.of()),
                arguments("url", List.of()));
    }

    @ParameterizedTest
    @CsvSource({"'', 2", "'  ', 2"})
    void shouldListAllForABlankSearch(String search, int total) {
        create(named("one"));
        create(named("two"));

        var list = list(Map.of("search", search));

        list.body("data.total", equalTo(total));
    }

    @ParameterizedTest
    @CsvSource({"true, on", "false, off"})
    void shouldFilterByIsActive(String isActive, String found) {
        create(named("on"));
        create(Bodies.with(named("off"), "is_active", false));

        var list = list(Map.of("is_active", isActive));

        list.body("data.custom_actions.name", contains(found)).body("data.total", equalTo(1));
    }

    @ParameterizedTest
    @MethodSource("unsearchable")
    void shouldRefuseASearchThatNoNameCanHold(String search) {
        var answer = Api.as(agent).queryParam("search", search).get(ACTIONS).then();

        answer.spec(Refusals.field("search", "at most 200"));
    }

    static Stream<String> unsearchable() {
        return Stream.of("a\u0000b", "s".repeat(201));
    }

    private ValidatableResponse list(Map<String, Object> query) {
        return Api.as(agent).queryParams(query).get(ACTIONS).then().statusCode(200);
    }

    private void create(Map<String, Object> body) {
        Api.as(manager).body(body).post(ACTIONS).then().statusCode(201);
    }
}
