package org.customactions.http;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.vertx.core.impl.VertxBuilder;
import io.vertx.core.spi.VertxServiceProvider;

/**
 * Puts a {@link Door} in front of every server of this process. Vert.x finds it under {@code META-INF/services}; its
 * own servers have no place from which a connection can be seen before its first request.
 */
@RegisterForReflection
public final class ConnectionGuard implements VertxServiceProvider {

    @Override
    public void init(VertxBuilder builder) {
        builder.findTransport(new GuardedTransport());
    }
}
