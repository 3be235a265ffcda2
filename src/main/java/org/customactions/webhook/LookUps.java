package org.customactions.webhook;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.netty.resolver.dns.DnsNameResolverBuilder;
import io.netty.resolver.dns.DnsServerAddresses;
import io.netty.resolver.dns.NoopAuthoritativeDnsServerCache;
import io.vertx.core.Future;
import io.vertx.core.dns.AddressResolverOptions;
import io.vertx.core.impl.AddressResolver;
import io.vertx.core.impl.ContextInternal;
import io.vertx.core.impl.VertxInternal;
import io.vertx.core.impl.future.PromiseInternal;
import io.vertx.core.impl.resolver.DnsResolverProvider;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.customactions.url.Cidr;
import org.customactions.url.Host;

/**
 * Looks names up, so that nothing that one organization looks up reaches another. The servers of a name are its
 * owner's, and what they answer may tell of other names too. So each look-up has a resolver of its own, which starts
 * without any knowledge and takes it along when it ends. Only the addresses of the name that was asked for are kept,
 * for the organization that asked.
 *
 * <p>Name servers, hosts file, search domains and the like are as {@code quarkus.vertx.resolver} sets them.
 */
final class LookUps {

    /** Organizations whose addresses are kept. The least recent ones are dropped and look their names up again. */
    private static final int MAX_ORGANIZATIONS = 1_000;

    private static final Duration UNUSED = Duration.ofMinutes(10);

    private final VertxInternal vertx;
    private final AddressResolverOptions options;
    private final DnsResolverProvider settings;
    private final DnsServerAddresses servers;
    private final LoadingCache<UUID, KnownNames> known;

    LookUps(VertxInternal vertx, AddressResolverOptions options) {
        this.vertx = vertx;
        this.options = options;
        this.settings = DnsResolverProvider.create(vertx, options);
        this.servers = options.isRotateServers()
                ? DnsServerAddresses.rotational(settings.nameServerAddresses())
                : DnsServerAddresses.sequential(settings.nameServerAddresses());
        this.known = Caffeine.newBuilder()
                .maximumSize(MAX_ORGANIZATIONS)
                .expireAfterAccess(UNUSED)
                .build(organizationId -> new KnownNames());
    }

    /** The addresses of a name, at least one; fails with {@link java.net.UnknownHostException} if it has none. */
    Future<List<InetAddress>> of(UUID organizationId, Host.Name name, ContextInternal context) {
        var names = known.get(organizationId);
        return names.find(name).map(context::succeededFuture).orElseGet(() -> {
            var lifetime = new Lifetime();
            return lookUp(name, lifetime, context)
                    .onSuccess(addresses -> names.keep(name, addresses, lifetime.seconds(options)));
        });
    }

    private Future<List<InetAddress>> lookUp(Host.Name name, Lifetime lifetime, ContextInternal context) {
        var resolver = builder(lifetime).eventLoop(context.nettyEventLoop()).build();
        PromiseInternal<List<InetAddress>> promise = context.promise();
        resolver.resolveAll(name.ascii()).addListener(promise).addListener(done -> resolver.close());
        // Without the name: an address carries the one that was looked up.
        return promise.future()
                .map(addresses -> addresses.stream()
                        .map(address -> Cidr.address(address.getAddress()))
                        .toList());
    }

    /** As Vert.x builds its own, but for the caches. */
    private DnsNameResolverBuilder builder(Lifetime lifetime) {
        var builder = new DnsNameResolverBuilder()
                .resolveCache(lifetime)
                .cnameCache(lifetime)
                .authoritativeDnsServerCache(NoopAuthoritativeDnsServerCache.INSTANCE)
                .hostsFileEntriesResolver(settings)
                .nameServerProvider(host -> servers.stream())
                .channelFactory(() -> vertx.transport().datagramChannel())
                .socketChannelFactory(() -> (io.netty.channel.socket.SocketChannel)
                        vertx.transport().channelFactory(false).newChannel())
                .optResourceEnabled(options.isOptResourceEnabled())
                .queryTimeoutMillis(options.getQueryTimeout())
                .maxQueriesPerResolve(options.getMaxQueries())
                .recursionDesired(options.getRdFlag());
        if (options.getSearchDomains() != null) {
            builder.searchDomains(options.getSearchDomains());
            builder.ndots(options.getNdots() < 0 ? AddressResolver.DEFAULT_NDOTS_RESOLV_OPTION : options.getNdots());
        }
        return builder;
    }
}
