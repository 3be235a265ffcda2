package org.customactions.execution;

import io.quarkus.vertx.VertxContextSupport;
import io.quarkus.vertx.http.HttpServerStart;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.ObservesAsync;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.customactions.database.Database;
import org.customactions.identity.Caller;
import org.jboss.logging.Logger;

/**
 * Reads nothing once, which the first agent to click would otherwise wait for: the first query loads hundreds of
 * classes on a JVM and fills caches on either runtime. It begins once the service listens, so that being ready does not
 * wait for it.
 */
@ApplicationScoped
class ExecutionWarmUp {

    private static final Logger LOG = Logger.getLogger(ExecutionWarmUp.class);
    private static final UUID NOBODY = new UUID(0, 0);
    private static final Caller CALLER = new Caller(
            NOBODY, NOBODY.toString(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    private final Database database;

    ExecutionWarmUp(Database database) {
        this.database = database;
    }

    void read(@ObservesAsync HttpServerStart event) {
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
