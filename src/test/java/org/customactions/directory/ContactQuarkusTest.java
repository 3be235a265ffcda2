package org.customactions.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Method;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.customactions.support.Api;
import org.customactions.support.Bodies;
import org.customactions.support.Refusals;
import org.customactions.support.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Putting, reading and deleting one contact. */
@QuarkusTest
class ContactQuarkusTest {
    private static final String CONTACTS = "/api/contacts";
    private static final String CONTACT = CONTACTS + "/{id}";
    private static final String TIMESTAMP = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z";
    private static final Map<String, Object> FULL = Map.of(
            "phone_number", "+1 555 0100",
            "name", "Zoë \"Z\" O'Neil \uD83D\uDE00",
            "profile_name", "<b>zoe</b> {{contact.id}}",
            "tags", List.of("vip", "sales & more"),
            "metadata", Map.of("plan", "gold", "nested", Map.of("list", List.of(1, true, "x"))));

    private final UUID organization = UUID.randomUUID();
    private final String manager = Tokens.manager(organization).sign();
    private final UUID id = UUID.randomUUID();

    @Test
    void shouldCreateWithDefaults() {
        var answer = put(Map.of("phone_number", "+1 555 0100"));

        answer.statusCode(200)
                .body("status", equalTo("success"))
                .body("data.id", equalTo(id.toString()))
                .body("data.phone_number", equalTo("+1 555 0100"))
                .body("data.name", equalTo(""))
                .body("data.profile_name", equalTo(""))
                .body("data.tags", empty())
                .body("data.metadata", equalTo(Map.of()))
                .body("data.created_at", matchesPattern(TIMESTAMP))
                .body("data.updated_at", matchesPattern(TIMESTAMP));
        assertThat(read().extract().<Object>path("data"))
                .isEqualTo(answer.extract().path("data"));
    }

    @Test
    void shouldReadBackEveryFieldAsWritten() {
        put(FULL).statusCode(200);

        var contact = read().extract().<Map<String, Object>>path("data");

        assertThat(contact).containsAllEntriesOf(FULL);
    }

    @Test
    void shouldKeepNumbersOfTheMetadataExact() {
        var metadata =
                "{\"price\":1.10,\"big\":123456789012345678901234567890,\"fine\":0.1234567890123456789,\"nil\":null}";
        put("{\"phone_number\":\"1\",\"metadata\":" + metadata + "}").statusCode(200);

        var contact = read();

        assertThat(contact.extract().asString())
                .contains("\"price\":1.10", "123456789012345678901234567890", "0.1234567890123456789", "\"nil\":null");
    }

    @Test
    void shouldReplaceAllOfAContact() {
        var created = put(FULL).extract();

        var answer = put(Map.of("phone_number", "2"));

        answer.statusCode(200)
                .body("data.phone_number", equalTo("2"))
                .body("data.name", equalTo(""))
                .body("data.profile_name", equalTo(""))
                .body("data.tags", empty())
                .body("data.metadata", equalTo(Map.of()))
                .body("data.created_at", equalTo(created.path("data.created_at")));
        assertThat(Instant.parse(answer.extract().path("data.updated_at")))
                .isAfter(Instant.parse(created.path("data.updated_at")));
    }

    @ParameterizedTest
    @CsvSource({
        "Ada, ada99, Ada",
        "'', ada99, ada99",
        "'  ', ada99, ada99",
        "'', '', +1 555 0100",
        "'', ' ', +1 555 0100",
        "Ada, '', Ada"
    })
    void shouldShowTheNameOrTheProfileNameOrThePhoneNumber(String name, String profileName, String shown) {
        var answer = put(Map.of("phone_number", "+1 555 0100", "name", name, "profile_name", profileName));

        answer.statusCode(200).body("data.display_name", equalTo(shown));
    }

    @Test
    void shouldDeleteOnce() {
        put(FULL).statusCode(200);

        Api.as(manager)
                .delete(CONTACT, id)
                .then()
                .statusCode(200)
                .body("status", equalTo("success"))
                .body("data", equalTo(Map.of("status", "deleted")));

        Api.as(manager).delete(CONTACT, id).then().spec(Refusals.notFound());
        Api.as(manager).get(CONTACT, id).then().spec(Refusals.notFound());
        Api.as(manager).get(CONTACTS).then().body("data.contacts", empty()).body("data.total", equalTo(0));
    }

    @Test
    void shouldReviveADeletedContactAsReplaced() {
        put(FULL).statusCode(200);
        Api.as(manager).delete(CONTACT, id).then().statusCode(200);

        var answer = put(Map.of("phone_number", "2"));

        answer.statusCode(200).body("data.name", equalTo("")).body("data.id", equalTo(id.toString()));
        read().statusCode(200).body("data.phone_number", equalTo("2"));
        Api.as(manager).get(CONTACTS).then().body("data.total", equalTo(1));
    }

    @Test
    void shouldAcceptWhatItAnswered() {
        put(FULL).statusCode(200);
        var contact = read().extract().<Map<String, Object>>path("data");

        var answer = put(contact);

        answer.statusCode(200);
        assertThat(Bodies.without(answer.extract().<Map<String, Object>>path("data"), "updated_at"))
                .isEqualTo(Bodies.without(contact, "updated_at"));
    }

    @Test
    void shouldRefuseAnotherIdThanThePaths() {
        var answer = put(Bodies.with(FULL, "id", UUID.randomUUID()));

        answer.spec(Refusals.field("id", "the one in the path"));
        read().spec(Refusals.notFound());
    }

    @ParameterizedTest
    @CsvSource({
        "GET, nonsense",
        "GET, 1-1-1-1-1",
        "GET, 00000000-0000-4000-8000-000000000000",
        "PUT, nonsense",
        "PUT, 1-1-1-1-1",
        "DELETE, nonsense",
        "DELETE, 00000000-0000-4000-8000-000000000000"
    })
    void shouldNotFindAnUnknownId(Method method, String unknown) {
        var request = method == Method.PUT ? Api.as(manager).body(FULL) : Api.as(manager);

        var answer = request.request(method, CONTACT, unknown).then();

        answer.spec(Refusals.notFound()).body("message", containsString("not"));
    }

    private ValidatableResponse put(Object body) {
        return Api.as(manager).body(body).put(CONTACT, id).then();
    }

    private ValidatableResponse read() {
        return Api.as(Tokens.agent(organization).sign()).get(CONTACT, id).then();
    }
}
