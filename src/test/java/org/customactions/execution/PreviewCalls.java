package org.customactions.execution;

import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.customactions.support.Api;
import org.customactions.support.Bodies;
import org.customactions.support.Tokens;

/** A manager who previews actions in an organization of the test's own. */
public final class PreviewCalls {

    public static final String PATH = "/api/custom-actions/preview";

    /** A contact whose name has to be escaped everywhere. */
    public static final Map<String, Object> CONTACT = Map.of(
            "name", "Ada \"Ä\" <Lovelace>\u2028&co",
            "tags", List.of("vip"),
            "metadata", Map.of("order", Map.of("id", 1042)));

    private final UUID organization = UUID.randomUUID();
    private final String manager = Tokens.manager(organization).sign();

    public UUID organization() {
        return organization;
    }

    public String manager() {
        return manager;
    }

    /** A preview for the sample contact. */
    public ValidatableResponse of(String type, Map<String, ?> config) {
        return Api.as(manager).body(body(type, config)).post(PATH).then();
    }

    public ValidatableResponse of(String type, Map<String, ?> config, UUID contact) {
        return Api.as(manager)
                .body(Bodies.with(body(type, config), "contact_id", contact.toString()))
                .post(PATH)
                .then();
    }

    public static Map<String, Object> body(String type, Map<String, ?> config) {
        return Map.of("action_type", type, "config", config);
    }
}
