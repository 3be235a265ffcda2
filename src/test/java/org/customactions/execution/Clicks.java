package org.customactions.execution;

import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.customactions.support.Api;
import org.customactions.support.Tokens;

/** An agent who clicks actions of an organization of the test's own. */
public final class Clicks {
    private final UUID organization = UUID.randomUUID();
    private Map<String, Object> contact = Map.of("name", "Ada");

    public UUID organization() {
        return organization;
    }

    /** Clicks are made for a contact with these fields from now on. */
    public Clicks forContact(Map<String, Object> fields) {
        contact = fields;
        return this;
    }

    /** A click on a webhook that calls the upstream, with further fields of its config. */
    public ValidatableResponse webhook(Hook hook, Map<String, Object> fields) {
        Map<String, Object> config = new HashMap<>(Map.of("url", hook.url()));
        config.putAll(fields);
        return action("webhook", config);
    }

    /** A click on a url action. */
    public ValidatableResponse url(String url) {
        return action("url", Map.of("url", url));
    }

    /** A click on a JavaScript action. */
    public ValidatableResponse javascript(String code) {
        return action("javascript", Map.of("code", code));
    }

    /** Creates an action and clicks it once; the click was answered with 200. */
    public ValidatableResponse action(String type, Map<String, Object> config) {
        UUID action = Api.createAction(organization, type, config);
        UUID target = Api.createContact(organization, contact);
        return Api.execute(Tokens.agent(organization).sign(), action, target).statusCode(200);
    }

    /** Where the redirect of a click leads. */
    public static String destination(ValidatableResponse click) {
        String path = click.extract().path("data.redirect_url");
        return Api.anonymous().get(path).then().statusCode(302).extract().header("Location");
    }
}
