package org.customactions.webhook;

import io.vertx.core.Future;
import io.vertx.core.dns.AddressResolverOptions;
import io.vertx.core.impl.ContextInternal;
import io.vertx.core.impl.VertxInternal;
import io.vertx.core.spi.resolver.ResolverProvider;
import java.net.InetAddress;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.customactions.url.Cidr;
import org.customactions.url.Host;
import org.customactions.webhook.AddressPolicy.Verdict;

/**
 * Looks up a host once and checks every answer. The returned addresses are connected to without another look-up, so a
 * name cannot change its address between check and use. One denied answer refuses them all: a name with a public and a
 * private address is an attempt to get past the check.
 */
final class GuardedResolver {

    private final LookUps lookUps;
    private final AllowedNetworks allowed;
    private final AddressPolicy policy;

    GuardedResolver(VertxInternal vertx, AllowedNetworks allowed, AddressResolverOptions options) {
        if (Boolean.getBoolean(ResolverProvider.DISABLE_DNS_RESOLVER_PROP_NAME)) {
            throw new IllegalStateException(
                    "Set quarkus.vertx.use-async-dns to true: without it, looking up the host of"
                            + " a webhook blocks every other request");
        }
        this.lookUps = new LookUps(vertx, options);
        this.allowed = allowed;
        this.policy = new AddressPolicy(allowed);
    }

    /**
     * The addresses that may be connected to, in the resolver's order; at least one. Those of an allowed name may be
     * private. Fails with {@link java.net.UnknownHostException} for a name without addresses, and with
     * {@link AddressDeniedException} if one is denied.
     */
    Future<List<InetAddress>> resolve(UUID organizationId, Host host, ContextInternal context) {
        if (host instanceof Host.Literal literal) {
            return judged(List.of(literal.address()), policy::judge, context);
        }
        var name = (Host.Name) host;
        Function<InetAddress, Verdict> judgement = allowed.contains(name) ? policy::judgeOfAllowedName : policy::judge;
        return lookUps.of(organizationId, name, context).compose(addresses -> judged(addresses, judgement, context));
    }

    /**
     * Judges a host that is an address, or this machine by its name; any other name passes, because somebody else looks
     * it up. Fails with {@link AddressDeniedException}.
     */
    Future<List<InetAddress>> judgeWritten(Host host, ContextInternal context) {
        if (host instanceof Host.Literal literal) {
            return judged(List.of(literal.address()), policy::judge, context);
        }
        var name = (Host.Name) host;
        return name.isLocalhost() && !allowed.contains(name)
                ? judged(List.of(Cidr.address(new byte[] {127, 0, 0, 1})), policy::judge, context)
                : context.succeededFuture(List.of());
    }

    private static Future<List<InetAddress>> judged(
            List<InetAddress> addresses, Function<InetAddress, Verdict> judgement, ContextInternal context) {
        for (var address : addresses) {
            if (judgement.apply(address) instanceof Verdict.Denied denied) {
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
