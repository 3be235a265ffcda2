package org.customactions.webhook;

import io.netty.channel.EventLoop;
import io.netty.handler.codec.dns.DnsRecord;
import io.netty.resolver.dns.DnsCache;
import io.netty.resolver.dns.DnsCacheEntry;
import io.netty.resolver.dns.DnsCnameCache;
import io.netty.resolver.dns.NoopDnsCache;
import io.vertx.core.dns.AddressResolverOptions;
import java.net.InetAddress;
import java.util.List;

/** Stands for a resolver's caches. It keeps nothing but the shortest lifetime of the records that it is given. */
final class Lifetime implements DnsCache, DnsCnameCache {

    private static final DnsCache NOTHING = NoopDnsCache.INSTANCE;

    private long shortest = Long.MAX_VALUE;

    /** How long the answer may be used again; zero if no record had a lifetime, such as a name of the hosts file. */
    long seconds(AddressResolverOptions options) {
        return shortest == Long.MAX_VALUE
                ? 0
                : Math.min(Math.max(shortest, options.getCacheMinTimeToLive()), options.getCacheMaxTimeToLive());
    }

    @Override
    public DnsCacheEntry cache(
            String name, DnsRecord[] additionals, InetAddress address, long seconds, EventLoop eventLoop) {
        shortest = Math.min(shortest, seconds);
        return NOTHING.cache(name, additionals, address, seconds, eventLoop);
    }

    @Override
    public DnsCacheEntry cache(String name, DnsRecord[] additionals, Throwable cause, EventLoop eventLoop) {
        return NOTHING.cache(name, additionals, cause, eventLoop);
    }

    @Override
    public void cache(String name, String alias, long seconds, EventLoop eventLoop) {
        shortest = Math.min(shortest, seconds);
    }

    @Override
    public List<? extends DnsCacheEntry> get(String name, DnsRecord[] additionals) {
        return NOTHING.get(name, additionals);
    }

    @Override
    public String get(String name) {
        return null;
    }

    @Override
    public boolean clear(String name) {
        return false;
    }

    @Override
    public void clear() {
        // There is nothing.
    }
}
