package org.customactions.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Method;
import java.util.Map;
import java.util.UUID;
import org.customactions.support.Api;
import org.customactions.support.Bodies;
import org.customactions.support.Refusals;
import org.customactions.support.ServiceResource;
import org.customactions.support.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Creating, reading and deleting an action. */
@QuarkusTest
class CustomActionQuarkusTest {
    private static final String ACTIONS = ActionBodies.ACTIONS;
    private static final String TIMESTAMP = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z";
    private static final Map<String, Object> LINK =
            Map.of("name", "CRM", "action_type", "url", "config", Map.of("url", "https://crm.example.com/"));

    private final UUID organization = UUID.randomUUID();
    private final String manager = Tokens.manager(organization).sign();

    @Test
    void shouldCreateWithDefaults() {
        var answer = Api.as(manager).body(LINK).post(ACTIONS).then();

        var id = answer.statusCode(201)
                .body("status", equalTo("success"))
                .body("data.name", equalTo("CRM"))
                .body("data.icon", equalTo(""))
                .body("data.action_type", equalTo("url"))
                .body("data.config", equalTo(Map.of("url", "https://crm.example.com/", "open_in_new_tab", true)))
                .body("data.is_active", equalTo(true))
                .body("data.display_order", equalTo(0))
                .body("data.created_at", matchesPattern(TIMESTAMP))
                .body("data.updated_at", matchesPattern(TIMESTAMP))
                .extract()
                .<String>path("data.id");
        answer.header("Location", endsWith(ACTIONS + "/" + UUID.fromString(id)));
    }

    @Test
    void shouldAnswerAtItsLocationWhatItAnsweredAtCreation() {
        var created = Api.as(manager)
                .body(Bodies.with(Bodies.with(LINK, "icon", "my-own-icon"), "is_active", false))
                .post(ACTIONS);

        var read = Api.as(manager).get(created.header("Location"));

        read.then().statusCode(200);
        assertThat(read.asString()).isEqualTo(created.asString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"  CRM  ", "\tCRM\n", "\u2003CRM\u2003"})
    void shouldTrimTheName(String name) {
        var answer = Api.as(manager)
                .body(Bodies.with(LINK, "name", name))
                .post(ACTIONS)
                .then();

        answer.statusCode(201).body("data.name", equalTo("CRM"));
    }

    @Test
    void shouldDeleteOnce() {
        var id = Api.createAction(organization, "url", Map.of("url", "https://example.com/"));

        Api.as(manager)
                .delete(ACTIONS + "/{id}", id)
                .then()
                .statusCode(200)
                .body("status", equalTo("success"))
                .body("data", equalTo(Map.of("status", "deleted")));

        Api.as(manager).delete(ACTIONS + "/{id}", id).then().spec(Refusals.notFound());
    }

    @Test
    void shouldNotShowOrChangeADeletedActionButKeepItsRow() {
        var id = Api.createAction(organization, "url", Map.of("url", "https://example.com/"));

        Api.as(manager).delete(ACTIONS + "/{id}", id).then().statusCode(200);

        Api.as(manager).get(ACTIONS + "/{id}", id).then().spec(Refusals.notFound());
        Api.as(manager).body(Map.of()).put(ACTIONS + "/{id}", id).then().spec(Refusals.notFound());
        Api.as(manager).get(ACTIONS).then().body("data.custom_actions", empty()).body("data.total", equalTo(0));
        assertThat(ServiceResource.database()
                        .queryCount("select count(*) from custom_actions where id = ? and deleted_at is not null", id))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, nonsense",
        "GET, 1-1-1-1-1",
        "GET, 00000000-0000-4000-8000-000000000000",
        "PUT, nonsense",
        "PUT, 1-1-1-1-1",
        "PUT, 00000000-0000-4000-8000-000000000000",
        "DELETE, nonsense",
        "DELETE, 1-1-1-1-1",
        "DELETE, 00000000-0000-4000-8000-000000000000"
    })
    void shouldNotFindAnUnknownId(Method method, String id) {
        var request = method == Method.PUT ? Api.as(manager).body(Map.of("name", "New")) : Api.as(manager);

        var answer = request.request(method, ACTIONS + "/{id}", id).then();

        answer.spec(Refusals.notFound());
    }
}
