package org.customactions.webhook;

import io.vertx.core.Future;
import io.vertx.core.impl.ContextInternal;
import io.vertx.core.impl.VertxInternal;
import io.vertx.core.impl.future.PromiseInternal;
import io.vertx.core.spi.resolver.ResolverProvider;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import org.customactions.url.Cidr;
import org.customactions.url.Host;

/**
 * Looks up a host once and checks every answer. The returned addresses are connected to without another look-up, so a
 * name cannot change its address between check and use. One denied answer refuses them all: a name with a public and a
 * private address is an attempt to get past the check.
 */
final class GuardedResolver {

    private final VertxInternal vertx;
    private final AllowedNetworks allowed;
    private final AddressPolicy policy;

    GuardedResolver(VertxInternal vertx, AllowedNetworks allowed) {
        if (Boolean.getBoolean(ResolverProvider.DISABLE_DNS_RESOLVER_PROP_NAME)) {
            throw new IllegalStateException(
                    "Set quarkus.vertx.use-async-dns to true: without it, looking up the host of"
                            + " a webhook blocks every other request");
        }
        this.vertx = vertx;
        this.allowed = allowed;
        this.policy = new AddressPolicy(allowed);
    }

    /**
     * The addresses that may be connected to, in the resolver's order; at least one. Fails with
     * {@link java.net.UnknownHostException} for a name without addresses, and with {@link AddressDeniedException} if
     * one is denied.
     */
    Future<List<InetAddress>> resolve(Host host, ContextInternal context) {
        if (host instanceof Host.Literal literal) {
            return judged(List.of(literal.address()), context);
        }
        var name = (Host.Name) host;
        var answers = lookUp(name, context);
        return allowed.contains(name) ? answers : answers.compose(addresses -> judged(addresses, context));
    }

    private Future<List<InetAddress>> lookUp(Host.Name name, ContextInternal context) {
        var resolver = vertx.nettyAddressResolverGroup().getResolver(context.nettyEventLoop());
        PromiseInternal<List<InetSocketAddress>> promise = context.promise();
        resolver.resolveAll(InetSocketAddress.createUnresolved(name.ascii(), 0)).addListener(promise);
        return promise.future()
                .map(answers -> answers.stream()
                        .map(answer -> Cidr.address(answer.getAddress().getAddress()))
                        .toList());
    }

    private Future<List<InetAddress>> judged(List<InetAddress> addresses, ContextInternal context) {
        for (var address : addresses) {
            if (policy.judge(address) instanceof AddressPolicy.Verdict.Denied denied) {
                return context.failedFuture(new AddressDeniedException(denied.reason()));
            }
        }
        return context.succeededFuture(addresses);
    }

    /** Thrown if webhooks may not reach an address. */
    static final class AddressDeniedException extends Exception {

        private static final long serialVersionUID = 1L;

        private final AddressPolicy.Reason reason;

        AddressDeniedException(AddressPolicy.Reason reason) {
            super("Address is denied: " + reason, null, false, false);
            this.reason = reason;
        }

        AddressPolicy.Reason reason() {
            return reason;
        }
    }
}
