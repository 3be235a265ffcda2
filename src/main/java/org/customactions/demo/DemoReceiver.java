package org.customactions.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.quarkus.arc.profile.IfBuildProfile;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.Instant;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** The upstream that the demo's webhooks call. It gives each call a ticket number and remembers the last 50. */
@Path("/demo/echo")
@PermitAll
@IfBuildProfile("dev")
public class DemoReceiver {

    private static final int MOST_REMEMBERED = 50;

    /** Longer than the buttons wait before they tell that an action still runs. */
    private static final Duration SLOWNESS = Duration.ofSeconds(8);

    private static final String REFUSAL = "The last order is already refunded. Look it up in the shop.";

    private final AtomicLong tickets = new AtomicLong();
    private final Deque<Received> received = new ConcurrentLinkedDeque<>();

    /**
     * A call.
     *
     * @param id ticket number
     * @param at when the call arrived
     * @param method of the request
     * @param headers of the request
     * @param body of the request, unchanged
     */
    public record Received(long id, Instant at, String method, Map<String, String> headers, String body) {}

    /** Answers with the ticket number, the method and the body of the call. */
    @POST
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(hidden = true)
    public JsonNode receive(String body, HttpServerRequest request) {
        var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        request.headers().forEach(header -> headers.put(header.getKey(), header.getValue()));
        var call = new Received(
                tickets.incrementAndGet(), Instant.now(), request.method().name(), headers, body);
        remember(call);
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", call.id())
                .put("method", call.method())
                .put("body", body);
    }

    /** Takes as long as a system that is busy. */
    @POST
    @Path("slow")
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(hidden = true)
    public Uni<JsonNode> receiveSlowly(String body, HttpServerRequest request) {
        return Uni.createFrom().item(receive(body, request)).onItem().delayIt().by(SLOWNESS);
    }

    /** Refuses the call with a reason, as other systems do. */
    @POST
    @Path("refusal")
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(hidden = true)
    public RestResponse<Map<String, String>> refuse(String body, HttpServerRequest request) {
        receive(body, request);
        return RestResponse.ResponseBuilder.create(RestResponse.Status.CONFLICT, Map.of("message", REFUSAL))
                .build();
    }

    /** The last calls, newest first. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(hidden = true)
    public List<Received> received() {
        return List.copyOf(received);
    }

    private void remember(Received call) {
        received.addFirst(call);
        if (received.size() > MOST_REMEMBERED) {
            received.pollLast();
        }
    }
}
