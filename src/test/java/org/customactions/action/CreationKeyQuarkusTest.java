package org.customactions.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customactions.action.ActionBodies.ACTION;
import static org.customactions.action.ActionBodies.ACTIONS;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import java.util.UUID;
import org.customactions.support.Api;
import org.customactions.support.Concurrently;
import org.customactions.support.Patience;
import org.customactions.support.Planted;
import org.customactions.support.Refusals;
import org.customactions.support.ServiceResource;
import org.customactions.support.Tokens;
import org.junit.jupiter.api.Test;

/** A creation that comes again with its key. */
@QuarkusTest
class CreationKeyQuarkusTest {

    private static final int CROWD = 12;

    private final UUID organization = UUID.randomUUID();
    private final String manager = Tokens.manager(organization).sign();
    private final String key = Planted.unique();

    @Test
    void shouldAnswerTheFirstAnswerAgainAndCreateNothing() {
        var body = ActionBodies.action(
                "webhook",
                Map.of("url", "https://a.example/{{contact.nmae}}", "headers", Map.of("Authorization", "Bearer 1")));
        var first = create(body);
        Api.as(manager)
                .body(Map.of("name", "Changed since"))
                .put(ACTION, first.<String>path("data.id"))
                .then()
                .statusCode(200);

        var second = create(body);

        first.then().statusCode(201).body("data.warnings.size()", equalTo(1));
        second.then().statusCode(201);
        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(second.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void shouldAnswerTheFirstAnswerAgainAfterTheActionIsDeleted() {
        var first = create(ActionBodies.link());
        Api.as(manager).delete(ACTION, first.<String>path("data.id")).then().statusCode(200);

        var second = create(ActionBodies.link());

        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(count()).isZero();
    }

    @Test
    void shouldAnswerWithTheActionAsItIsIfTheAnswerWasTooLargeToKeep() {
        var body = ActionBodies.action("webhook", Map.of("url", "https://a.example/", "body", large()));
        var first = create(body);

        var second = create(body);

        second.then().statusCode(201).body("data", equalTo(first.path("data")));
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void shouldCreateOnceHoweverManyCallsComeAtOnce() {
        var answers = Concurrently.times(CROWD, Patience.LIMIT, i -> create(ActionBodies.link()));

        assertThat(answers).extracting(Response::statusCode).contains(201).containsOnly(201, 409);
        assertThat(answers)
                .filteredOn(answer -> answer.statusCode() == 409)
                .allSatisfy(answer -> assertThat(answer.header("Retry-After")).isEqualTo("1"));
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void shouldRefuseTheKeyOfAnotherBody() {
        create(ActionBodies.link());

        create(ActionBodies.named("Another"))
                .then()
                .statusCode(400)
                .body("message", containsString("used with another request body"));
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void shouldLeaveTheKeyOfARefusedCreationFree() {
        create(ActionBodies.named("")).then().spec(Refusals.field("name", "required"));

        create(ActionBodies.link()).then().statusCode(201);
    }

    @Test
    void shouldTakeAnotherUsersKeyForAnother() {
        create(ActionBodies.link());

        Api.as(Tokens.manager(organization)
                        .claim("user_id", UUID.randomUUID().toString())
                        .sign())
                .header("Idempotency-Key", key)
                .body(ActionBodies.link())
                .post(ACTIONS)
                .then()
                .statusCode(201);

        assertThat(count()).isEqualTo(2);
    }

    @Test
    void shouldCreateAnewAfterADay() {
        create(ActionBodies.link());
        ServiceResource.database().execute("""
                update custom_action_keys set expires_at = now() - interval '1 second'
                where execution_id in (select id from custom_actions where organization_id = ?)
                """, organization);

        create(ActionBodies.link()).then().statusCode(201);

        assertThat(count()).isEqualTo(2);
    }

    private Response create(Map<String, ?> body) {
        return Api.as(manager).header("Idempotency-Key", key).body(body).post(ACTIONS);
    }

    private int count() {
        return Api.as(manager).get(ACTIONS).path("data.total");
    }

    private static String large() {
        return "{\"a\":\"%s\"}".formatted("x".repeat(70 * 1024));
    }
}
