package org.customactions.kind.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.customactions.api.JsonFields;
import org.customactions.kind.ConfigTemplates;
import org.customactions.kind.SecretMask;

/**
 * Client credentials, for which a token server gives a token.
 *
 * @param tokenUrl template of an http or https URL
 * @param clientAuth how id and secret are sent: {@code basic} or {@code body}; empty is {@code basic}
 */
record OAuth2Auth(
        String tokenUrl,
        String clientId,
        String clientSecret,
        Optional<String> scope,
        Optional<String> audience,
        Optional<String> clientAuth)
        implements WebhookAuth {

    static final String TYPE = "oauth2";
    static final String TOKEN_URL = "token_url";
    static final String CLIENT_SECRET = "client_secret";

    private static final String CLIENT_ID = "client_id";
    private static final String SCOPE = "scope";
    private static final String AUDIENCE = "audience";
    private static final String CLIENT_AUTH = "client_auth";
    private static final String BASIC = "basic";
    private static final String BODY = "body";
    private static final Set<String> KNOWN =
            Set.of("type", TOKEN_URL, CLIENT_ID, CLIENT_SECRET, SCOPE, AUDIENCE, CLIENT_AUTH);

    static OAuth2Auth read(JsonFields fields, ConfigTemplates templates) {
        fields.refuseUnknown(KNOWN, Set.of());
        var tokenUrl = templates.webUrl(fields, TOKEN_URL);
        fields.require(TOKEN_URL, tokenUrl);
        return new OAuth2Auth(
                tokenUrl.orElse(""),
                WebhookAuth.required(fields, templates, CLIENT_ID),
                WebhookAuth.required(fields, templates, CLIENT_SECRET),
                WebhookAuth.text(fields, templates, SCOPE),
                WebhookAuth.text(fields, templates, AUDIENCE),
                fields.text(CLIENT_AUTH)
                        .filter(how ->
                                fields.expect(how.equals(BASIC) || how.equals(BODY), CLIENT_AUTH, "basic or body")));
    }

    boolean isInBody() {
        return clientAuth.filter(BODY::equals).isPresent();
    }

    @Override
    public OAuth2Auth unmasked(JsonNode stored, JsonFields fields) {
        var kept = SecretMask.unmasked(clientSecret, stored.get(CLIENT_SECRET), fields, "auth." + CLIENT_SECRET);
        return new OAuth2Auth(tokenUrl, clientId, kept.orElse(""), scope, audience, clientAuth);
    }

    @Override
    public Map<String, String> templates() {
        var templates = new LinkedHashMap<>(Map.of(CLIENT_ID, clientId, CLIENT_SECRET, clientSecret));
        scope.ifPresent(text -> templates.put(SCOPE, text));
        audience.ifPresent(text -> templates.put(AUDIENCE, text));
        return templates;
    }

    @Override
    public ObjectNode toJson() {
        var json = JsonNodeFactory.instance
                .objectNode()
                .put("type", TYPE)
                .put(TOKEN_URL, tokenUrl)
                .put(CLIENT_ID, clientId)
                .put(CLIENT_SECRET, clientSecret);
        scope.ifPresent(text -> json.put(SCOPE, text));
        audience.ifPresent(text -> json.put(AUDIENCE, text));
        clientAuth.ifPresent(how -> json.put(CLIENT_AUTH, how));
        return json;
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "OAuth2Auth";
    }
}
