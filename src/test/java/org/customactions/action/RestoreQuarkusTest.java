package org.customactions.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customactions.action.ActionBodies.ACTION;
import static org.customactions.action.ActionBodies.ACTIONS;
import static org.customactions.action.ActionBodies.LINK_CONFIG;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import java.util.UUID;
import org.customactions.support.Api;
import org.customactions.support.Bodies;
import org.customactions.support.Concurrently;
import org.customactions.support.Patience;
import org.customactions.support.Refusals;
import org.customactions.support.ServiceResource;
import org.customactions.support.Tokens;
import org.junit.jupiter.api.Test;

/** Deletions that are taken back. */
@QuarkusTest
class RestoreQuarkusTest {

    private static final int MOST = 1_000;

    private final UUID organization = UUID.randomUUID();
    private final String manager = Tokens.manager(organization).sign();

    @Test
    void shouldBringAnActionBackAsItWasWithItsSecretsAndItsHistory() {
        var config = Map.of("url", "https://a.example/", "headers", Map.of("Authorization", "Bearer 1"));
        var body = Bodies.with(ActionBodies.action("webhook", config), "confirmation", "Sure?");
        var id = create(Bodies.with(body, "display_order", 7));
        Map<String, Object> before = Api.as(manager).get(ACTION, id).path("data");
        delete(id);

        var answer = restore(id);

        String tag = answer.statusCode(200).extract().header("ETag");
        Map<String, Object> after = answer.extract().path("data");
        assertThat(Bodies.without(after, "updated_at")).isEqualTo(Bodies.without(before, "updated_at"));
        Api.as(manager)
                .get(ACTION, id)
                .then()
                .statusCode(200)
                .header("ETag", equalTo(tag))
                .body("data", equalTo(after))
                .body("data.config.headers.Authorization", equalTo("Bearer 1"));
        Api.as(manager)
                .get(ACTION + "/changes", id)
                .then()
                .body("data.changes.change", contains("restored", "deleted", "created"))
                .body("data.changes[0].fields.size()", equalTo(0));
    }

    @Test
    void shouldFindNothingToRestore() {
        var there = create(ActionBodies.link());
        var stranger = UUID.randomUUID();
        var foreign = Api.createAction(stranger, "url", LINK_CONFIG);
        Api.as(Tokens.manager(stranger).sign()).delete(ACTION, foreign).then().statusCode(200);
        var twice = create(ActionBodies.link());
        delete(twice);
        restore(twice).statusCode(200);

        restore(there).spec(Refusals.notFound());
        restore(foreign).spec(Refusals.notFound());
        restore(twice).spec(Refusals.notFound());
        restore(UUID.randomUUID()).spec(Refusals.notFound());
        Api.as(manager).post(ACTIONS + "/nonsense/restore").then().spec(Refusals.notFound());
    }

    @Test
    void shouldLetOnlyManagersRestore() {
        var id = create(ActionBodies.link());
        delete(id);

        Api.as(Tokens.agent(organization).sign())
                .post(ACTION + "/restore", id)
                .then()
                .statusCode(403);
    }

    @Test
    void shouldRestoreOnceHoweverManyAsk() {
        var id = create(ActionBodies.link());
        delete(id);

        var statuses =
                Concurrently.times(4, Patience.LIMIT, i -> restore(id).extract().statusCode());

        assertThat(statuses).containsOnlyOnce(200).containsOnly(200, 404);
    }

    @Test
    void shouldRefuseWhatAnOrganizationHasNoRoomForAnyMore() {
        var id = create(ActionBodies.link());
        delete(id);
        ServiceResource.database().execute(ActionBodies.SEED, organization, MOST);

        restore(id).statusCode(409).body("message", containsString("at most 1,000 custom actions"));

        Api.as(manager).get(ACTION, id).then().statusCode(404);
    }

    @Test
    void shouldWarnOfSecretsThatAreGone() {
        Api.as(manager)
                .body(Map.of("value", "s"))
                .put("/api/secrets/crm_token")
                .then()
                .statusCode(201);
        var id = create(ActionBodies.action("webhook", Map.of("url", "https://a.example/?t={{secret.crm_token}}")));
        delete(id);
        Api.as(manager).delete("/api/secrets/crm_token").then().statusCode(200);

        restore(id)
                .statusCode(200)
                .body("data.warnings.field", contains("config"))
                .body("data.warnings[0].message", containsString("no secret crm_token any more"));
        Api.as(manager).get(ACTION, id).then().statusCode(200).body("data.warnings", nullValue());
    }

    private UUID create(Map<String, ?> body) {
        String id = Api.as(manager)
                .body(body)
                .post(ACTIONS)
                .then()
                .statusCode(201)
                .extract()
                .path("data.id");
        return UUID.fromString(id);
    }

    private void delete(UUID id) {
        Api.as(manager).delete(ACTION, id).then().statusCode(200);
    }

    private ValidatableResponse restore(UUID id) {
        return Api.as(manager).post(ACTION + "/restore", id).then();
    }
}
