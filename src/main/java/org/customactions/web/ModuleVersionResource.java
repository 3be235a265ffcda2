package org.customactions.web;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.customactions.api.ApiException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/**
 * The module of the buttons under an address that names its version, for pages that check its hash. It never has other
 * content, also while replicas of two versions answer.
 */
@Path("/embed")
@PermitAll
public class ModuleVersionResource {

    private final ModuleVersions versions;

    ModuleVersionResource(ModuleVersions versions) {
        this.versions = versions;
    }

    /**
     * What a page names.
     *
     * @param version in the path of the module
     * @param src address of the module, relative to this one
     * @param integrity hash of the module, as pages write it
     */
    public record Description(String version, String src, String integrity) {}

    /** The version that this replica has. */
    @GET
    @Path("custom-actions.json")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(hidden = true)
    public Uni<RestResponse<Description>> newest() {
        return versions.own()
                .map(version ->
                        new Description(version.name(), version.name() + "/custom-actions.js", version.integrity()))
                .map(description -> open(ResponseBuilder.ok(description))
                        .header(HttpHeaders.CACHE_CONTROL, StableEntries.CACHE_CONTROL)
                        .build());
    }

    /** A version of the module, which browsers keep for good. */
    @GET
    @Path("{version:[0-9a-f]{16}}/custom-actions.js")
    @Produces(Assets.JAVASCRIPT)
    @Operation(hidden = true)
    public Uni<RestResponse<Buffer>> module(
            String version, @HeaderParam(HttpHeaders.ACCEPT_ENCODING) String acceptEncoding) {
        return versions.find(version)
                .map(found -> found.orElseThrow(() -> ApiException.notFound("Version")))
                .map(found -> answer(found.file(), Asset.isGzipAccepted(acceptEncoding)));
    }

    private static RestResponse<Buffer> answer(Asset file, boolean compressed) {
        var response = open(ResponseBuilder.ok(compressed ? file.gzip() : file.plain()))
                .header(HttpHeaders.CACHE_CONTROL, Assets.FOR_GOOD)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        return compressed
                ? response.header(HttpHeaders.CONTENT_ENCODING, "gzip").build()
                : response.build();
    }

    private static <T> ResponseBuilder<T> open(ResponseBuilder<T> response) {
        Assets.EVERY_ORIGIN.forEach(response::header);
        return response;
    }
}
