package org.customactions.identity;

import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.customactions.support.Api;
import org.customactions.support.ServiceResource;
import org.customactions.support.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class RolesQuarkusTest {

    private final UUID organization = UUID.randomUUID();
    private final UUID user = UUID.randomUUID();

    static Stream<Arguments> claims() {
        return Stream.of(
                Arguments.of(Map.of("role", "admin"), true),
                Arguments.of(Map.of("role", "manager"), true),
                Arguments.of(Map.of("role", "agent"), false),
                Arguments.of(Map.of("role", "Manager"), true),
                Arguments.of(Map.of("role", "manager,agent"), false),
                Arguments.of(Map.of("role", "agent", "groups", List.of("manager")), false),
                Arguments.of(Map.of("role", "manager", "groups", List.of("agent")), true),
                Arguments.of(Map.of("groups", List.of("manager")), true),
                Arguments.of(Map.of("groups", List.of("zebra", "manager")), true),
                Arguments.of(Map.of("groups", List.of("agent", "manager", "admin")), true),
                Arguments.of(Map.of("role", List.of("agent", "ADMIN")), true),
                Arguments.of(Map.of("role", List.of("agent", "zebra"), "groups", List.of("manager")), false),
                Arguments.of(Map.of("role", List.of(" "), "groups", List.of("manager")), true),
                Arguments.of(Map.of("groups", List.of("manager", "agent", "aardvark", "zebra")), true),
                Arguments.of(Map.of("groups", List.of()), false),
                Arguments.of(Map.of(), false));
    }

    @ParameterizedTest
    @MethodSource("claims")
    void shouldTakeTheRoleOfTheToken(Map<String, Object> claims, boolean manager) {
        var token = token();
        claims.forEach(token::claim);

        var answer = Api.as(token.sign()).body(newContact()).put("/api/contacts/{id}", UUID.randomUUID());

        answer.then().statusCode(manager ? 200 : 403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"admin", "manager", "Manager"})
    void shouldTakeTheRoleOfTheDirectoryWhereTheTokenNamesNone(String role) {
        storeUser(organization, role);

        var answer = Api.as(token().sign()).body(newContact()).put("/api/contacts/{id}", UUID.randomUUID());

        answer.then().statusCode(200);
    }

    @Test
    void shouldTakeTheRoleOfTheTokenBeforeThatOfTheDirectory() {
        storeUser(organization, "manager");

        var answer = Api.as(token().claim("role", "agent").sign())
                .body(newContact())
                .put("/api/contacts/{id}", UUID.randomUUID());

        answer.then().statusCode(403).body("error_type", equalTo("forbidden"));
    }

    @Test
    void shouldTakeGroupsBeforeTheDirectory() {
        storeUser(organization, "manager");

        var answer = Api.as(token().claim("groups", List.of("agent")).sign())
                .body(newContact())
                .put("/api/contacts/{id}", UUID.randomUUID());

        answer.then().statusCode(403);
    }

    @Test
    void shouldNotTakeTheRoleThatTheUserHasInAnotherOrganization() {
        storeUser(UUID.randomUUID(), "manager");

        var answer = Api.as(token().sign()).body(newContact()).put("/api/contacts/{id}", UUID.randomUUID());

        answer.then().statusCode(403);
    }

    @Test
    void shouldTakeTheUserOfTheUserIdBeforeTheSubject() {
        storeUser(organization, "manager");

        var answer = Api.as(token().claim("sub", UUID.randomUUID().toString())
                        .claim("user_id", user.toString())
                        .sign())
                .body(newContact())
                .put("/api/contacts/{id}", UUID.randomUUID());

        answer.then().statusCode(200);
    }

    static Stream<Arguments> managersCalls() {
        var id = UUID.randomUUID();
        return Stream.of(
                Arguments.of("POST", "/api/custom-actions"),
                Arguments.of("PUT", "/api/custom-actions/" + id),
                Arguments.of("PUT", "/api/custom-actions/order"),
                Arguments.of("DELETE", "/api/custom-actions/" + id),
                Arguments.of("PUT", "/api/contacts/" + id),
                Arguments.of("PUT", "/api/contacts"),
                Arguments.of("DELETE", "/api/contacts/" + id));
    }

    @ParameterizedTest
    @MethodSource("managersCalls")
    void shouldForbidAgentsWhatIsForManagers(String method, String path) {
        var answer = Api.as(Tokens.agent(organization).sign()).body("{}").request(method, path);

        answer.then()
                .statusCode(403)
                .body("error_type", equalTo("forbidden"))
                .body("message", equalTo("Only these roles may do this: admin, manager"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"agent", "supervisor"})
    void shouldLetEveryRoleListReadAndExecute(String role) {
        var action = Api.createAction(organization, "url", Map.of("url", "https://example.com/"));
        var contact = Api.createContact(organization, Map.of());
        var token = token().claim("role", role).sign();

        Api.as(token).get("/api/custom-actions").then().statusCode(200).body("data.total", equalTo(1));
        Api.as(token).get("/api/custom-actions/{id}", action).then().statusCode(200);
        Api.as(token).get("/api/contacts").then().statusCode(200);
        Api.as(token).get("/api/contacts/{id}", contact).then().statusCode(200);
        Api.execute(token, action, contact).statusCode(200);
    }

    private Tokens token() {
        return Tokens.of(organization).claim("sub", user.toString());
    }

    private void storeUser(UUID organization, String role) {
        ServiceResource.database()
                .execute(
                        "insert into users (id, organization_id, email, full_name, role) values (?, ?, ?, ?, ?)",
                        user,
                        organization,
                        "ada@example.com",
                        "Ada",
                        role);
    }

    private static Map<String, Object> newContact() {
        return Map.of("phone_number", "+1 555 0100");
    }
}
