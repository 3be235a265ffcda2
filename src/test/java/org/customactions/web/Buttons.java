package org.customactions.web;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.customactions.support.Api;
import org.customactions.support.Tokens;

/** An organization of a test's own, with a contact and the actions that the test gives it. */
final class Buttons {

    private final UUID organization = UUID.randomUUID();
    private int last;

    UUID organization() {
        return organization;
    }

    String agent() {
        return Tokens.agent(organization).sign();
    }

    UUID contact(String name) {
        return Api.createContact(organization, Map.of("name", name));
    }

    /** An active action after those there are. */
    UUID action(String name, String icon, String type, Map<String, Object> config) {
        return action(name, icon, type, config, Map.of());
    }

    /** An active action after those there are, with what holds before it runs. */
    UUID action(String name, String icon, String type, Map<String, Object> config, Map<String, Object> terms) {
        var fields = new HashMap<String, Object>(Map.of("name", name, "icon", icon, "action_type", type));
        fields.putAll(terms);
        fields.put("config", config);
        fields.put("display_order", last++);
        String id = Api.as(Tokens.manager(organization).sign())
                .body(fields)
                .post("/api/custom-actions")
                .then()
                .statusCode(201)
                .extract()
                .path("data.id");
        return UUID.fromString(id);
    }

    UUID webhook(String name, String url, Map<String, Object> further) {
        var config = new HashMap<String, Object>(Map.of("url", url));
        config.putAll(further);
        return action(name, "ticket", "webhook", config);
    }

    UUID link(String name, String url, boolean inNewTab) {
        return action(name, "link", "url", Map.of("url", url, "open_in_new_tab", inNewTab));
    }

    UUID script(String name, String code) {
        return action(name, "code", "javascript", Map.of("code", code));
    }
}
