package org.customactions.kind.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.customactions.webhook.ClientCredentials;
import org.customactions.webhook.Delivery;
import org.customactions.webhook.Secrets;
import org.customactions.webhook.WebhookRequest;

/** A request as JSON, for sending it later. It holds secrets. */
final class StoredRequest {

    private StoredRequest() {}

    static ObjectNode toJson(WebhookRequest request) {
        var delivery = request.delivery();
        var json = JsonNodeFactory.instance
                .objectNode()
                .put("method", request.method())
                .put("url", request.url().toString())
                .put("body", request.body())
                .put("follows_redirects", delivery.followsRedirects());
        var headers = json.putObject("headers");
        request.headers().forEach(headers::put);
        delivery.timeout().ifPresent(timeout -> json.put("timeout_ms", timeout.toMillis()));
        json.set("vouchers", list(delivery.vouchers()));
        json.set("secrets", list(delivery.secrets().texts()));
        delivery.credentials().ifPresent(credentials -> json.set("credentials", toJson(credentials)));
        return json;
    }

    static WebhookRequest of(JsonNode json) throws IOException {
        var headers = new LinkedHashMap<String, String>();
        json.path("headers")
                .properties()
                .forEach(
                        header -> headers.put(header.getKey(), header.getValue().textValue()));
        return new WebhookRequest(
                json.path("method").textValue(),
                URI.create(json.path("url").textValue()),
                headers,
                json.path("body").binaryValue(),
                new Delivery(
                        Optional.ofNullable(json.get("timeout_ms"))
                                .map(JsonNode::longValue)
                                .map(Duration::ofMillis),
                        json.path("follows_redirects").booleanValue(),
                        Set.copyOf(texts(json.path("vouchers"))),
                        Optional.ofNullable(json.get("credentials")).map(StoredRequest::credentials),
                        new Secrets(texts(json.path("secrets")))));
    }

    private static ObjectNode toJson(ClientCredentials credentials) {
        var json = JsonNodeFactory.instance
                .objectNode()
                .put("token_url", credentials.tokenUrl().toString())
                .put("client_id", credentials.clientId())
                .put("client_secret", credentials.clientSecret())
                .put("in_body", credentials.inBody());
        credentials.scope().ifPresent(scope -> json.put("scope", scope));
        credentials.audience().ifPresent(audience -> json.put("audience", audience));
        return json;
    }

    private static ClientCredentials credentials(JsonNode json) {
        return new ClientCredentials(
                URI.create(json.path("token_url").textValue()),
                json.path("client_id").textValue(),
                json.path("client_secret").textValue(),
                Optional.ofNullable(json.path("scope").textValue()),
                Optional.ofNullable(json.path("audience").textValue()),
                json.path("in_body").booleanValue());
    }

    static JsonNode list(Collection<String> texts) {
        var list = JsonNodeFactory.instance.arrayNode();
        texts.forEach(list::add);
        return list;
    }

    static List<String> texts(JsonNode list) {
        var texts = new ArrayList<String>();
        list.forEach(text -> texts.add(text.textValue()));
        return texts;
    }
}
