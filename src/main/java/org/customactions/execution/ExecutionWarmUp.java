package org.customactions.execution;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.VertxContextSupport;
import io.quarkus.vertx.http.HttpServerStart;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.customactions.database.Database;
import org.customactions.database.Migration;
import org.customactions.identity.Caller;
import org.graalvm.nativeimage.ImageInfo;
import org.jboss.logging.Logger;

/**
 * Reads nothing once, which the first agent to click would otherwise wait for: connecting and the first query load hundreds
 * of classes, on the event loop, so on a JVM that is done before the service is ready. A native executable has no classes
 * to load; there the query is only slow the first time, and is made once the service is ready.
 */
@ApplicationScoped
public class ExecutionWarmUp {

    private static final Logger LOG = Logger.getLogger(ExecutionWarmUp.class);
    private static final UUID NOBODY = new UUID(0, 0);
    private static final Caller CALLER = new Caller(
            NOBODY, NOBODY.toString(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    private final Database database;

    ExecutionWarmUp(Database database) {
        this.database = database;
    }

    void beforeReady(@Observes @Priority(Migration.ORDER + 1) StartupEvent event) {
        if (!ImageInfo.inImageRuntimeCode()) {
            read();
        }
    }

    void onceReady(@ObservesAsync HttpServerStart event) {
        if (ImageInfo.inImageRuntimeCode()) {
            read();
        }
    }

    private void read() {
        try {
            VertxContextSupport.subscribeAndAwait(() -> database.inSession(() ->
                            StartStatement.begin(Click.of(CALLER, NOBODY, NOBODY, Optional.empty()), Duration.ZERO))
                    .replaceWithVoid()
                    .onFailure()
                    .recoverWithNull());
        } catch (Throwable e) {
            LOG.debug("The first query failed; the first request will make it again", e);
        }
    }
}
