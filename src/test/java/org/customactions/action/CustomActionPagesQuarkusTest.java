package org.customactions.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customactions.action.ActionBodies.ACTIONS;
import static org.customactions.action.ActionBodies.named;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.customactions.support.Api;
import org.customactions.support.Bodies;
import org.customactions.support.Refusals;
import org.customactions.support.ServiceResource;
import org.customactions.support.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The pages of the list of actions. */
@QuarkusTest
class CustomActionPagesQuarkusTest {
    private final UUID organization = UUID.randomUUID();
    private final String manager = Tokens.manager(organization).sign();
    private final String agent = Tokens.agent(organization).sign();

    @ParameterizedTest
    @MethodSource("pages")
    void shouldListAPage(Map<String, Object> query, List<String> names, int page, int limit) {
        List.of("e", "d", "c", "b", "a").forEach(name -> create(Bodies.with(named(name), "display_order", 0)));

        var list = list(query);

        list.body("data.custom_actions.name", equalTo(names))
                .body("data.total", equalTo(5))
                .body("data.page", equalTo(page))
                .body("data.limit", equalTo(limit));
    }

    static Stream<Arguments> pages() {
        return Stream.of(
                arguments(Map.of("limit", 2), List.of("a", "b"), 1, 2),
                arguments(Map.of("page", 1, "limit", 2), List.of("a", "b"), 1, 2),
                arguments(Map.of("page", 2, "limit", 2), List.of("c", "d"), 2, 2),
                arguments(Map.of("page", 3, "limit", 2), List.of("e"), 3, 2),
                arguments(Map.of("page", 4, "limit", 2), List.of(), 4, 2),
                arguments(Map.of("page", 1_000_000, "limit", 100), List.of(), 1_000_000, 100),
                arguments(Map.of("page", 1, "limit", 100), List.of("a", "b", "c", "d", "e"), 1, 100));
    }

    @Test
    void shouldCountOnlyWhatIsFoundOnAPagePastTheEnd() {
        create(named("found"));
        create(named("other"));

        var list = list(Map.of("search", "found", "is_active", true, "page", 3, "limit", 1));

        list.body("data.custom_actions", empty()).body("data.total", equalTo(1));
    }

    @Test
    void shouldPutEachOfTiedActionsOnExactlyOnePage() {
        seed(25);

        var ids = new ArrayList<String>();
        for (int page = 1; page <= 4; page++) {
            ids.addAll(list(Map.of("page", page, "limit", 7)).extract().path("data.custom_actions.id"));
        }

        assertThat(ids).hasSize(25).doesNotHaveDuplicates();
    }

    @Test
    void shouldListAllWithoutALimit() {
        seed(150);

        var list = list(Map.of("page", 2));

        list.body("data.custom_actions", hasSize(150)).body("data.page", nullValue());
    }

    @ParameterizedTest
    @CsvSource({
        "limit, 0",
        "limit, 101",
        "limit, -1",
        "limit, ten",
        "limit, 1.5",
        "limit, 99999999999",
        "page, 0",
        "page, -1",
        "page, one",
        "page, 1.5",
        "page, 99999999999",
        "is_active, yes",
        "is_active, 1",
        "is_active, TRUE"
    })
    void shouldRefuseAWrongParameter(String parameter, String value) {
        var answer = Api.as(agent).queryParam(parameter, value).get(ACTIONS).then();

        answer.spec(Refusals.field(parameter, " must be "));
    }

    private ValidatableResponse list(Map<String, Object> query) {
        return Api.as(agent).queryParams(query).get(ACTIONS).then().statusCode(200);
    }

    private void create(Map<String, Object> body) {
        Api.as(manager).body(body).post(ACTIONS).then().statusCode(201);
    }

    /** Rows that were all created at the same moment. */
    private void seed(int count) {
        ServiceResource.database().execute(ActionBodies.SEED, organization, count);
    }
}
