package org.customactions.execution;

import io.quarkus.vertx.VertxContextSupport;
import io.quarkus.vertx.http.HttpServerStart;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.ObservesAsync;
import java.util.Optional;
import java.util.UUID;
import org.customactions.directory.ContactId;
import org.customactions.identity.Caller;
import org.jboss.logging.Logger;

/**
 * Runs the statements of a click for an action that does not exist, so that no agent waits for it: the first query
 * loads hundreds of classes on a JVM and fills caches on either runtime. It starts when the service listens, so
 * readiness does not wait for it.
 */
@ApplicationScoped
class ExecutionWarmUp {

    private static final Logger LOG = Logger.getLogger(ExecutionWarmUp.class);
    private static final UUID NOBODY = new UUID(0, 0);
    private static final Caller CALLER = Caller.of(NOBODY, NOBODY.toString());

    private final ExecutionRecords records;

    ExecutionWarmUp(ExecutionRecords records) {
        this.records = records;
    }

    void read(@ObservesAsync HttpServerStart event) {
        try {
            var nothing = Click.of(CALLER, NOBODY, ClickInput.of(ContactId.of(NOBODY)), Optional.empty());
            VertxContextSupport.subscribeAndAwait(
                    () -> records.rehearse(nothing).onFailure().recoverWithNull());
        } catch (Throwable e) {
            LOG.debug("The first query failed; the first request will run it again", e);
        }
    }
}
