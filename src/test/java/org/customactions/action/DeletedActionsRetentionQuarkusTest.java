package org.customactions.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customactions.action.ActionBodies.ACTION;
import static org.customactions.action.ActionBodies.LINK_CONFIG;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import java.util.UUID;
import org.customactions.support.Api;
import org.customactions.support.Full;
import org.customactions.support.Impatient;
import org.customactions.support.Patience;
import org.customactions.support.ServiceResource;
import org.customactions.support.Tokens;
import org.junit.jupiter.api.Test;

/** Actions that were deleted long ago are deleted for good, with what belongs to them. */
@Full
@QuarkusTest
@TestProfile(Impatient.class)
class DeletedActionsRetentionQuarkusTest {

    private final UUID organization = UUID.randomUUID();
    private final String manager = Tokens.manager(organization).sign();

    @Test
    void shouldForgetWhatWasDeletedLongAgo() {
        var there = create();
        var fresh = create();
        var old = create();
        delete(fresh, "1 minute");

        delete(old, "61 minutes");

        Patience.await().until(() -> rows("custom_actions", "id", old) == 0);
        assertThat(rows("custom_action_terms", "action_id", old)).isZero();
        assertThat(rows("custom_action_terms", "action_id", fresh)).isEqualTo(1);
        assertThat(rows("custom_action_terms", "action_id", there)).isEqualTo(1);
        Api.as(manager).post(ACTION + "/restore", old).then().statusCode(404);
        Api.as(manager).post(ACTION + "/restore", fresh).then().statusCode(200);
    }

    private UUID create() {
        var id = Api.createAction(organization, "url", LINK_CONFIG);
        Api.as(manager)
                .body(Map.of("confirmation", "Sure?"))
                .put(ACTION, id)
                .then()
                .statusCode(200);
        return id;
    }

    private static void delete(UUID id, String ago) {
        ServiceResource.database()
                .execute("update custom_actions set deleted_at = now() - cast(? as interval) where id = ?", ago, id);
    }

    private static long rows(String table, String column, UUID id) {
        return ServiceResource.database()
                .queryCount("select count(*) from %s where %s = ?".formatted(table, column), id);
    }
}
