package org.customactions.webhook;

import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * One call to an upstream. URL, headers and body hold customer data and secrets, so {@link #toString()} names the
 * method and the host only.
 *
 * @param method {@code GET}, {@code POST}, {@code PUT}, {@code PATCH} or {@code DELETE}
 * @param url an http or https URL; its path and query are sent exactly as they are, its fragment is not
 * @param headers in the order they are sent; characters outside ASCII go out as UTF-8
 * @param body empty for none
 * @param delivery how it is sent
 */
public record WebhookRequest(String method, URI url, Map<String, String> headers, byte[] body, Delivery delivery) {

    public static final String AUTHORIZATION = "Authorization";

    private static final String GET = "GET";
    private static final Set<String> METHODS = Set.of(GET, "POST", "PUT", "PATCH", "DELETE");
    private static final Set<String> IDEMPOTENT = Set.of(GET, "PUT", "DELETE");
    private static final byte[] NOTHING = {};

    public WebhookRequest {
        if (!METHODS.contains(method)) {
            throw new IllegalArgumentException("The method of a webhook must be GET, POST, PUT, PATCH or DELETE");
        }
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
        body = body.clone();
    }

    public WebhookRequest(String method, URI url, Map<String, String> headers, byte[] body) {
        this(method, url, headers, body, Delivery.usual());
    }

    /** Whether sending it twice has the effect of sending it once (RFC 9110 section 9.2.2). */
    boolean isIdempotent() {
        return IDEMPOTENT.contains(method);
    }

    /** Whether nothing follows its headers, not even a length: these methods have no body unless they say so. */
    boolean isBodiless() {
        return body.length == 0 && (method.equals(GET) || method.equals("DELETE"));
    }

    /** This request with a token, which no answer may show. */
    WebhookRequest withToken(String token) {
        var changed = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        changed.putAll(headers);
        changed.put(AUTHORIZATION, "Bearer " + token);
        return new WebhookRequest(method, url, changed, body, delivery.hiding(Secrets.of(token)));
    }

    /** This request to another URL, with those of its headers that may go there. */
    WebhookRequest to(URI other, Predicate<String> mayGo) {
        return new WebhookRequest(method, other, only(mayGo), body, delivery);
    }

    /** A request for another URL without a body, with those of the headers that may go there. */
    WebhookRequest get(URI other, Predicate<String> mayGo) {
        return new WebhookRequest(GET, other, only(mayGo), NOTHING, delivery);
    }

    private Map<String, String> only(Predicate<String> mayGo) {
        var kept = new LinkedHashMap<>(headers);
        kept.keySet().removeIf(mayGo.negate());
        return kept;
    }

    @Override
    public String toString() {
        var authority = String.valueOf(url.getRawAuthority());
        return "WebhookRequest[" + method + " " + authority.substring(authority.lastIndexOf('@') + 1) + "]";
    }
}
