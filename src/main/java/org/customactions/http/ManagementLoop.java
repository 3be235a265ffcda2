package org.customactions.http;

import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.customactions.startup.StartOrder;

/**
 * Has health and metrics served by an event loop of their own, so that they answer however busy requests keep the
 * others. The thread that starts the service opens the management interface, on its own context of Vert.x. That context
 * is made here, before anything else of that thread asks for it.
 */
@ApplicationScoped
class ManagementLoop {

    /** Held, because Vert.x itself holds the context of a thread only weakly. */
    @SuppressWarnings({"FieldCanBeLocal", "unused"})
    private Context context;

    void take(@Observes @Priority(StartOrder.LOOPS) StartupEvent event, Vertx vertx) {
        // In development, Vert.x outlives the classes that it was started with.
        if (((VertxInternal) vertx).getEventLoopGroup() instanceof ServiceLoops loops) {
            context = loops.forManagement(vertx::getOrCreateContext);
        }
    }
}
