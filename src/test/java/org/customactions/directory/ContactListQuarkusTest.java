package org.customactions.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.customactions.support.Api;
import org.customactions.support.Refusals;
import org.customactions.support.ServiceResource;
import org.customactions.support.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The list of contacts: search and pages. */
@QuarkusTest
class ContactListQuarkusTest {
    private static final String CONTACTS = "/api/contacts";

    private final UUID organization = UUID.randomUUID();
    private final String agent = Tokens.agent(organization).sign();

    @ParameterizedTest
    @MethodSource("pages")
    void shouldListAPageNewestFirst(Map<String, Object> query, List<String> names, int page, int limit) {
        List.of("e", "d", "c", "b", "a").forEach(name -> Api.createContact(organization, Map.of("name", name)));

        var list = list(query);

        list.body("data.contacts.name", equalTo(names))
                .body("data.total", equalTo(5))
                .body("data.page", equalTo(page))
                .body("data.limit", equalTo(limit));
    }

    static Stream<Arguments> pages() {
        var all = List.of("a", "b", "c", "d", "e");
        return Stream.of(
                arguments(Map.of(), all, 1, 50),
                arguments(Map.of("limit", 2), List.of("a", "b"), 1, 2),
                arguments(Map.of("page", 2, "limit", 2), List.of("c", "d"), 2, 2),
                arguments(Map.of("page", 3, "limit", 2), List.of("e"), 3, 2),
                arguments(Map.of("page", 4, "limit", 2), List.of(), 4, 2),
                arguments(Map.of("page", 2), List.of(), 2, 50),
                arguments(Map.of("limit", 100), all, 1, 100));
    }

    @ParameterizedTest
    @MethodSource("searches")
    void shouldFindNamesAndPhoneNumbersThatContainTheText(String search, List<String> found) {
        contact("+1 555 0100", "Ada 100%", "ada_l");
        contact("+1 555 0111", "ADA Two", "");
        contact("+49 30 1234", "back\\slash", "Ärger");
        contact("+1 777", "", "Zoë");

        var list = list(Map.of("search", search));

        assertThat(list.extract().<List<String>>path("data.contacts.phone_number"))
                .containsExactlyInAnyOrderElementsOf(found);
        list.body("data.total", equalTo(found.size()));
    }

    static Stream<Arguments> searches() {
        return Stream.of(
                arguments("ada", List.of("+1 555 0100", "+1 555 0111")),
                arguments("%", List.of("+1 555 0100")),
                arguments("_", List.of("+1 555 0100")),
                arguments("\\", List.of("+49 30 1234")),
                arguments("+1 555", List.of("+1 555 0100", "+1 555 0111")),
                arguments("äRGER", List.of("+49 30 1234")),
                arguments("ZOË", List.of("+1 777")),
                arguments("+1_555", List.of()),
                arguments(" ", List.of("+1 555 0100", "+1 555 0111", "+49 30 1234", "+1 777")),
                arguments("nobody", List.of()));
    }

    @Test
    void shouldCountOnlyWhatIsFoundOnAPagePastTheEnd() {
        contact("1", "found", "");
        contact("2", "other", "");

        var list = list(Map.of("search", "found", "page", 3, "limit", 1));

        list.body("data.contacts", empty()).body("data.total", equalTo(1));
    }

    @Test
    void shouldListFiftyOfManyByDefaultAndEachOnExactlyOnePage() {
        ServiceResource.database()
                .execute(
                        "insert into contacts (id, organization_id, phone_number) select gen_random_uuid(), ?, n::text"
                                + " from generate_series(1, 120) n",
                        organization);

        var first = list(Map.of());

        first.body("data.contacts", hasSize(50)).body("data.total", equalTo(120));
        var ids = new ArrayList<String>();
        for (int page = 1; page <= 3; page++) {
            ids.addAll(list(Map.of("page", page)).extract().path("data.contacts.id"));
        }
        assertThat(ids).hasSize(120).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({
        "limit, 0",
        "limit, 101",
        "limit, -1",
        "limit, ten",
        "limit, 1.5",
        "page, 0",
        "page, -1",
        "page, one",
        "page, 99999999999"
    })
    void shouldRefuseAWrongParameter(String parameter, String value) {
        var answer = Api.as(agent).queryParam(parameter, value).get(CONTACTS).then();

        answer.spec(Refusals.field(parameter, "must be a whole number from 1"));
    }

    @ParameterizedTest
    @MethodSource("unsearchable")
    void shouldRefuseASearchThatNoNameCanHold(String search) {
        var answer = Api.as(agent).queryParam("search", search).get(CONTACTS).then();

        answer.spec(Refusals.field("search", "at most 200"));
    }

    static Stream<String> unsearchable() {
        return Stream.of("a\u0000b", "s".repeat(201));
    }

    private ValidatableResponse list(Map<String, Object> query) {
        return Api.as(agent).queryParams(query).get(CONTACTS).then().statusCode(200);
    }

    private void contact(String phoneNumber, String name, String profileName) {
        Api.createContact(organization, Map.of("phone_number", phoneNumber, "name", name, "profile_name", profileName));
    }
}
