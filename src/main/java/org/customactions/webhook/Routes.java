package org.customactions.webhook;

import io.vertx.core.Future;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.impl.ContextInternal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.customactions.outbound.HttpProxy;

/**
 * The ways to a destination: to each of its checked addresses, or through the operator's proxy, unless the operator
 * says that the host is reached without it. The proxy gets names as they are, and nothing here looks them up: they are
 * for the proxy to judge. An address that is written out is judged all the same.
 */
final class Routes {

    private final GuardedResolver resolver;
    private final Optional<HttpProxy> proxy;
    private final DirectHosts direct;

    Routes(GuardedResolver resolver, Optional<HttpProxy> proxy, DirectHosts direct) {
        this.resolver = resolver;
        this.proxy = proxy;
        this.direct = direct;
    }

    /** Whether there is no proxy, so that an address is the destination's own. */
    boolean isDirect() {
        return proxy.isEmpty();
    }

    /** The ways in the order in which to try them, at least one; fails as {@link GuardedResolver#resolve} does. */
    Future<List<RequestOptions>> to(
            UUID organizationId, Destination destination, String method, ContextInternal context) {
        return proxy.filter(any -> !direct.contains(destination.host()))
                .map(through -> resolver.judgeWritten(destination.host(), context)
                        .map(judged -> List.of(destination.through(through, method))))
                .orElseGet(() -> resolver.resolve(organizationId, destination.host(), context)
                        .map(addresses -> addresses.stream()
                                .map(address -> destination.at(address, method))
                                .toList()));
    }
}
