package org.customactions.webhook;

import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * One call to an upstream. URL, headers and body hold customer data and secrets, so {@link #toString()} names the
 * method and the host only.
 *
 * @param method {@code GET}, {@code POST}, {@code PUT} or {@code PATCH}
 * @param url an http or https URL; its path and query are sent exactly as they are, its fragment is not
 * @param headers in the order they are sent; characters outside ASCII go out as UTF-8
 * @param body empty for none
 */
public record WebhookRequest(String method, URI url, Map<String, String> headers, byte[] body) {

    private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "PATCH");

    public WebhookRequest {
        if (!METHODS.contains(method)) {
            throw new IllegalArgumentException("The method of a webhook must be GET, POST, PUT or PATCH");
        }
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
        body = body.clone();
    }

    /** Whether sending it twice has the effect of sending it once (RFC 9110 section 9.2.2). */
    boolean isIdempotent() {
        return method.equals("GET") || method.equals("PUT");
    }

    @Override
    public String toString() {
        var authority = String.valueOf(url.getRawAuthority());
        return "WebhookRequest[" + method + " " + authority.substring(authority.lastIndexOf('@') + 1) + "]";
    }
}
