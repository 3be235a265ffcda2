package org.customactions.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasEntry;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import java.util.stream.Stream;
import org.customactions.support.Api;
import org.customactions.support.ErrorText;
import org.customactions.support.ServiceResource;
import org.customactions.support.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ErrorEnvelopeQuarkusTest {

    private static final String ACTIONS = "/api/custom-actions";

    private final UUID organization = UUID.randomUUID();
    private final String manager = Tokens.manager(organization).sign();

    @Test
    void shouldNameEveryFieldAtFault() {
        var answer = Api.as(manager).body("{\"name\":\" \",\"icon\":\"A\"}").post(ACTIONS);

        expect(answer, 400, "validation_error", "Name is required")
                .body("errors.field", equalTo(java.util.List.of("name", "icon", "action_type", "config")))
                .body("errors", everyItem(hasKey("message")));
    }

    @Test
    void shouldRefuseAnIdInABodyThatIsNoUuid() {
        var answer = Api.as(manager)
                .body("{\"contact_id\":\"1-1-1-1-1\"}")
                .post(ACTIONS + "/{id}/execute", UUID.randomUUID());

        expect(answer, 400, "validation_error", "Contact id must be a UUID")
                .body("errors", hasSize(1))
                .body("errors[0]", hasEntry("field", "contact_id"));
    }

    @Test
    void shouldAskForAToken() {
        var answer = Api.anonymous().get(ACTIONS);

        expect(answer, 401, "unauthorized", "A bearer token is required in the Authorization header")
                .header("WWW-Authenticate", "Bearer");
    }

    @Test
    void shouldForbidWhatNeedsAManager() {
        var answer = Api.as(Tokens.agent(organization).sign()).body("{}").post(ACTIONS);

        expect(answer, 403, "forbidden", "Only these roles may do this: admin, manager");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api", "/api/", "/api/nothing", "/api/custom-actions/a/b/c", "/api/redirect/x"})
    void shouldNotFindUnknownPaths(String path) {
        var answer = Api.as(manager).get(path);

        expect(answer, 404, "not_found", "There is nothing at this path");
    }

    @ParameterizedTest
    @ValueSource(strings = {"not-a-uuid", "1-1-1-1-1", "42", "00000000-0000-0000-0000-00000000000g", "%20"})
    void shouldNotFindAnIdInAPathThatIsNoUuid(String id) {
        var answer = Api.as(manager).urlEncodingEnabled(false).get(ACTIONS + "/" + id);

        expect(answer, 404, "not_found", "There is nothing at this path");
    }

    @Test
    void shouldNotFindAnUnknownId() {
        var answer = Api.as(manager).get(ACTIONS + "/{id}", UUID.randomUUID());

        expect(answer, 404, "not_found", "Custom action not found");
    }

    static Stream<Arguments> methods() {
        return Stream.of(
                Arguments.of("PATCH", ACTIONS),
                Arguments.of("DELETE", ACTIONS),
                Arguments.of("PATCH", ACTIONS + "/" + UUID.randomUUID()),
                Arguments.of("POST", "/api/contacts"),
                Arguments.of("GET", ACTIONS + "/" + UUID.randomUUID() + "/execute"),
                Arguments.of("POST", ACTIONS + "/redirect/token"));
    }

    @ParameterizedTest
    @MethodSource("methods")
    void shouldSayThatAPathDoesNotSupportAMethod(String method, String path) {
        var answer = Api.as(manager).body("{}").request(method, path);

        expect(answer, 405, "method_not_allowed", "This path does not support that method");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/xml", "text/plain", "image/*"})
    void shouldSayThatItAnswersInJsonOnly(String accepted) {
        var answer = Api.as(manager).accept(accepted).get(ACTIONS);

        expect(answer, 406, "not_acceptable", "This path answers application/json; ask for it in the Accept header");
    }

    @Test
    void shouldSayThatTheOrganizationIsFull() {
        ServiceResource.database().execute("""
                        insert into custom_actions (id, created_at, updated_at, organization_id, name, icon,
                            action_type, config, is_active, display_order)
                        select gen_random_uuid(), now(), now(), ?, 'a', '', 'url', '{"url":"tel:1"}', true, 0
                        from generate_series(1, 1000)
                        """, organization);

        var answer = Api.as(manager)
                .body("{\"name\":\"b\",\"action_type\":\"url\",\"config\":{\"url\":\"tel:1\"}}")
                .post(ACTIONS);

        expect(answer, 409, "conflict", null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/xml", "text/json", "image/png"})
    void shouldRefuseABodyThatIsNotDeclaredAsJson(String type) {
        var answer = Api.as(manager).contentType(type).body("{}".getBytes()).post(ACTIONS);

        expect(
                answer,
                415,
                "unsupported_media_type",
                "The request body must be sent as Content-Type: application/json");
    }

    @Test
    void shouldRevealNothingAboutAnUnexpectedFailure() {
        var action = UUID.randomUUID();
        ServiceResource.database().execute("""
                        insert into custom_actions (id, created_at, updated_at, organization_id, name, icon,
                            action_type, config, is_active, display_order)
                        values (?, now(), now(), ?, 'a', '', 'url',
                            (repeat('{"a":', 2000) || '1' || repeat('}', 2000))::jsonb, true, 0)
                        """, action, organization);

        var answer = Api.as(manager).get(ACTIONS + "/{id}", action);

        expect(
                answer,
                500,
                "internal_error",
                "Something went wrong on our side; quote the X-Request-Id when you report it");
    }

    private static ValidatableResponse expect(Response answer, int status, String type, String message) {
        var checked = answer.then()
                .statusCode(status)
                .contentType(startsWith("application/json"))
                .body("status", equalTo("error"))
                .body("error_type", equalTo(type));
        if (message != null) {
            checked.body("message", equalTo(message));
        }
        if (!type.equals("validation_error")) {
            checked.body("$", not(hasKey("errors")));
        }
        assertThat(answer.asString()).satisfies(ErrorText::leaksNothing);
        return checked;
    }
}
