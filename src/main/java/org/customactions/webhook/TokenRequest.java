package org.customactions.webhook;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Asks a token server for a token by client credentials (RFC 6749 sections 2.3.1 and 4.4.2). */
final class TokenRequest {

    private TokenRequest() {}

    static WebhookRequest of(ClientCredentials credentials) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("Accept", "application/json");
        headers.put("Content-Type", "application/x-www-form-urlencoded");
        var form = new LinkedHashMap<String, String>();
        form.put("grant_type", "client_credentials");
        credentials.scope().ifPresent(scope -> form.put("scope", scope));
        credentials.audience().ifPresent(audience -> form.put("audience", audience));
        if (credentials.inBody()) {
            form.put("client_id", credentials.clientId());
            form.put("client_secret", credentials.clientSecret());
        } else {
            headers.put(WebhookRequest.AUTHORIZATION, basic(credentials));
        }
        return new WebhookRequest(
                "POST", credentials.tokenUrl(), headers, encoded(form).getBytes(StandardCharsets.US_ASCII));
    }

    private static String basic(ClientCredentials credentials) {
        var both = encoded(credentials.clientId()) + ":" + encoded(credentials.clientSecret());
        return "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.US_ASCII));
    }

    private static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
