package org.customactions.web;

import io.quarkiverse.web.bundler.runtime.Bundle;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import java.util.Optional;

/**
 * Serves the page on which managers configure actions. It is the same for everybody and holds no data; its script asks
 * the API for everything, with the user's token.
 */
@ApplicationScoped
class ConsolePage {

    private static final String PATH = "/console/";
    private static final String BUNDLE = "console";

    /** Only our own files run, and no other page may show this one in a frame (Content Security Policy Level 3). */
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
            + "img-src 'self' data:; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /**
     * Browsers check the tag each time, because the page names files that the next version of the service does not
     * have.
     */
    private static final String CACHE_CONTROL = "no-cache";

    private static final String HTML = """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>Custom actions</title>
            <link rel="icon" href="%s">
            <link rel="stylesheet" href="%s">
            <script type="module" src="%s"></script>
            </head>
            <body>
            <custom-actions-console%s>
            <div class="bar"><span class="logo"></span><span class="product">Custom actions</span></div>
            <div class="columns" data-page="list" aria-hidden="true">
            <div class="panel list-panel placeholders">
            <span class="placeholder"></span><span class="placeholder"></span><span class="placeholder"></span>
            <span class="placeholder"></span><span class="placeholder"></span>
            </div>
            </div>
            </custom-actions-console>
            <noscript>This page needs JavaScript.</noscript>
            </body>
            </html>
            """;

    private static final String ICON =
            "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'%3E"
                    + "%3Crect width='32' height='32' rx='8' fill='%230a5dc2'/%3E"
                    + "%3Cpath d='M17.5 6 8 18h7l-1 8 10-12h-7.5z' fill='%23fff'/%3E%3C/svg%3E";

    private final ConsoleConfiguration configuration;
    private final Bundle bundle;
    private final Instance<TrialTokens> trialTokens;

    ConsolePage(ConsoleConfiguration configuration, Bundle bundle, Instance<TrialTokens> trialTokens) {
        this.configuration = configuration;
        this.bundle = bundle;
        this.trialTokens = trialTokens;
    }

    void register(@Observes Router router) {
        if (!configuration.enabled()) {
            return;
        }
        var page = TaggedText.of(page());
        route(router, PATH).handler(context -> answer(context, page));
        // Relative addresses need the slash.
        route(router, PATH.substring(0, PATH.length() - 1))
                .handler(context -> context.response()
                        .setStatusCode(301)
                        .putHeader(HttpHeaders.LOCATION, PATH.substring(1))
                        .end());
    }

    private static Route route(Router router, String path) {
        return router.route(path).method(HttpMethod.GET).method(HttpMethod.HEAD);
    }

    private String page() {
        var demo = Optional.of(trialTokens)
                .filter(Instance::isResolvable)
                .map(tokens -> attribute("demo-token", ".." + tokens.get().path()))
                .orElse("");
        var signIn = configuration
                .signInUrl()
                .map(url -> attribute("sign-in-url", url))
                .orElse("");
        return HTML.formatted(
                ICON, Assets.fromFolder(bundle.style(BUNDLE)), Assets.fromFolder(bundle.script(BUNDLE)), demo + signIn);
    }

    /** An attribute of the page's element (HTML standard, 13.1.2.3). */
    static String attribute(String name, String value) {
        return " %s=\"%s\"".formatted(name, value.replace("&", "&amp;").replace("\"", "&quot;"));
    }

    private static void answer(RoutingContext context, TaggedText page) {
        context.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, "text/html;charset=UTF-8")
                .putHeader(HttpHeaders.CACHE_CONTROL, CACHE_CONTROL)
                .putHeader("Content-Security-Policy", POLICY)
                .putHeader("Referrer-Policy", "no-referrer");
        page.answer(context);
    }
}
