package org.customactions.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.customactions.support.Api;
import org.customactions.support.Refusals;
import org.customactions.support.ServiceResource;
import org.customactions.support.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may do what with contacts, and that another organization's do not exist. */
@QuarkusTest
class ContactAccessQuarkusTest {
    private static final String CONTACTS = "/api/contacts";
    private static final String CONTACT = CONTACTS + "/{id}";

    private final UUID organization = UUID.randomUUID();
    private final String manager = Tokens.manager(organization).sign();
    private UUID id;

    @BeforeEach
    void createContact() {
        id = Api.createContact(organization, Map.of("name", "Ada"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"agent", "supervisor", "owner", "managers", ""})
    void shouldLetEveryRoleRead(String role) {
        var token = Tokens.of(organization).claim("role", role).sign();

        var answer = Api.as(token).get(CONTACT, id).then();

        answer.statusCode(200).body("data.name", equalTo("Ada"));
        Api.as(token).get(CONTACTS).then().statusCode(200).body("data.contacts.id", contains(id.toString()));
    }

    @ParameterizedTest
    @MethodSource("callsOfOtherRoles")
    void shouldForbidOtherRolesToManage(String role, Call call) {
        var before = Api.as(manager).get(CONTACTS).asString();
        var token = Tokens.of(organization).claim("role", role).sign();

        var answer = call.on(token, id).then();

        answer.spec(Refusals.forbidden());
        assertThat(Api.as(manager).get(CONTACTS).asString()).isEqualTo(before);
    }

    static Stream<Arguments> callsOfOtherRoles() {
        return Stream.of("agent", "supervisor", "owner", "")
                .flatMap(role -> Stream.of(Call.PUT, Call.PUT_ALL, Call.DELETE).map(call -> arguments(role, call)));
    }

    @ParameterizedTest
    @EnumSource
    void shouldLetAnAdminDoEverything(Call call) {
        var admin = Tokens.of(organization).claim("role", "admin").sign();

        var answer = call.on(admin, id);

        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource
    void shouldLetAManagerDoEverything(Call call) {
        var answer = call.on(manager, id);

        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource(names = {"GET", "DELETE"})
    void shouldNotFindAnotherOrganizationsContact(Call call) {
        var before = Api.as(manager).get(CONTACTS).asString();
        var stranger = Tokens.manager(UUID.randomUUID()).sign();

        var answer = call.on(stranger, id).then();

        answer.spec(Refusals.notFound());
        assertThat(Api.as(manager).get(CONTACTS).asString()).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource(names = {"PUT", "PUT_ALL"})
    void shouldLetAnotherOrganizationUseTheSameId(Call call) {
        var before = Api.as(manager).get(CONTACTS).asString();
        var stranger = Tokens.manager(UUID.randomUUID()).sign();

        var answer = call.on(stranger, id).then();

        answer.statusCode(200);
        Api.as(stranger).get(CONTACT, id).then().statusCode(200);
        Call.DELETE.on(stranger, id).then().statusCode(200);
        Api.as(stranger).get(CONTACT, id).then().spec(Refusals.notFound());
        assertThat(Api.as(manager).get(CONTACTS).asString()).isEqualTo(before);
    }

    @Test
    void shouldNotReviveAnotherOrganizationsDeletedContact() {
        Api.as(manager).delete(CONTACT, id).then().statusCode(200);
        var stranger = Tokens.manager(UUID.randomUUID()).sign();

        var answer = Call.PUT.on(stranger, id).then();

        answer.statusCode(200);
        assertThat(ServiceResource.database()
                        .queryCount("select count(*) from contacts where id = ? and deleted_at is not null", id))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?search=Ada", "?search=555", "?page=2"})
    void shouldListNothingOfAnotherOrganization(String query) {
        var stranger = Tokens.manager(UUID.randomUUID()).sign();

        var answer = Api.as(stranger).get(CONTACTS + query).then();

        answer.statusCode(200).body("data.contacts", empty()).body("data.total", equalTo(0));
    }

    private enum Call {
        GET,
        PUT,
        PUT_ALL,
        DELETE;

        Response on(String token, UUID id) {
            var request = Api.as(token);
            return switch (this) {
                case GET -> request.get(CONTACT, id);
                case PUT -> request.body(Map.of("phone_number", "2")).put(CONTACT, id);
                case PUT_ALL ->
                    request.body(Map.of("contacts", List.of(Map.of("id", id, "phone_number", "2"))))
                            .put(CONTACTS);
                case DELETE -> request.delete(CONTACT, id);
            };
        }
    }
}
