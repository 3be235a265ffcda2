package org.customactions.execution;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.UUID;
import org.customactions.database.Database;
import org.customactions.database.Migration;
import org.customactions.identity.Caller;
import org.graalvm.nativeimage.ImageInfo;
import org.jboss.logging.Logger;

/**
 * Reads nothing once, before the service is ready: connecting and the first query load hundreds of classes, on the event
 * loop, which the first agent to click would otherwise wait for. A native executable has no classes to load, and is the
 * sooner ready.
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

    void read(@Observes @Priority(Migration.ORDER + 1) StartupEvent event) {
        if (ImageInfo.inImageRuntimeCode()) {
            return;
        }
        try {
            VertxContextSupport.subscribeAndAwait(
                    () -> database.inSession(() -> ExecutionTarget.load(CALLER, NOBODY, NOBODY))
                            .replaceWithVoid()
                            .onFailure()
                            .recoverWithNull());
        } catch (Throwable e) {
            LOG.debug("The first query failed; the first request will make it again", e);
        }
    }
}
