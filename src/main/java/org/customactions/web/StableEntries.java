package org.customactions.web;

import io.quarkiverse.web.bundler.runtime.Bundle;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.customactions.api.Sha256;

/**
 * The addresses under which other pages load our modules. Each hands on to the file of {@link Assets} that holds the module
 * now, whose name changes with its content.
 */
@ApplicationScoped
public class StableEntries {

    /** Seconds for which a page may still get the version before; then it asks with the tag. */
    private static final String CACHE_CONTROL = "public, max-age=60, must-revalidate";

    private static final int TAG_LENGTH = 16;

    private final Bundle bundle;

    StableEntries(Bundle bundle) {
        this.bundle = bundle;
    }

    void register(@Observes Router router) {
        register(router, "/embed/custom-actions.js", "custom-actions");
    }

    private void register(Router router, String path, String module) {
        var entry = handOn(bundle.script(module));
        var tag = Sha256.hex(entry).substring(0, TAG_LENGTH);
        router.route(path)
                .method(HttpMethod.GET)
                .method(HttpMethod.HEAD)
                .handler(context -> answer(context, entry, tag));
    }

    /** Relative, so that it holds behind a proxy that has put the service below a path of its own. */
    private static String handOn(String file) {
        return "export * from \"..%s/%s\";\n".formatted(Assets.PATH, file.substring(file.lastIndexOf('/') + 1));
    }

    private static void answer(RoutingContext context, String entry, String tag) {
        Assets.allowEveryOrigin(context.response());
        context.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, Assets.JAVASCRIPT)
                .putHeader(HttpHeaders.CACHE_CONTROL, CACHE_CONTROL);
        context.etag(tag);
        if (context.isFresh()) {
            context.response().setStatusCode(304).end();
        } else {
            context.end(entry);
        }
    }
}
