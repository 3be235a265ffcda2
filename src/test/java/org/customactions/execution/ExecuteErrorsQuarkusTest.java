package org.customactions.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import java.util.UUID;
import org.customactions.support.Api;
import org.customactions.support.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Clicks that are refused; nothing is sent for any of them. */
@QuarkusTest
class ExecuteErrorsQuarkusTest {

    private static final String EXECUTE = "/api/custom-actions/{id}/execute";

    private final UUID organization = UUID.randomUUID();
    private final String manager = Tokens.manager(organization).sign();
    private final String agent = Tokens.agent(organization).sign();
    private final Hook hook = Hook.start();
    private UUID action;
    private UUID contact;

    @BeforeEach
    void createActionAndContact() {
        action = Api.createAction(organization, "webhook", Map.of("url", hook.url()));
        contact = Api.createContact(organization, Map.of());
    }

    @AfterEach
    void assertNothingWasSent() {
        assertThat(hook.requests()).isEmpty();
    }

    @Test
    void shouldRefuseAnInactiveAction() {
        Api.as(manager)
                .body(Map.of("is_active", false))
                .put("/api/custom-actions/{id}", action)
                .then()
                .statusCode(200);

        assertError(Api.execute(agent, action, contact), 400, "validation_error", "Custom action is not active");
    }

    @Test
    void shouldNotFindAnActionThatWasDeleted() {
        Api.as(manager).delete("/api/custom-actions/{id}", action).then().statusCode(200);

        assertError(Api.execute(agent, action, contact), 404, "not_found", "Custom action not found");
    }

    @Test
    void shouldNotFindAnActionThatNeverWas() {
        assertError(Api.execute(agent, UUID.randomUUID(), contact), 404, "not_found", "Custom action not found");
    }

    @Test
    void shouldNotFindAnActionOfAnotherOrganization() {
        UUID stranger = UUID.randomUUID();
        UUID own = Api.createContact(stranger, Map.of());

        assertError(
                Api.execute(Tokens.manager(stranger).sign(), action, own), 404, "not_found", "Custom action not found");
    }

    @Test
    void shouldNotFindAContactThatNeverWas() {
        assertError(Api.execute(agent, action, UUID.randomUUID()), 404, "not_found", "Contact not found");
    }

    @Test
    void shouldNotFindAContactThatWasDeleted() {
        Api.as(manager).delete("/api/contacts/{id}", contact).then().statusCode(200);

        assertError(Api.execute(agent, action, contact), 404, "not_found", "Contact not found");
    }

    @Test
    void shouldNotFindAContactOfAnotherOrganization() {
        UUID foreign = Api.createContact(UUID.randomUUID(), Map.of());

        assertError(Api.execute(manager, action, foreign), 404, "not_found", "Contact not found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "1", "0b0c5a6e8f5d4f0e9a3e6d6f2a1c0101", "0-0-0-0-0"})
    void shouldNotFindAnActionWhoseIdIsNoUuid(String id) {
        ValidatableResponse click = Api.as(agent)
                .body(Map.of("contact_id", contact.toString()))
                .post(EXECUTE, id)
                .then();

        click.statusCode(404).body("status", is("error")).body("error_type", is("not_found"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|Contact id is required",
                "{\"contact_id\":null}|Contact id is required",
                "{\"contact_id\":\"nonsense\"}|Contact id must be a UUID",
                "{\"contact_id\":\"\"}|Contact id must be a UUID",
                "{\"contact_id\":\"0-0-0-0-0\"}|Contact id must be a UUID",
                "{\"contact_id\":5}|Contact id must be a string",
                "{\"contact_id\":[]}|Contact id must be a string"
            })
    void shouldRefuseABadContactId(String body, String message) {
        var click = Api.as(agent).body(body).post(EXECUTE, action).then();

        assertError(click, 400, "validation_error", message).body("errors.field", contains("contact_id"));
    }

    @Test
    void shouldRefuseAFieldItDoesNotKnow() {
        var click = Api.as(agent)
                .body(Map.of("contact_id", contact.toString(), "contact", "x"))
                .post(EXECUTE, action)
                .then();

        assertError(
                        click,
                        400,
                        "validation_error",
                        "\"contact\" is not a known field; known are contact_id, context, inputs")
                .body("errors.field", contains("contact"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "\"text\"", "5", "true", "null"})
    void shouldRefuseABodyThatIsNotAnObject(String body) {
        var click = Api.as(agent).body(body).post(EXECUTE, action).then();

        assertError(click, 400, "malformed_request", "The request body must be a JSON object");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{\"contact_id\":}", "contact_id=1"})
    void shouldRefuseABodyThatIsNotJson(String body) {
        Api.as(agent)
                .body(body)
                .post(EXECUTE, action)
                .then()
                .statusCode(400)
                .body("error_type", is("malformed_request"));
    }

    @Test
    void shouldRefuseAClickWithoutAToken() {
        Api.anonymous()
                .body(Map.of("contact_id", contact.toString()))
                .post(EXECUTE, action)
                .then()
                .statusCode(401)
                .body("error_type", is("unauthorized"));
    }

    private static ValidatableResponse assertError(ValidatableResponse click, int status, String type, String message) {
        return click.statusCode(status)
                .body("status", is("error"))
                .body("error_type", is(type))
                .body("message", is(message))
                .body("$", not(hasKey("data")));
    }
}
