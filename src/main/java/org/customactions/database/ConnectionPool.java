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
 * Connections that notice when PostgreSQL is gone. By default the client waits a minute for a connection, and for ever
 * if the other end has silently vanished, as in a failover of the database host. PostgreSQL is told to notice when the
 * service is gone, too.
 */
@Singleton
public class ConnectionPool implements PgPoolCreator {

    private static final int SILENCE_SECONDS = 30;

    /**
     * How long PostgreSQL waits within a transaction for a statement of this service, which computes nothing in
     * between. If a replica's machine dies, PostgreSQL would otherwise keep its connection and its locks for hours.
     */
    private static final String LONGEST_PAUSE = "10s";

    /**
     * A statement that nobody waits for any more ends. A proxy between here and PostgreSQL has a setting of its own.
     */
    private static final String STATEMENT_TIMEOUT = "statement_timeout";

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
        input.pgConnectOptionsList().stream()
                .filter(options -> !options.getUseLayer7Proxy())
                .forEach(options -> options.addProperty(STATEMENT_TIMEOUT, Integer.toString(patience)));
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

    /** Makes the first connection while the rest of the service starts, so that it is ready for the first request. */
    private static void connect(Pool pool) {
        pool.getConnection().onSuccess(SqlConnection::close);
    }
}
