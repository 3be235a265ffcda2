package org.customactions.kind.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.customactions.api.JsonFields;
import org.customactions.kind.ConfigTemplates;
import org.customactions.template.Escaping;
import org.customactions.webhook.WebhookRequest;

/** How a webhook says who calls. Its texts are templates. */
sealed interface WebhookAuth permits BasicAuth, OAuth2Auth {

    int MAX_TEXT = 4_096;

    /** The auth of a config, unless there is none or something is wrong with it. */
    static Optional<WebhookAuth> read(JsonFields fields, ConfigTemplates templates, Map<String, String> headers) {
        return fields.object("auth").flatMap(auth -> {
            var known = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
            known.putAll(headers);
            if (known.containsKey(WebhookRequest.AUTHORIZATION)) {
                fields.complain("auth", "Auth sets the header Authorization; remove that header, or auth");
            }
            var type = auth.text("type");
            auth.require("type", type);
            return type.flatMap(name -> switch (name) {
                case BasicAuth.TYPE -> Optional.of(BasicAuth.read(auth, templates));
                case OAuth2Auth.TYPE -> Optional.of(OAuth2Auth.read(auth, templates));
                default -> {
                    auth.expect(false, "type", "basic or oauth2");
                    yield Optional.<WebhookAuth>empty();
                }
            });
        });
    }

    /** This auth, with the stored value for each secret that was sent back as its mask. */
    WebhookAuth unmasked(JsonNode stored, JsonFields fields);

    /** Its templates by their fields. */
    Map<String, String> templates();

    ObjectNode toJson();

    /** A required text, empty if it is missing, which is a complaint. */
    static String required(JsonFields fields, ConfigTemplates templates, String name) {
        var text = text(fields, templates, name);
        fields.require(name, text);
        return text.orElse("");
    }

    /** A text that is not empty. */
    static Optional<String> text(JsonFields fields, ConfigTemplates templates, String name) {
        return templates.text(fields, name, Escaping.HEADER, MAX_TEXT).filter(text -> !text.isEmpty());
    }

    /** Characters of its templates. */
    default int length() {
        return templates().values().stream().mapToInt(String::length).sum();
    }

    /** Names of the places of secrets in every kind of auth. */
    List<String> SECRETS = List.of(BasicAuth.PASSWORD, OAuth2Auth.CLIENT_SECRET);
}
