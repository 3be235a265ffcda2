package org.customactions.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxException;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.customactions.support.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** New connections, on their way into the pool. */
class ConnectionPoolTest {

    private static final TestDatabase DATABASE = TestDatabase.createDatabase();

    private final Queue<Throwable> uncaught = new ConcurrentLinkedQueue<>();
    private final Vertx vertx = Vertx.vertx().exceptionHandler(uncaught::add);

    @AfterEach
    void stop() {
        await(vertx.close());
    }

    @Test
    void shouldSetHowStatementsArePlanned() {
        var pool = pool(ConnectionPool::setPlanning);

        var rows = await(pool.query("show enable_seqscan").execute());

        assertThat(rows.iterator().next().getString(0)).isEqualTo("off");
    }

    @Test
    void shouldBearThatAConnectionGoesWhileItIsSet() {
        var tried = Promise.<Void>promise();
        var pool = pool(connection -> {
            connection.closeHandler(closed -> vertx.runOnContext(next -> {
                ConnectionPool.setPlanning(connection);
                vertx.runOnContext(last -> tried.complete());
            }));
            connection.query("select pg_terminate_backend(pg_backend_pid())").execute();
        });

        assertThatThrownBy(() -> await(pool.query("select 1").execute())).hasCauseInstanceOf(VertxException.class);
        await(tried.future());
        assertThat(uncaught).isEmpty();
    }

    private Pool pool(Handler<SqlConnection> prepares) {
        var address = new PgConnectOptions()
                .setHost(DATABASE.host())
                .setPort(DATABASE.port())
                .setDatabase(DATABASE.name())
                .setUser(DATABASE.username())
                .setPassword(DATABASE.password());
        return PgBuilder.pool()
                .connectingTo(address)
                .using(vertx)
                .withConnectHandler(prepares)
                .build();
    }

    private static <T> T await(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }
}
