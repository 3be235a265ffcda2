package org.customactions.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.customactions.support.Api;
import org.customactions.support.Bodies;
import org.customactions.support.Concurrently;
import org.customactions.support.Pace;
import org.customactions.support.Patience;
import org.customactions.support.Refusals;
import org.customactions.support.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Putting many contacts, all or none. */
@QuarkusTest
class ContactBatchQuarkusTest {
    private static final String CONTACTS = "/api/contacts";

    private final UUID organization = UUID.randomUUID();
    private final String manager = Tokens.manager(organization).sign();

    @Test
    void shouldCreateReplaceAndReviveInTheOrderGiven() {
        var replaced = Api.createContact(organization, Map.of("name", "Old"));
        var revived = Api.createContact(organization, Map.of("name", "Gone"));
        Api.as(manager).delete(CONTACTS + "/{id}", revived).then().statusCode(200);
        var ids = List.of(revived.toString(), UUID.randomUUID().toString(), replaced.toString());

        var answer = put(ids.stream().map(ContactBatchQuarkusTest::contact).toList());

        answer.statusCode(200)
                .body("data.contacts.id", equalTo(ids))
                .body("data.contacts.name", equalTo(List.of("", "", "")))
                .body("data.total", equalTo(3));
        Api.as(manager).get(CONTACTS).then().body("data.total", equalTo(3));
    }

    @Test
    void shouldTakeAThousandContacts() {
        var answer = put(contacts(1_000));

        answer.statusCode(200).body("data.contacts", hasSize(1_000)).body("data.total", equalTo(1_000));
        assertThat(total()).isEqualTo(1_000);
    }

    @Test
    void shouldRefuseOneMore() {
        var answer = put(contacts(1_001));

        answer.spec(Refusals.field("contacts", "1 to 1,000"));
        assertThat(total()).isZero();
    }

    @Test
    void shouldWriteAllIfAnotherOrganizationUsesTheIdOfOne() {
        var stranger = UUID.randomUUID();
        var foreign = Api.createContact(stranger, Map.of("name", "Theirs"));
        var contacts = new ArrayList<>(contacts(2));
        contacts.add(contact(foreign.toString()));

        var answer = put(contacts);

        answer.statusCode(200);
        assertThat(total()).isEqualTo(3);
        Api.as(Tokens.agent(stranger).sign())
                .get(CONTACTS + "/{id}", foreign)
                .then()
                .body("data.name", equalTo("Theirs"));
    }

    @Test
    void shouldWriteNoneWhenOneIsNamedTwice() {
        var contacts = new ArrayList<>(contacts(2));
        contacts.add(contact(((String) contacts.get(0).get("id")).toUpperCase()));

        var answer = put(contacts);

        answer.spec(Refusals.field("contacts[2].id", "twice"));
        assertThat(total()).isZero();
    }

    @ParameterizedTest
    @MethodSource("wrongLists")
    void shouldRefuseWhatIsNoListOfContacts(Object contacts, String field, String message) {
        var answer = put(contacts);

        answer.spec(Refusals.field(field, message));
    }

    static Stream<Arguments> wrongLists() {
        return Stream.of(
                arguments(null, "contacts", "Contacts is required"),
                arguments(List.of(), "contacts", "1 to 1,000"),
                arguments("all", "contacts", "a list"),
                arguments(Map.of(), "contacts", "a list"),
                arguments(List.of("x"), "contacts[0]", "an object"),
                arguments(Arrays.asList(contact(uuid()), null), "contacts[1]", "an object"),
                arguments(List.of(Map.of("phone_number", "1")), "contacts[0].id", "Id is required"),
                arguments(List.of(contact("nonsense")), "contacts[0].id", "a UUID"),
                arguments(List.of(contact("1-1-1-1-1")), "contacts[0].id", "a UUID"),
                arguments(List.of(Bodies.with(contact(uuid()), "id", 5)), "contacts[0].id", "a string"),
                arguments(List.of(Bodies.with(contact(uuid()), "id", null)), "contacts[0].id", "Id is required"));
    }

    @Test
    void shouldRefuseAnUnknownFieldBesideTheContacts() {
        var answer = Api.as(manager)
                .body(Map.of("contacts", contacts(1), "replace", true))
                .put(CONTACTS)
                .then();

        answer.spec(Refusals.field("replace", "\"replace\" is not a known field"));
        assertThat(total()).isZero();
    }

    @Test
    void shouldReportAtMostAHundredFaults() {
        var answer = put(Collections.nCopies(1_000, Map.of("name", 5)));

        answer.statusCode(400)
                .body("error_type", equalTo("validation_error"))
                .body("errors", hasSize(100))
                .body("message", containsString("required"));
    }

    @Test
    void shouldAnswerSoonHoweverManyFaultsThereAre() throws Exception {
        Pace.retriedOnce(() -> {
            var keys = new StringBuilder();
            IntStream.range(0, 40_000).forEach(i -> keys.append("\"").append(i).append("\":1,"));
            var body = "{%s\"contacts\":[%s{}]}".formatted(keys, "{},".repeat(999));

            var answer = Api.as(manager).body(body).put(CONTACTS).then();

            answer.statusCode(400).body("errors", hasSize(100));
            assertThat(Duration.ofMillis(answer.extract().time())).isLessThan(Pace.limit(Duration.ofSeconds(3)));
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void shouldTakeTheSameContactsFromSeveralAtOnce(boolean thereAlready) {
        var contacts = contacts(300);
        var reversed = new ArrayList<>(contacts);
        Collections.reverse(reversed);
        if (thereAlready) {
            put(contacts).statusCode(200);
        }

        var statuses = Concurrently.times(
                6,
                Patience.LIMIT,
                i -> put(i % 2 == 0 ? contacts : reversed).extract().statusCode());

        assertThat(statuses).containsOnly(200);
        assertThat(total()).isEqualTo(300);
    }

    private ValidatableResponse put(Object contacts) {
        return Api.as(manager)
                .body(Bodies.of("contacts", contacts))
                .put(CONTACTS)
                .then();
    }

    private int total() {
        return Api.as(manager).get(CONTACTS).path("data.total");
    }

    private static List<Map<String, Object>> contacts(int count) {
        return IntStream.range(0, count).mapToObj(i -> contact(uuid())).toList();
    }

    private static Map<String, Object> contact(String id) {
        return Map.of("id", id, "phone_number", "+1 555 0100");
    }

    private static String uuid() {
        return UUID.randomUUID().toString();
    }
}
