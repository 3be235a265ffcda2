package org.customactions.action;

import java.util.Map;
import org.customactions.support.Bodies;

/** Bodies of actions that are valid, for tests to spoil in one place. */
public final class ActionBodies {
    public static final String ACTIONS = "/api/custom-actions";
    public static final String ACTION = ACTIONS + "/{id}";

    public static final Map<String, Object> LINK_CONFIG = Map.of("url", "https://crm.example.com/");
    public static final Map<String, Object> SCRIPT_CONFIG = Map.of("code", "return {}");
    public static final Map<String, Object> WEBHOOK_CONFIG = Map.of("url", "https://api.example.com/tickets");

    /** Inserts rows into an organization (first parameter), as many as the second says, all created at one moment. */
    public static final String SEED = """
            insert into custom_actions (id, created_at, updated_at, organization_id, name, icon, action_type, config,
                                        is_active, display_order)
            select gen_random_uuid(), now(), now(), ?, 'Seeded ' || n, '', 'url',
                   '{"url":"https://example.com/","open_in_new_tab":true}', true, 0
            from generate_series(1, ?) n
            """;

    private ActionBodies() {}

    public static Map<String, Object> action(String type, Map<String, ?> config) {
        return Map.of("name", "Action", "action_type", type, "config", config);
    }

    public static Map<String, Object> named(String name) {
        return Bodies.with(link(), "name", name);
    }

    public static Map<String, Object> link() {
        return action("url", LINK_CONFIG);
    }
}
