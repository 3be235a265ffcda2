package org.customactions.directory.platform;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.rest.client.reactive.Url;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** What the chat platform offers. */
@Produces(MediaType.APPLICATION_JSON)
public interface PlatformApi {

    /** Stands for the header that carries the authorization, whose name is a setting. */
    String AUTHORIZATION = "x-directory-authorization";

    /** A contact, or a page of contacts. Null if there is no body. */
    @GET
    Uni<JsonNode> get(@Url String url, @HeaderParam(AUTHORIZATION) String authorization);
}
