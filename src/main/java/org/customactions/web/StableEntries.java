package org.customactions.web;

import io.quarkiverse.web.bundler.runtime.Bundle;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * The addresses from which other pages load our modules. Each exports the file of {@link Assets} that holds the module
 * now; that file's name changes with its content.
 */
@ApplicationScoped
class StableEntries {

    /** A page may get the previous version for up to 60 seconds; then the browser checks the tag. */
    static final String CACHE_CONTROL = "public, max-age=60, must-revalidate";

    private final Bundle bundle;

    StableEntries(Bundle bundle) {
        this.bundle = bundle;
    }

    void register(@Observes Router router) {
        register(router, "/embed/custom-actions.js", "custom-actions");
    }

    private void register(Router router, String path, String module) {
        var entry = TaggedText.of("export * from \"%s\";\n".formatted(Assets.fromFolder(bundle.script(module))));
        router.route(path).method(HttpMethod.GET).method(HttpMethod.HEAD).handler(context -> answer(context, entry));
    }

    private static void answer(RoutingContext context, TaggedText entry) {
        Assets.allowEveryOrigin(context.response());
        context.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, Assets.JAVASCRIPT)
                .putHeader(HttpHeaders.CACHE_CONTROL, CACHE_CONTROL);
        entry.answer(context);
    }
}
