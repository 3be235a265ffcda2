package org.customactions.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.credentials.CredentialsProvider;
import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxException;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.awaitility.Awaitility;
import org.customactions.support.Full;
import org.customactions.support.Patience;
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
        var pool = created();

        var rows = await(pool.query("show enable_seqscan").execute());

        assertThat(rows.iterator().next().getString(0)).isEqualTo("off");
    }

    @Test
    void shouldBearThatAConnectionGoesWhileItIsSet() {
        var tried = Promise.<Void>promise();
        var pool = PgBuilder.pool()
                .connectingTo(DATABASE.connectOptions())
                .using(vertx)
                .withConnectHandler(connection -> {
                    connection.closeHandler(closed -> vertx.runOnContext(next -> {
                        ConnectionPool.setPlanning(connection);
                        vertx.runOnContext(last -> tried.complete());
                    }));
                    connection
                            .query("select pg_terminate_backend(pg_backend_pid())")
                            .execute();
                })
                .build();

        assertThatThrownBy(() -> await(pool.query("select 1").execute())).hasCauseInstanceOf(VertxException.class);
        await(tried.future());
        assertThat(uncaught).isEmpty();
    }

    /** Otherwise it closes by itself after 30 s, maybe just when a request has got it. */
    @Test
    @Full
    void shouldCloseWhatNobodyNeedsBeforeItClosesItself() {
        var pool = created();
        await(pool.query("select 1").execute());

        Awaitility.await()
                .pollDelay(Duration.ofSeconds(20))
                .atMost(Duration.ofSeconds(29))
                .until(() -> DATABASE.queryCount("select count(*) from pg_stat_activity"
                                + " where datname = current_database() and pid <> pg_backend_pid()")
                        == 0);
    }

    private Pool created() {
        return new ConnectionPool(new Patient(), new Known()).create(new Given(vertx));
    }

    private static <T> T await(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }

    /** What Quarkus gives. */
    private record Given(Vertx vertx) implements PgPoolCreator.Input {

        @Override
        public PoolOptions poolOptions() {
            return new PoolOptions();
        }

        @Override
        public List<PgConnectOptions> pgConnectOptionsList() {
            return List.of(DATABASE.connectOptions());
        }
    }

    private static final class Patient implements DatabaseConfiguration {

        @Override
        public Duration timeout() {
            return Patience.LIMIT;
        }

        @Override
        public boolean migrateAtStart() {
            return true;
        }

        @Override
        public Duration cleaningInterval() {
            return Patience.LIMIT;
        }
    }

    private static final class Known extends DatabaseCredentials {

        @Override
        public Map<String, String> getCredentials(String ignored) {
            return Map.of(
                    CredentialsProvider.USER_PROPERTY_NAME, DATABASE.username(),
                    CredentialsProvider.PASSWORD_PROPERTY_NAME, DATABASE.password());
        }
    }
}
