package org.customactions.background;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.pgclient.PgConnection;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.customactions.database.Database;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Calls from other replicas that something is due which they have no place for. One connection is kept for listening,
 * unless there is only one, or a pooler that keeps none. Without it this replica looks by itself, only less promptly.
 */
@ApplicationScoped
class Signals {

    static final String CHANNEL = "custom_actions_background";

    private static final Logger LOG = Logger.getLogger(Signals.class);
    private static final String CALL = "select pg_notify('%s', '')".formatted(CHANNEL);

    /** Shorter than the silence after which a connection counts as dead. */
    private static final long CHECK = Duration.ofSeconds(10).toMillis();

    private final Vertx vertx;
    private final Pool pool;
    private final Database database;
    private final int connections;

    private volatile SqlConnection listening;
    private volatile boolean stopped;

    Signals(
            Vertx vertx,
            Pool pool,
            Database database,
            @ConfigProperty(name = "quarkus.datasource.reactive.max-size", defaultValue = "20") int connections) {
        this.vertx = vertx;
        this.pool = pool;
        this.database = database;
        this.connections = connections;
    }

    /** Runs something with each call, until {@link #stop}. */
    void listen(Runnable called) {
        if (connections > 1 && !database.isPooledByTransaction()) {
            check(called);
        }
    }

    /** Calls every replica. */
    Uni<Void> call() {
        return database.statement(CALL, Tuple.tuple()).replaceWithVoid();
    }

    void stop() {
        stopped = true;
        release();
    }

    /** Keeps the connection awake, or makes another one. */
    private void check(Runnable called) {
        var checked = listening == null
                ? connected(called)
                : listening.query("select 1").execute().replaceWithVoid();
        checked.onFailure()
                .invoke(failure -> {
                    LOG.debug("Nothing listens for what other replicas have no place for", failure);
                    release();
                })
                .onTermination()
                .invoke(() -> {
                    if (!stopped) {
                        vertx.setTimer(CHECK, due -> check(called));
                    }
                })
                .subscribe()
                .with(done -> {}, failure -> {});
    }

    private Uni<Void> connected(Runnable called) {
        return pool.getConnection().chain(connection -> {
            listening = connection;
            PgConnection.cast(connection).notificationHandler(notification -> called.run());
            connection.closeHandler(() -> listening = null);
            return connection.query("listen " + CHANNEL).execute().replaceWithVoid();
        });
    }

    private void release() {
        var connection = listening;
        listening = null;
        if (connection != null) {
            connection.close().subscribe().with(closed -> {}, failure -> {});
        }
    }
}
