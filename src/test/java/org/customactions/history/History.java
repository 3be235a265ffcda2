package org.customactions.history;

import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.customactions.support.Api;
import org.customactions.support.ServiceResource;
import org.customactions.support.Tokens;

/** The history of actions of an organization of the test's own. */
final class History {

    private final UUID organization = UUID.randomUUID();
    private final String manager = Tokens.manager(organization).sign();
    private final String agent = Tokens.agent(organization).sign();
    private UUID contact;

    UUID organization() {
        return organization;
    }

    /** Whom every action is executed for. */
    UUID contact() {
        if (contact == null) {
            contact = Api.createContact(organization, Map.of("name", "Ada"));
        }
        return contact;
    }

    String manager() {
        return manager;
    }

    String agent() {
        return agent;
    }

    UUID createAction(String type, Map<String, Object> config) {
        return Api.createAction(organization, type, config);
    }

    ValidatableResponse execute(UUID action) {
        return Api.execute(agent, action, contact());
    }

    /** A page as a manager asks for it, with the query as it is in the URL. */
    ValidatableResponse page(UUID action, String query) {
        return Api.as(manager)
                .urlEncodingEnabled(false)
                .get("/api/custom-actions/%s/executions%s".formatted(action, query))
                .then();
    }

    List<Map<String, Object>> entries(UUID action) {
        return page(action, "").statusCode(200).extract().path("data.executions");
    }

    Map<String, Object> onlyEntry(UUID action) {
        var entries = entries(action);
        if (entries.size() != 1) {
            throw new AssertionError("Expected one execution but got " + entries);
        }
        return entries.get(0);
    }

    /** Stores executions of the action past the service, all created at this time, in no order of their ids. */
    void store(UUID action, String createdAt, int count) {
        ServiceResource.database().execute("""
                insert into custom_action_executions (id, created_at, lease_until, organization_id, action_id, action_type,
                    contact_id, user_id, success, message, duration_ms)
                select gen_random_uuid(), t, t, ?, ?, 'url', gen_random_uuid(), 'u', true, 'Opening URL', 1
                from cast(? as timestamptz) t, generate_series(1, ?)
                """, organization, action, createdAt, count);
    }
}
