package org.customactions.database;

import io.quarkus.credentials.CredentialsProvider;
import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.SqlConnectOptions;
import io.vertx.sqlclient.SqlConnection;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.logging.Logger;

/**
 * Connections that notice when PostgreSQL is gone. By default the client waits a minute for a connection, and for ever
 * if the other end has silently vanished, as in a failover of the database host. PostgreSQL is told to notice when the
 * service is gone, too.
 */
@Singleton
public class ConnectionPool implements PgPoolCreator {

    private static final Logger LOG = Logger.getLogger(ConnectionPool.class);
    private static final String SSL_MODE_OF_QUARKUS = "quarkus.datasource.reactive.postgresql.ssl-mode";

    private static final int SILENCE_SECONDS = 30;

    /**
     * The pool closes a connection that nobody needs before its silence does: while the pool closes one it hands it to
     * nobody, and a connection that closes by itself may just have been handed out.
     */
    private static final int UNUSED_SECONDS = 25;

    /**
     * How long PostgreSQL waits within a transaction for a statement of this service, which computes nothing in
     * between. If a replica's machine dies, PostgreSQL would otherwise keep its connection and its locks for hours.
     */
    private static final String LONGEST_PAUSE = "10s";

    /**
     * A statement that nobody waits for any more ends. A proxy between here and PostgreSQL has a setting of its own.
     */
    private static final String STATEMENT_TIMEOUT = "statement_timeout";

    private static final String SEARCH_PATH = "search_path";

    /**
     * PostgreSQL keeps the plan of a statement that comes often. One that was made while a table was empty reads the
     * whole of it for each click, however it grows, until the table is analyzed, a minute later or more. So nothing is
     * read as a whole that has an index. Compiling plans is for statements that take seconds.
     */
    private static final String PLANNING = "set enable_seqscan = off; set jit = off";

    /**
     * Characters. The driver prepares a longer statement anew each time, which is a round trip more; its own limit is
     * less than what begins a click. The statements are a fixed number, all made here.
     */
    private static final int LONGEST_PREPARED_STATEMENT = 16_384;

    private final DatabaseConfiguration configuration;
    private final DatabaseCredentials credentials;

    ConnectionPool(DatabaseConfiguration configuration, DatabaseCredentials credentials) {
        this.configuration = configuration;
        this.credentials = credentials;
    }

    @Override
    public Pool create(Input input) {
        var patience = Math.toIntExact(configuration.timeout().toMillis());
        input.pgConnectOptionsList().forEach(options -> prepare(options, patience, ConfigProvider.getConfig()));
        var poolOptions =
                input.poolOptions().setConnectionTimeout(patience).setConnectionTimeoutUnit(TimeUnit.MILLISECONDS);
        if (poolOptions.getIdleTimeout() == PoolOptions.DEFAULT_IDLE_TIMEOUT) {
            poolOptions.setIdleTimeout(UNUSED_SECONDS).setIdleTimeoutUnit(TimeUnit.SECONDS);
        }
        var pool = PgBuilder.pool()
                .with(poolOptions)
                .connectingTo(inTurn(input.vertx(), input.pgConnectOptionsList()))
                .using(input.vertx())
                .build();
        if (input.pgConnectOptionsList().stream().noneMatch(PgConnectOptions::getUseLayer7Proxy)) {
            pool.connectHandler(ConnectionPool::setPlanning);
        }
        connect(pool);
        return pool;
    }

    private static void prepare(PgConnectOptions options, int patience, Config settings) {
        options.setConnectTimeout(patience)
                .setPreparedStatementCacheSqlLimit(LONGEST_PREPARED_STATEMENT)
                .setTcpKeepAlive(true)
                .setIdleTimeout(SILENCE_SECONDS)
                .setIdleTimeoutUnit(TimeUnit.SECONDS)
                .addProperty("idle_in_transaction_session_timeout", LONGEST_PAUSE);
        if (!options.getUseLayer7Proxy()) {
            options.addProperty(STATEMENT_TIMEOUT, Integer.toString(patience));
            DatabaseSettings.schema(settings)
                    .ifPresent(schema -> options.addProperty(SEARCH_PATH, PostgresName.quoted(schema)));
        }
        // Who has set it by the name of Quarkus has set what belongs to it, too.
        if (settings.getOptionalValue("DB_SSLMODE", String.class).isPresent()
                || settings.getOptionalValue(SSL_MODE_OF_QUARKUS, String.class).isEmpty()) {
            DatabaseTls.of(DatabaseSettings.of(settings)).applyTo(options);
        }
    }

    /**
     * By a statement, because a pooler refuses to connect with parameters that it does not know. Closing hands the
     * connection to the pool; one that has gone meanwhile is not handed over, which would fail in the driver.
     */
    static void setPlanning(SqlConnection connection) {
        connection
                .query(PLANNING)
                .execute()
                .onSuccess(set -> connection.close())
                .onFailure(failure -> {
                    LOG.debug("A connection keeps PostgreSQL's own way of planning", failure);
                    if (failure instanceof PgException) {
                        connection.close();
                    }
                });
    }

    /** For each connection the next address, if there are several, and the credentials of now. */
    private Supplier<Future<SqlConnectOptions>> inTurn(Vertx vertx, List<PgConnectOptions> addresses) {
        var turn = new AtomicInteger();
        return () -> {
            var options = addresses.get(Math.floorMod(turn.getAndIncrement(), addresses.size()));
            return vertx.executeBlocking(() -> credentials.getCredentials(DatabaseCredentials.NAME), false)
                    .map(read -> new PgConnectOptions(options)
                            .setUser(read.get(CredentialsProvider.USER_PROPERTY_NAME))
                            .setPassword(read.get(CredentialsProvider.PASSWORD_PROPERTY_NAME)));
        };
    }

    /**
     * Makes the first connection while the rest of the service starts, so that it is ready for the first request. What
     * keeps it from connecting is told by the migration, or here if there is none.
     */
    private void connect(Pool pool) {
        var connection = pool.withConnection(
                first -> first.query("select current_schema()").execute());
        if (!configuration.migrateAtStart()) {
            connection
                    .onSuccess(rows -> warnIfElsewhere(rows.iterator().next().getString(0)))
                    .onFailure(failure -> LOG.warn(DatabaseFailures.explain(failure)));
        }
    }

    /** A pooler in between hands on no schema, and may have connections that are older than the user's own setting. */
    private static void warnIfElsewhere(String actual) {
        DatabaseSettings.schema(ConfigProvider.getConfig())
                .filter(schema -> !schema.equals(actual))
                .ifPresent(schema -> LOG.warnf(
                        "DB_SCHEMA is %s, but connections use %s: if the schema exists, give DB_USERNAME that search_path"
                                + " in PostgreSQL, and let PgBouncer reconnect",
                        schema, actual));
    }
}
