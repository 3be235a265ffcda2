package org.customactions.http;

import io.quarkus.smallrye.openapi.runtime.OpenApiConstants;
import io.quarkus.smallrye.openapi.runtime.OpenApiDocumentService;
import io.smallrye.openapi.runtime.io.Format;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.customactions.crypto.Sha256;

/**
 * Answers with the description of the API, which is written on the first request and kept. The framework would write it
 * for every request, and anybody may ask.
 */
@ApplicationScoped
class ApiDescriptionAnswers {

    private static final String PATHS = "/q/openapi(?:\\.(?:json|ya?ml))?";
    private static final String JSON = "json";
    private static final int BEFORE_THE_FRAMEWORKS_OWN = -10;
    private static final int TAG_LENGTH = 16;

    private final Vertx vertx;
    private final OpenApiDocumentService documents;
    private final Map<Format, Description> written = new ConcurrentHashMap<>();

    private record Description(Buffer text, String tag) {}

    ApiDescriptionAnswers(Vertx vertx, OpenApiDocumentService documents) {
        this.vertx = vertx;
        this.documents = documents;
    }

    void register(@Observes Router router) {
        router.routeWithRegex(PATHS)
                .order(BEFORE_THE_FRAMEWORKS_OWN)
                .method(HttpMethod.GET)
                .method(HttpMethod.HEAD)
                .handler(this::answer);
    }

    private void answer(RoutingContext context) {
        var format = format(context);
        var known = written.get(format);
        if (known != null) {
            answer(context, format, known);
            return;
        }
        vertx.executeBlocking(() -> written.computeIfAbsent(format, this::write), false)
                .onSuccess(description -> answer(context, format, description))
                .onFailure(context::fail);
    }

    private Description write(Format format) {
        var text = Buffer.buffer(documents.getDocument(OpenApiConstants.DEFAULT_DOCUMENT_NAME, format));
        return new Description(text, Sha256.hex(text.toString()).substring(0, TAG_LENGTH));
    }

    private static void answer(RoutingContext context, Format format, Description description) {
        context.etag(description.tag());
        if (context.isFresh()) {
            context.response().setStatusCode(304).end();
            return;
        }
        context.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, format.getMimeType() + ";charset=UTF-8")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-cache")
                .end(description.text());
    }

    /** By the path, the query or the header, as the framework has it. */
    private static Format format(RoutingContext context) {
        var path = context.normalizedPath();
        var asked = context.request().getParam("format");
        var accepted = context.request().getHeader(HttpHeaders.ACCEPT);
        var isJson = path.endsWith("." + JSON)
                || JSON.equalsIgnoreCase(asked)
                || (path.endsWith("openapi")
                        && asked == null
                        && accepted != null
                        && accepted.contains("application/json"));
        return isJson ? Format.JSON : Format.YAML;
    }
}
