package org.customactions.database;

import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnectOptions;
import io.vertx.sqlclient.SqlConnection;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Connections that notice when PostgreSQL is gone. The client's own defaults wait a minute for a connection and for
 * ever on one whose other end has vanished without a word, as it does when a database host fails over. PostgreSQL is
 * told to notice too when the service is gone.
 */
@Singleton
public class ConnectionPool implements PgPoolCreator {

    private static final int SILENCE_SECONDS = 30;

    /**
     * How long PostgreSQL waits within a transaction for a statement of this service, which computes nothing in
     * between. A replica whose machine is gone leaves a connection that PostgreSQL would keep for hours, and its locks
     * with it.
     */
    private static final String LONGEST_PAUSE = "10s";

    private final DatabaseConfiguration configuration;

    ConnectionPool(DatabaseConfiguration configuration) {
        this.configuration = configuration;
    }

    @Override
    public Pool create(Input input) {
        var patience = Math.toIntExact(configuration.timeout().toMillis());
        input.pgConnectOptionsList()
                .forEach(options -> options.setConnectTimeout(patience)
                        .setTcpKeepAlive(true)
                        .setIdleTimeout(SILENCE_SECONDS)
                        .setIdleTimeoutUnit(TimeUnit.SECONDS)
                        .addProperty("idle_in_transaction_session_timeout", LONGEST_PAUSE));
        var pool = PgBuilder.pool()
                .with(input.poolOptions()
                        .setConnectionTimeout(patience)
                        .setConnectionTimeoutUnit(TimeUnit.MILLISECONDS))
                .connectingTo(List.<SqlConnectOptions>copyOf(input.pgConnectOptionsList()))
                .using(input.vertx())
                .build();
        connect(pool);
        return pool;
    }

    /** Makes the first connection while the rest of the service starts, so that it is there once somebody asks. */
    private static void connect(Pool pool) {
        pool.getConnection().onSuccess(SqlConnection::close);
    }
}
