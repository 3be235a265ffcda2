package org.customactions.background;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.customactions.support.Patience.await;

import io.restassured.response.Response;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.customactions.support.Full;
import org.customactions.support.Receiver;
import org.customactions.support.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A replica that is killed just when the database executes one of its statements, which then is carried out all the
 * same, or is not. Another replica does the rest.
 */
@Full
class KilledReplicaIT {

    private static final TestDatabase DATABASE = TestDatabase.createDatabase();
    private static final int LOCK = 4711;

    /** What a replica took is taken again within a minute; the rest is for a starved machine. */
    private static final Duration MOST = Duration.ofMinutes(3);

    private static Receiver receiver;

    private BackgroundReplica replica;

    @BeforeAll
    static void start() {
        receiver = Receiver.start();
    }

    @AfterAll
    static void stop() {
        receiver.close();
    }

    @BeforeEach
    void startReplica() {
        receiver.reset();
        receiver.server().stubFor(post("/hook").willReturn(okJson("{}")));
        replica = BackgroundReplica.start(DATABASE);
        DATABASE.execute("drop trigger if exists halt on background_executions");
        DATABASE.execute("delete from background_executions");
        DATABASE.execute("""
                create or replace function halt() returns trigger language plpgsql as
                $$ begin perform pg_advisory_xact_lock_shared(%d); return new; end $$
                """.formatted(LOCK));
    }

    /** Before something is stored, when it is taken, and when it has arrived. */
    enum Step {
        STORE("before insert on background_executions for each row"),
        TAKE("before update on background_executions for each row when (new.under_way and not old.under_way)"),
        END("before update on background_executions for each row when (new.ended_at is not null)");

        private final String event;

        Step(String event) {
            this.event = event;
        }
    }

    @ParameterizedTest
    @CsvSource({
        // What was not stored was not accepted.
        "STORE, false, 0",
        "STORE, true, 1",
        "TAKE, false, 1",
        "TAKE, true, 1",
        // Nobody knows whether it arrived.
        "END, false, 2",
        "END, true, 1"
    })
    void shouldLoseNothingAndSendTwiceOnlyWhatMayNotHaveArrived(Step step, boolean isCarriedOut, int arrivals)
            throws SQLException {
        var action = replica.action(receiver.url("/hook"));
        var contact = replica.contact();
        var clicked = new CompletableFuture<Response>();
        try (var holder = DATABASE.connect()) {
            holder.createStatement().execute("select pg_advisory_lock(%d)".formatted(LOCK));
            DATABASE.execute("create trigger halt %s execute function halt()".formatted(step.event));
            CompletableFuture.supplyAsync(() -> replica.click(action, contact)).whenComplete((answer, failure) -> {
                if (failure == null) {
                    clicked.complete(answer);
                } else {
                    clicked.completeExceptionally(failure);
                }
            });
            await().until(() -> halted() == 1 && (step == Step.STORE || clicked.isDone()));

            replica.close();

            if (!isCarriedOut) {
                DATABASE.query(
                        "select pg_terminate_backend(pid) from pg_stat_activity where datname = ?"
                                + " and wait_event = 'advisory'",
                        DATABASE.name());
                await().until(() -> halted() == 0);
            }
        }
        await().until(() -> halted() == 0);
        DATABASE.execute("drop trigger halt on background_executions");

        if (step == Step.STORE) {
            assertThat(clicked).failsWithin(Duration.ofMinutes(1));
        } else {
            assertThat(clicked.join().<String>path("data.message")).isEqualTo("Webhook accepted");
        }
        try (var another = BackgroundReplica.start(DATABASE).service()) {
            assertThat(another.isRunning()).isTrue();
            await().atMost(MOST)
                    .until(() -> waiting() == 0 && receiver.requests("/hook").size() >= arrivals);
        }
        assertThat(receiver.requests("/hook")).hasSize(arrivals);
        assertThat(receiver.requests("/hook"))
                .extracting(request -> request.getHeader("Idempotency-Key"))
                .hasSameElementsAs(
                        DATABASE
                                .query(
                                        "select cast(execution_id as text) as id from background_executions where success")
                                .stream()
                                .map(row -> (String) row.get("id"))
                                .toList());
    }

    private static long halted() {
        return DATABASE.queryCount(
                "select count(*) from pg_stat_activity where datname = ? and wait_event = 'advisory'", DATABASE.name());
    }

    private static long waiting() {
        return DATABASE.queryCount("select count(*) from background_executions where due_at is not null");
    }
}
