package org.customactions.demo;

import io.quarkiverse.web.bundler.runtime.Bundle;
import io.quarkus.arc.profile.IfBuildProfile;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.customactions.api.ApiException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.RestQuery;

/** Serves the demo: a chat with buttons to click, and tokens for it. */
@Path("/")
@PermitAll
@IfBuildProfile("dev")
public class DemoResource {

    private static final String PAGE = "/demo/index.html";

    private final DemoTokens tokens;
    private final Bundle bundle;

    DemoResource(DemoTokens tokens, Bundle bundle) {
        this.tokens = tokens;
        this.bundle = bundle;
    }

    /** Nothing in the page is inline: chat UIs with a strict policy embed nothing else. */
    @GET
    @Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
    @ResponseHeader(
            name = "Content-Security-Policy",
            value = "default-src 'none'; script-src 'self'; connect-src 'self'; img-src data:; base-uri 'none';"
                    + " form-action 'none'; frame-ancestors 'none'")
    @Operation(hidden = true)
    public String page() {
        try (var page = DemoResource.class.getResourceAsStream(PAGE)) {
            return new String(page.readAllBytes(), StandardCharsets.UTF_8).replace("${script}", bundle.script("demo"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A token of the demo's agent or manager. */
    @GET
    @Path(DemoTokens.PATH)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(hidden = true)
    public Map<String, String> token(@RestQuery String role) {
        return Map.of(
                "token",
                tokens.sign("agent".equals(role) ? "agent" : "manager")
                        .orElseThrow(() -> ApiException.notFound("Development secret")));
    }
}
