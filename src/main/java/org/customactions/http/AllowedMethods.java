package org.customactions.http;

import jakarta.ws.rs.HttpMethod;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.handlers.ClassRoutingHandler;
import org.jboss.resteasy.reactive.server.handlers.RestInitialHandler.InitialMatch;
import org.jboss.resteasy.reactive.server.mapping.RequestMapper;
import org.jboss.resteasy.reactive.server.mapping.RequestMapper.RequestMatch;

/** The {@code Allow} header that a 405 needs (RFC 9110, 15.5.6) and that the framework leaves out. */
final class AllowedMethods {

    private AllowedMethods() {}

    /** The methods of the resource at the request's path. */
    static String of(ResteasyReactiveRequestContext request) {
        // If /order and /{id} both match, the more literal one counts; so methods are grouped by their templates.
        var byLiterals = new TreeMap<Integer, Set<String>>();
        for (var template : request.getDeployment().getClassMappers()) {
            var resource = new RequestMapper<>(new ArrayList<>(List.of(template))).map(request.getPathWithoutPrefix());
            methods(resource)
                    .forEach(methods -> methods.getMappers().forEach((name, mapper) -> {
                        var method = mapper.map(resource.remaining.isEmpty() ? "/" : resource.remaining);
                        if (method != null) {
                            byLiterals
                                    .computeIfAbsent(
                                            resource.template.literalCharacterCount
                                                    + method.template.literalCharacterCount,
                                            literals -> new TreeSet<>())
                                    .add(name);
                        }
                    }));
        }
        var names = byLiterals.lastEntry().getValue();
        // The framework answers OPTIONS everywhere, and HEAD by GET. A method that is declared for HEAD refuses it.
        names.add(HttpMethod.OPTIONS);
        if (!names.remove(HttpMethod.HEAD) && names.contains(HttpMethod.GET)) {
            names.add(HttpMethod.HEAD);
        }
        return String.join(", ", names);
    }

    private static Stream<ClassRoutingHandler> methods(RequestMatch<InitialMatch> resource) {
        return Stream.ofNullable(resource)
                .flatMap(match -> Stream.of(match.value.handlers))
                .filter(ClassRoutingHandler.class::isInstance)
                .map(ClassRoutingHandler.class::cast);
    }
}
