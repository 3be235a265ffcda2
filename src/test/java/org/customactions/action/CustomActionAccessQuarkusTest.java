package org.customactions.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customactions.action.ActionBodies.ACTION;
import static org.customactions.action.ActionBodies.ACTIONS;
import static org.customactions.action.ActionBodies.LINK_CONFIG;
import static org.customactions.action.ActionBodies.link;
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
import org.customactions.support.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may do what with actions, and that another organization's do not exist. */
@QuarkusTest
class CustomActionAccessQuarkusTest {
    private final UUID organization = UUID.randomUUID();
    private final String manager = Tokens.manager(organization).sign();
    private UUID id;

    @BeforeEach
    void createAction() {
        id = Api.createAction(organization, "url", LINK_CONFIG);
    }

    @ParameterizedTest
    @ValueSource(strings = {"agent", "supervisor", "owner", "managers", ""})
    void shouldLetEveryRoleRead(String role) {
        var token = Tokens.of(organization).claim("role", role).sign();

        var answer = Api.as(token).get(ACTION, id).then();

        answer.statusCode(200).body("data.id", equalTo(id.toString()));
        Api.as(token).get(ACTIONS).then().statusCode(200).body("data.custom_actions.id", contains(id.toString()));
    }

    @ParameterizedTest
    @MethodSource("callsOfOtherRoles")
    void shouldForbidOtherRolesToManage(String role, Call call) {
        var before = Api.as(manager).get(ACTIONS).asString();
        var token = Tokens.of(organization).claim("role", role).sign();

        var answer = call.on(token, id).then();

        answer.spec(Refusals.forbidden());
        assertThat(Api.as(manager).get(ACTIONS).asString()).isEqualTo(before);
    }

    static Stream<Arguments> callsOfOtherRoles() {
        return Stream.of("agent", "supervisor", "owner", "")
                .flatMap(role -> Stream.of(Call.CREATE, Call.UPDATE, Call.ORDER, Call.DELETE)
                        .map(call -> arguments(role, call)));
    }

    @ParameterizedTest
    @EnumSource
    void shouldLetAnAdminDoEverything(Call call) {
        var admin = Tokens.of(organization).claim("role", "admin").sign();

        var answer = call.on(admin, id);

        assertThat(answer.statusCode()).isEqualTo(call == Call.CREATE ? 201 : 200);
    }

    @ParameterizedTest
    @EnumSource
    void shouldLetAManagerDoEverything(Call call) {
        var answer = call.on(manager, id);

        assertThat(answer.statusCode()).isEqualTo(call == Call.CREATE ? 201 : 200);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CREATE")
    void shouldNotFindAnotherOrganizationsAction(Call call) {
        var before = Api.as(manager).get(ACTIONS).asString();
        var stranger = Tokens.manager(UUID.randomUUID()).sign();

        var answer = call.on(stranger, id).then();

        answer.spec(Refusals.notFound());
        assertThat(Api.as(manager).get(ACTIONS).asString()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?search=Action", "?is_active=true", "?limit=10", "?limit=10&page=2"})
    void shouldListNothingOfAnotherOrganization(String query) {
        var stranger = Tokens.manager(UUID.randomUUID()).sign();

        var answer = Api.as(stranger).get(ACTIONS + query).then();

        answer.statusCode(200).body("data.custom_actions", empty()).body("data.total", equalTo(0));
    }

    @Test
    void shouldCreateInTheOrganizationOfTheToken() {
        var other = UUID.randomUUID();

        Api.createAction(other, "url", LINK_CONFIG);

        Api.as(manager).get(ACTIONS).then().body("data.custom_actions.id", contains(id.toString()));
    }

    private enum Call {
        GET,
        CREATE,
        UPDATE,
        ORDER,
        DELETE;

        Response on(String token, UUID id) {
            var request = Api.as(token);
            return switch (this) {
                case GET -> request.get(ACTION, id);
                case CREATE -> request.body(link()).post(ACTIONS);
                case UPDATE ->
                    request.body(Map.of("name", "Taken", "display_order", 3)).put(ACTION, id);
                case ORDER -> request.body(Map.of("ids", List.of(id))).put(ACTIONS + "/order");
                case DELETE -> request.delete(ACTION, id);
            };
        }
    }
}
