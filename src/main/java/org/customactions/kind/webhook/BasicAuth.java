package org.customactions.kind.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import org.customactions.api.JsonFields;
import org.customactions.kind.ConfigTemplates;
import org.customactions.kind.SecretMask;
import org.customactions.template.Escaping;

/** A user name and a password (RFC 7617). */
record BasicAuth(String username, String password) implements WebhookAuth {

    static final String TYPE = "basic";
    static final String PASSWORD = "password";

    private static final String USERNAME = "username";
    private static final Set<String> KNOWN = Set.of("type", USERNAME, PASSWORD);

    static BasicAuth read(JsonFields fields, ConfigTemplates templates) {
        fields.refuseUnknown(KNOWN, Set.of());
        var username = WebhookAuth.required(fields, templates, USERNAME);
        fields.expect(username.indexOf(':') < 0 || username.contains("{{"), USERNAME, "without a colon");
        var password = templates.text(fields, PASSWORD, Escaping.HEADER, MAX_TEXT);
        fields.require(PASSWORD, password);
        return new BasicAuth(username, password.orElse(""));
    }

    /** The value of the header for filled-in texts. */
    static String header(String username, String password) {
        if (username.indexOf(':') >= 0) {
            throw new UnsendableException("The user name of its auth must not have a colon");
        }
        var both = (username + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(both);
    }

    @Override
    public BasicAuth unmasked(JsonNode stored, JsonFields fields) {
        var kept = SecretMask.unmasked(password, stored.get(PASSWORD), fields, "auth." + PASSWORD);
        return new BasicAuth(username, kept.orElse(""));
    }

    @Override
    public Map<String, String> templates() {
        return Map.of(USERNAME, username, PASSWORD, password);
    }

    @Override
    public ObjectNode toJson() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("type", TYPE)
                .put(USERNAME, username)
                .put(PASSWORD, password);
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "BasicAuth";
    }
}
