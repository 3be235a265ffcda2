package org.customactions.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customactions.action.ActionBodies.ACTION;
import static org.customactions.action.ActionBodies.ACTIONS;
import static org.customactions.action.ActionBodies.WEBHOOK_CONFIG;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.customactions.support.Api;
import org.customactions.support.Bodies;
import org.customactions.support.Concurrently;
import org.customactions.support.Full;
import org.customactions.support.Patience;
import org.customactions.support.Refusals;
import org.customactions.support.ServiceResource;
import org.customactions.support.Tokens;
import org.junit.jupiter.api.Test;

/** A config takes 512 KiB at most, and all of an organization 8 MiB. */
@QuarkusTest
@Full
class ConfigQuotaQuarkusTest {

    private static final int KIB = 1024;

    /** Webhooks of 250 KiB each. */
    private static final String SEED = """
            insert into custom_actions (id, created_at, updated_at, deleted_at, organization_id, name, icon, action_type, config,
                is_active, display_order)
            select gen_random_uuid(), now(), now(), case when ?::boolean then now() - make_interval(secs => i) end, ?,
                'Action ' || i, '', 'webhook',
                jsonb_build_object('url', 'https://api.example.com/', 'method', 'POST', 'body', repeat('x', ? * 1024),
                    'headers', jsonb_build_object('Content-Type', 'text/plain')),
                true, 0
            from generate_series(1, ?) i
            """;

    private final UUID organization = UUID.randomUUID();
    private final String manager = Tokens.manager(organization).sign();

    @Test
    void shouldRefuseAConfigThatIsTooLarge() {
        var answer = Api.as(manager)
                .body(ActionBodies.action("webhook", config(250, 28)))
                .post(ACTIONS)
                .then();

        answer.spec(Refusals.field("config", "at most 512 KiB"));
        Api.as(manager)
                .body(ActionBodies.action("webhook", config(250, 10)))
                .post(ACTIONS)
                .then()
                .statusCode(201);
    }

    @Test
    void shouldRefuseToMakeAConfigTooLarge() {
        var id = Api.createAction(organization, "webhook", config(1, 0));

        var answer = Api.as(manager)
                .body(Map.of("config", config(250, 28)))
                .put(ACTION, id)
                .then();

        answer.spec(Refusals.field("config", "at most 512 KiB"));
    }

    @Test
    void shouldRefuseAConfigThatTheOrganizationHasNoRoomFor() {
        seed(32, false);

        var refused = Api.as(manager)
                .body(ActionBodies.action("webhook", config(250, 0)))
                .post(ACTIONS)
                .then();

        refused.spec(Refusals.conflict()).body("message", containsString("at most 8 MiB"));
        Api.as(manager)
                .body(ActionBodies.action("webhook", config(50, 0)))
                .post(ACTIONS)
                .then()
                .statusCode(201);
    }

    @Test
    void shouldRefuseToLetAConfigGrowBeyondTheRoomThereIsButLetItShrink() {
        seed(32, false);
        var id = Api.createAction(organization, "webhook", config(100, 0));

        var refused = Api.as(manager)
                .body(Map.of("config", config(250, 0)))
                .put(ACTION, id)
                .then();

        refused.spec(Refusals.conflict()).body("message", containsString("at most 8 MiB"));
        Api.as(manager)
                .body(Map.of("config", config(90, 0)))
                .put(ACTION, id)
                .then()
                .statusCode(200);
    }

    @Test
    void shouldLetOldActionsAboveTheLimitsBeReadRenamedAndMadeSmaller() {
        seed(40, false);
        var id = ServiceResource.database()
                .queryValue(
                        UUID.class, "select id from custom_actions where organization_id = ? limit 1", organization);

        var renamed =
                Api.as(manager).body(Map.of("name", "Renamed")).put(ACTION, id).then();

        renamed.statusCode(200).body("data.name", equalTo("Renamed"));
        Api.as(manager)
                .body(Map.of("config", config(240, 0)))
                .put(ACTION, id)
                .then()
                .statusCode(200);
        Api.as(manager).get(ACTIONS).then().statusCode(200).body("data.total", equalTo(40));
        Api.as(Tokens.agent(organization).sign())
                .get(ACTIONS)
                .then()
                .statusCode(200)
                .body("data.total", equalTo(40));
    }

    @Test
    void shouldGiveTheLastRoomToAsManyOfACrowdAsItIsEnoughFor() {
        seed(32, false);

        var statuses = Concurrently.times(
                6,
                Patience.LIMIT,
                i -> Api.as(manager)
                        .body(ActionBodies.action("webhook", config(150, 0)))
                        .post(ACTIONS)
                        .statusCode());

        assertThat(statuses).containsOnlyOnce(201).containsOnly(201, 409);
    }

    @Test
    void shouldForgetTheOldestDeletedActionsWhenThereAreTooManyBytesOfThem() {
        seed(40, true);

        Api.createAction(organization, "webhook", config(1, 0));

        assertThat(ServiceResource.database()
                        .queryCount(
                                "select count(*) from custom_actions where organization_id = ? and deleted_at is not null",
                                organization))
                .isEqualTo(32);
        assertThat(ServiceResource.database()
                        .queryCount(
                                "select count(*) from custom_actions where organization_id = ? and name = 'Action 40'",
                                organization))
                .isZero();
    }

    @Test
    void shouldKeepTheListOfAgentsSmallWhateverTheActionsHold() {
        seed(20, false);

        var list = Api.as(Tokens.agent(organization).sign()).get(ACTIONS);

        assertThat(list.statusCode()).isEqualTo(200);
        assertThat(list.asByteArray()).hasSizeLessThan(20 * KIB);
    }

    private void seed(int count, boolean deleted) {
        ServiceResource.database().execute(SEED, deleted, organization, 250, count);
    }

    private static Map<String, Object> config(int bodyKib, int headers) {
        var values = new HashMap<String, String>(Map.of("Content-Type", "text/plain"));
        for (int i = 0; i < headers; i++) {
            // Up to 4,096 characters, of three bytes each.
            values.put("X-Header-" + i, "\u20ac".repeat(4_000));
        }
        return Bodies.with(Bodies.with(WEBHOOK_CONFIG, "headers", values), "body", "x".repeat(bodyKib * KIB));
    }
}
