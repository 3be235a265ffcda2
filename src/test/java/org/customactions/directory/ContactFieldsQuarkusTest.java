package org.customactions.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Arrays;
import java.util.Collections;
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
import org.junit.jupiter.params.provider.MethodSource;

/** The rules of a contact's fields, alone and in a batch. */
@QuarkusTest
class ContactFieldsQuarkusTest {
    private static final String CONTACTS = "/api/contacts";
    private static final Map<String, Object> VALID = Map.of("phone_number", "+1 555 0100");

    private final UUID organization = UUID.randomUUID();
    private final String manager = Tokens.manager(organization).sign();

    @ParameterizedTest
    @MethodSource("wrongValues")
    void shouldRefuseAWrongValue(String field, Object value, String message) {
        var id = Api.createContact(organization, Map.of("name", "Ada"));
        var before = Api.as(manager).get(CONTACTS + "/{id}", id).asString();

        var answer = Api.as(manager)
                .body(Bodies.with(VALID, field, value))
                .put(CONTACTS + "/{id}", id)
                .then();

        answer.spec(Refusals.field(field, message));
        assertThat(Api.as(manager).get(CONTACTS + "/{id}", id).asString()).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("wrongValues")
    void shouldRefuseAWrongValueInABatchWithItsPlace(String field, Object value, String message) {
        var right = Bodies.with(VALID, "id", UUID.randomUUID());
        var wrong = Bodies.with(Bodies.with(VALID, "id", UUID.randomUUID()), field, value);

        var answer = Api.as(manager)
                .body(Map.of("contacts", List.of(right, wrong)))
                .put(CONTACTS)
                .then();

        answer.spec(Refusals.field("contacts[1]." + field, message));
        Api.as(manager).get(CONTACTS).then().body("data.total", equalTo(0));
    }

    static Stream<Arguments> wrongValues() {
        var tag = "Tags must be strings of at most 100";
        return Stream.of(
                arguments("phone_number", null, "Phone number is required"),
                arguments("phone_number", "", "Phone number is required"),
                arguments("phone_number", " \t", "Phone number is required"),
                arguments("phone_number", "5".repeat(51), "at most 50"),
                arguments("phone_number", 15550100, "a string"),
                arguments("phone_number", List.of("5"), "a string"),
                arguments("name", "n".repeat(256), "at most 255"),
                arguments("name", 5, "a string"),
                arguments("name", Map.of(), "a string"),
                arguments("profile_name", "\uD83D\uDE00".repeat(256), "at most 255"),
                arguments("profile_name", true, "a string"),
                arguments("tags", "vip", "a list"),
                arguments("tags", Map.of("vip", true), "a list"),
                arguments("tags", List.of("vip", 5), tag),
                arguments("tags", Arrays.asList("vip", null), tag),
                arguments("tags", List.of(List.of("vip")), tag),
                arguments("tags", List.of("t".repeat(101)), tag),
                arguments("tags", Collections.nCopies(101, "vip"), "at most 100"),
                arguments("metadata", "gold", "an object"),
                arguments("metadata", List.of("gold"), "an object"),
                arguments("metadata", 5, "an object"),
                arguments("metadata", Map.of("note", "m".repeat(64 * 1024)), "64 KiB"),
                arguments("metadata", Map.of("note", "ü".repeat(32 * 1024)), "64 KiB"),
                arguments("email", "a@example.com", "\"email\" is not a known field"),
                arguments("organization_id", UUID.randomUUID(), "organization_id"));
    }

    @Test
    void shouldRefuseAContactWithoutAPhoneNumber() {
        var answer = Api.as(manager)
                .body(Map.of("name", "Ada"))
                .put(CONTACTS + "/{id}", UUID.randomUUID())
                .then();

        answer.spec(Refusals.field("phone_number", "Phone number is required"));
    }

    @Test
    void shouldReportEveryWrongFieldAtOnce() {
        var answer = Api.as(manager)
                .body(Map.of("name", 1, "tags", 2, "metadata", 3, "x", 4))
                .put(CONTACTS + "/{id}", UUID.randomUUID())
                .then();

        answer.statusCode(400)
                .body("errors.field", containsInAnyOrder("phone_number", "name", "tags", "metadata", "x"));
    }

    @ParameterizedTest
    @MethodSource("acceptedValues")
    void shouldAcceptValuesUpToTheirLimits(String field, Object value) {
        var answer = Api.as(manager)
                .body(Bodies.with(VALID, field, value))
                .put(CONTACTS + "/{id}", UUID.randomUUID())
                .then();

        answer.statusCode(200).body("data." + field, equalTo(value));
    }

    static Stream<Arguments> acceptedValues() {
        return Stream.of(
                arguments("phone_number", "5".repeat(50)),
                arguments("name", "n".repeat(255)),
                arguments("profile_name", "\uD83D\uDE00".repeat(255)),
                arguments("tags", Collections.nCopies(100, "t".repeat(100))),
                arguments("tags", List.of("\uD83D\uDE00".repeat(100))),
                arguments("metadata", Map.of("note", "m".repeat(64 * 1024 - "{\"note\":\"\"}".length()))));
    }

    @Test
    void shouldAcceptMetadataOf900LevelsAndNoDeeper() {
        var path = CONTACTS + "/" + UUID.randomUUID();
        var body = "{\"phone_number\":\"1\",\"metadata\":%s}";

        Api.as(manager)
                .body(body.formatted("{\"a\":".repeat(900) + "1" + "}".repeat(900)))
                .put(path)
                .then()
                .statusCode(200);

        Api.as(manager).get(path).then().statusCode(200);
        Api.as(manager).get(CONTACTS).then().statusCode(200);
        Api.as(manager)
                .body(body.formatted("{\"a\":".repeat(901) + "1" + "}".repeat(901)))
                .put(path)
                .then()
                .spec(Refusals.field("metadata", "at most 900 levels"));
    }
}
