package org.customactions.http;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.config.MeterFilter;
import io.quarkus.resteasy.reactive.server.runtime.ResteasyReactiveRecorder;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.handlers.ClassRoutingHandler;

/**
 * Bounds the labels of requests in the metrics. Clients choose methods and paths freely, and each new one would be a
 * series for as long as the service runs. Methods that nobody needs are {@code OTHER}, and so is every {@code uri} that
 * is no path of the service.
 */
@Singleton
class RequestLabels implements MeterFilter {

    static final String OTHER = "OTHER";

    static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH", OTHER);

    private static final String SERVER = "http.server.";
    private static final String METHOD = "method";
    private static final String URI = "uri";

    /** What the framework writes in place of a path, and the paths that are not of the API. */
    private static final Set<String> FIXED = Set.of(
            "NOT_FOUND",
            "REDIRECTION",
            "root",
            "UNKNOWN",
            "/assets",
            "/assets/*",
            "/console",
            "/embed/custom-actions.js",
            "/q/openapi",
            "/api/custom-actions/redirect/{token}");

    private volatile Set<String> known;

    @Override
    public Meter.Id map(Meter.Id id) {
        if (!id.getName().startsWith(SERVER)) {
            return id;
        }
        var tags = id.getTags();
        var bounded = tags.stream().map(this::bounded).toList();
        return bounded.equals(tags) ? id : id.replaceTags(bounded);
    }

    private Tag bounded(Tag tag) {
        return switch (tag.getKey()) {
            case METHOD -> METHODS.contains(tag.getValue()) ? tag : Tag.of(METHOD, OTHER);
            case URI -> paths().contains(tag.getValue()) ? tag : Tag.of(URI, OTHER);
            default -> tag;
        };
    }

    /** The API is known once the service has started, which is before its first request. */
    private Set<String> paths() {
        if (known == null) {
            var paths = new HashSet<>(FIXED);
            var deployment = ResteasyReactiveRecorder.getCurrentDeployment();
            deployment
                    .getClassMappers()
                    .forEach(resource -> Stream.of(resource.value.handlers)
                            .filter(ClassRoutingHandler.class::isInstance)
                            .map(ClassRoutingHandler.class::cast)
                            .flatMap(methods -> methods.getMappers().values().stream())
                            .flatMap(methods -> methods.getTemplates().stream())
                            .forEach(
                                    method -> paths.add(joined(resource.template.template, method.template.template))));
            known = Set.copyOf(paths);
        }
        return known;
    }

    private static String joined(String resource, String method) {
        var segments = List.of((resource + "/" + method).split("/")).stream()
                .filter(segment -> !segment.isEmpty())
                .toList();
        return "/" + String.join("/", segments);
    }
}
