package org.customactions.redirect;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.customactions.api.ApiException;
import org.customactions.api.ApiPaths;
import org.customactions.api.ErrorEnvelope;
import org.customactions.api.ErrorType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Follows a one-time redirect. The token is the permission: a browser that opens a page sends no other credentials. */
@Path(ApiPaths.ACTIONS)
@PermitAll
@Tag(name = "Redirect", description = "One-time redirects of clicks")
public class RedirectResource {

    private static final String OVER = "Invalid or expired redirect token";

    private static final String OVER_PAGE = """
            <!doctype html>
            <html lang="en">
            <head><meta charset="utf-8"><title>Link expired</title></head>
            <body>
            <h1>This link has expired</h1>
            <p>%s. Go back to the conversation. If a notice there has the link, it still opens the page; if not, click the button.</p>
            </body>
            </html>
            """.formatted(OVER);

    private final Redirects redirects;

    RedirectResource(Redirects redirects) {
        this.redirects = redirects;
    }

    @GET
    @Path("/redirect/{token}")
    @SecurityRequirements
    @Operation(operationId = "followRedirect", summary = "Follow a one-time redirect")
    @APIResponse(
            responseCode = "302",
            description = "The page to open",
            headers =
                    @Header(
                            name = HttpHeaders.LOCATION,
                            required = true,
                            schema = @Schema(implementation = String.class)))
    @APIResponse(
            responseCode = "404",
            description = OVER,
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = ErrorEnvelope.class)),
                @Content(mediaType = MediaType.TEXT_HTML)
            })
    public Uni<RestResponse<Object>> follow(@RestPath String token, @Context HttpHeaders headers) {
        return redirects
                .redeem(token)
                .map(found -> (found.isPresent()
                                ? ResponseBuilder.create(RestResponse.Status.FOUND)
                                        .header(HttpHeaders.LOCATION, found.get())
                                : over(headers))
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .header("Referrer-Policy", "no-referrer")
                        .build());
    }

    /** Link previews send HEAD; they must not use up the link before the agent clicks it. */
    @HEAD
    @Path("/redirect/{token}")
    @Operation(hidden = true)
    public void refuseHead() {
        throw new NotAllowedException("GET");
    }

    private static ResponseBuilder<Object> over(HttpHeaders headers) {
        return headers.getAcceptableMediaTypes().stream().anyMatch(RedirectResource::isHtml)
                ? ResponseBuilder.create(RestResponse.Status.NOT_FOUND)
                        .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                        .header("Content-Security-Policy", "default-src 'none'")
                        .entity(OVER_PAGE)
                : ResponseBuilder.create(RestResponse.Status.NOT_FOUND)
                        .type(MediaType.APPLICATION_JSON_TYPE)
                        .entity(ErrorEnvelope.of(ApiException.of(ErrorType.NOT_FOUND, OVER)));
    }

    private static boolean isHtml(MediaType type) {
        return type.getType().equals("text") && type.getSubtype().equals("html");
    }
}
