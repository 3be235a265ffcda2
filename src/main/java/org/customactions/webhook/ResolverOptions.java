package org.customactions.webhook;

import io.quarkus.vertx.VertxOptionsCustomizer;
import io.vertx.core.VertxOptions;
import io.vertx.core.dns.AddressResolverOptions;
import jakarta.inject.Singleton;

/** How names are looked up, as Vert.x was told to. */
@Singleton
class ResolverOptions implements VertxOptionsCustomizer {

    /** Stays if development has restarted the service: Vert.x goes on running then. */
    private volatile AddressResolverOptions options = new AddressResolverOptions();

    @Override
    public void accept(VertxOptions vertxOptions) {
        options = vertxOptions.getAddressResolverOptions();
    }

    AddressResolverOptions get() {
        return options;
    }
}
