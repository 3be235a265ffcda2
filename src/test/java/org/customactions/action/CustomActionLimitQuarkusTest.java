package org.customactions.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customactions.action.ActionBodies.ACTION;
import static org.customactions.action.ActionBodies.ACTIONS;
import static org.customactions.action.ActionBodies.SEED;
import static org.customactions.action.ActionBodies.link;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.customactions.support.Api;
import org.customactions.support.Concurrently;
import org.customactions.support.Patience;
import org.customactions.support.Refusals;
import org.customactions.support.ServiceResource;
import org.customactions.support.Tokens;
import org.junit.jupiter.api.Test;

/** An organization has at most 1,000 actions. */
@QuarkusTest
class CustomActionLimitQuarkusTest {
    private final UUID organization = UUID.randomUUID();
    private final String manager = Tokens.manager(organization).sign();

    @Test
    void shouldGiveTheLastPlaceToOneOfManyConcurrentCreations() {
        seed(999);

        var statuses = Concurrently.times(
                8,
                Patience.LIMIT,
                i -> Api.as(manager).body(link()).post(ACTIONS).statusCode());

        assertThat(statuses).containsOnlyOnce(201).containsOnly(201, 409);
        assertThat(count()).isEqualTo(1_000);
    }

    @Test
    void shouldGiveTheLastPlacesToAsManyOfACrowd() {
        seed(990);

        // No more than there are connections, so that none has to wait long on a busy machine.
        var statuses = Concurrently.times(
                16,
                Patience.LIMIT,
                i -> Api.as(manager).body(link()).post(ACTIONS).statusCode());

        assertThat(statuses)
                .containsOnly(201, 409)
                .filteredOn(status -> status == 201)
                .hasSize(10);
        assertThat(count()).isEqualTo(1_000);
    }

    @Test
    void shouldRefuseOneMoreUntilOneIsDeleted() {
        seed(999);
        var last = Api.createAction(organization, "url", ActionBodies.LINK_CONFIG);

        var refused = Api.as(manager).body(link()).post(ACTIONS).then();

        refused.spec(Refusals.conflict()).body("message", containsString("at most 1,000 custom actions"));
        Api.as(manager).delete(ACTION, last).then().statusCode(200);
        Api.as(manager).body(link()).post(ACTIONS).then().statusCode(201);
    }

    @Test
    void shouldNotCountActionsOfOtherOrganizations() {
        seed(1_000);

        var answer = Api.as(Tokens.manager(UUID.randomUUID()).sign())
                .body(link())
                .post(ACTIONS)
                .then();

        answer.statusCode(201);
    }

    private void seed(int count) {
        ServiceResource.database().execute(SEED, organization, count);
    }

    private long count() {
        return ServiceResource.database()
                .queryCount(
                        "select count(*) from custom_actions where organization_id = ? and deleted_at is null",
                        organization);
    }
}
