package org.customactions.demo;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.arc.profile.IfBuildProfile;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.customactions.api.ApiException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;

/** The demo: a page to click, a token for it, and the upstream that its webhook calls. */
@Path("/")
@PermitAll
@IfBuildProfile("dev")
public class DemoResource {

    private final DemoTokens tokens;
    private final AtomicLong tickets = new AtomicLong();

    DemoResource(DemoTokens tokens) {
        this.tokens = tokens;
    }

    @GET
    @Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
    @Operation(hidden = true)
    public InputStream page() {
        return DemoResource.class.getResourceAsStream("/demo/index.html");
    }

    @GET
    @Path("/demo/token")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(hidden = true)
    public Map<String, String> token(@RestQuery String role) {
        return Map.of(
                "token",
                tokens.sign("agent".equals(role) ? "agent" : "manager")
                        .orElseThrow(() -> ApiException.notFound("Development secret")));
    }

    /** Answers with what it was sent and the number of a ticket. */
    @POST
    @Path("/demo/echo")
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(hidden = true)
    public ObjectNode echo(String body, HttpServerRequest request) {
        var answer = JsonNodeFactory.instance
                .objectNode()
                .put("id", tickets.incrementAndGet())
                .put("method", request.method().name())
                .put("body", body);
        var headers = answer.putObject("headers");
        request.headers().forEach(header -> headers.put(header.getKey(), header.getValue()));
        return answer;
    }
}
