package org.customactions.web;

import io.quarkiverse.web.bundler.runtime.Bundle;
import io.quarkus.runtime.LaunchMode;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Serves the scripts and styles of the bundles, compressed. Browsers keep them for good: new content has a new name.
 * The framework serves files that need no compression, such as fonts.
 */
@ApplicationScoped
class Assets {

    /** Path of all of them, also {@code quarkus.web-bundler.bundle-path}. */
    static final String PATH = "/assets";

    static final String JAVASCRIPT = "text/javascript;charset=UTF-8";

    static final String FOR_GOOD = "public, max-age=31536000, immutable";

    /**
     * Headers by which pages of every origin may load these files: browsers need permission for modules and fonts
     * (Fetch standard, CORS). Everybody may read them.
     */
    static final Map<String, String> EVERY_ORIGIN =
            Map.of("Access-Control-Allow-Origin", "*", "Cross-Origin-Resource-Policy", "cross-origin");

    private static final String NOT_AT_ALL = "no-store";
    private static final Pattern HASHED = Pattern.compile(PATH + "/(.+)-\\w{8}(\\.\\w+)");
    private static final Map<String, String> TYPES = Map.of("js", JAVASCRIPT, "css", "text/css;charset=UTF-8");
    private static final int BEFORE_THE_FRAMEWORKS_FILES = -10;

    private final Vertx vertx;
    private final Map<String, String> paths;
    private final Map<String, Asset> read = new ConcurrentHashMap<>();

    Assets(Vertx vertx, Bundle bundle) {
        this.vertx = vertx;
        this.paths = bundle.mapping().names().stream()
                .filter(name -> TYPES.containsKey(extension(name)))
                .collect(Collectors.toMap(name -> name, bundle::resolve));
    }

    void register(@Observes Router router) {
        router.route(PATH + "/*")
                .order(BEFORE_THE_FRAMEWORKS_FILES)
                .method(HttpMethod.GET)
                .method(HttpMethod.HEAD)
                .handler(this::answer);
    }

    private void answer(RoutingContext context) {
        allowEveryOrigin(context.response());
        var path = find(context.normalizedPath());
        // In development, files keep their names when they change.
        if (path == null || LaunchMode.current().isDev()) {
            context.next();
            return;
        }
        var known = read.get(path);
        if (known != null) {
            send(context, path, known);
            return;
        }
        vertx.executeBlocking(() -> read.computeIfAbsent(path, Asset::read), false)
                .onSuccess(asset -> send(context, path, asset))
                .onFailure(context::fail);
    }

    /**
     * The requested file, or this version's file of the same name: during a rollout, a page may get the file's name
     * from one replica and ask another for it. Null if neither exists.
     */
    private String find(String path) {
        var name = HASHED.matcher(path);
        return name.matches() ? paths.get(name.group(1) + name.group(2)) : null;
    }

    private void send(RoutingContext context, String path, Asset asset) {
        var isAsNamed = path.equals(context.normalizedPath());
        var response = context.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, TYPES.get(extension(path)))
                .putHeader(HttpHeaders.CACHE_CONTROL, isAsNamed ? FOR_GOOD : NOT_AT_ALL)
                .putHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        var accepted = context.request().getHeader(HttpHeaders.ACCEPT_ENCODING);
        if (Asset.isGzipAccepted(accepted)) {
            response.putHeader(HttpHeaders.CONTENT_ENCODING, "gzip").end(asset.gzip());
        } else {
            response.end(asset.plain());
        }
    }

    /**
     * A file's address for pages and modules in another folder. It is relative, so that it works behind a proxy that
     * serves the service below a path of its own.
     */
    static String fromFolder(String file) {
        return ".." + PATH + file.substring(file.lastIndexOf('/'));
    }

    static void allowEveryOrigin(HttpServerResponse response) {
        EVERY_ORIGIN.forEach(response::putHeader);
    }

    private static String extension(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
