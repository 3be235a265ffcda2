package org.customactions.changes;

import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.customactions.support.Api;
import org.customactions.support.ServiceResource;
import org.customactions.support.Tokens;

/** The actions of an organization of the test's own, changed by one manager, and the trail of that. */
public final class Trail {

    private static final String ACTION = "/api/custom-actions/{id}";

    private final UUID organization = UUID.randomUUID();
    private final String userId = UUID.randomUUID().toString();
    private final String manager = Tokens.manager(organization)
            .claim("user_id", userId)
            .claim("name", "Grace Hopper")
            .sign();

    public UUID organization() {
        return organization;
    }

    String userId() {
        return userId;
    }

    public String manager() {
        return manager;
    }

    UUID create(String type, Map<String, Object> config) {
        String id = Api.as(manager)
                .body(Map.of("name", "Action", "action_type", type, "config", config))
                .post("/api/custom-actions")
                .then()
                .statusCode(201)
                .extract()
                .path("data.id");
        return UUID.fromString(id);
    }

    ValidatableResponse update(UUID action, Map<String, ?> fields) {
        return Api.as(manager).body(fields).put(ACTION, action).then();
    }

    ValidatableResponse delete(UUID action) {
        return Api.as(manager).delete(ACTION, action).then();
    }

    ValidatableResponse order(List<?> ids) {
        return Api.as(manager)
                .body(Map.of("ids", ids))
                .put("/api/custom-actions/order")
                .then();
    }

    /** A page as a manager asks for it, with the query as it is in the URL. */
    ValidatableResponse page(Object action, String query) {
        return Api.as(manager)
                .urlEncodingEnabled(false)
                .get("/api/custom-actions/%s/changes%s".formatted(action, query))
                .then();
    }

    /** The newest changes of an action, at most 50. */
    public List<Map<String, Object>> of(Object action) {
        return page(action, "").statusCode(200).extract().path("data.changes");
    }

    /** The newest change of an action. */
    Map<String, Object> newest(UUID action) {
        return of(action).get(0);
    }

    /** Stores changes of the action past the service, all of this time, in no order of their ids. */
    void store(UUID action, String at, int count) {
        ServiceResource.database().execute("""
                insert into custom_action_changes
                    (id, created_at, organization_id, action_id, user_id, change, fields)
                select gen_random_uuid(), t, ?, ?, 'u', 'updated', '["name"]'
                from cast(? as timestamptz) t, generate_series(1, ?)
                """, organization, action, at, count);
    }
}
