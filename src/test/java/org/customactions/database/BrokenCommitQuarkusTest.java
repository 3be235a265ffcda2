package org.customactions.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customactions.support.Patience.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.customactions.support.DatabaseProxy;
import org.customactions.support.Full;
import org.customactions.support.Patience;
import org.customactions.support.ServiceResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A connection that breaks at a COMMIT: what was to be committed is there as a whole or not at all. */
@Full
@QuarkusTest
class BrokenCommitQuarkusTest {

    private final Writes writes = new Writes(ServiceResource.database(), UnaryOperator.identity());

    @BeforeEach
    void prepare() {
        writes.prepare();
    }

    @AfterEach
    void recover() {
        proxy().restore();
    }

    @ParameterizedTest
    @EnumSource
    void shouldWriteNothingWhenTheCommitDoesNotArrive(Writes.Kind kind) throws Exception {
        var before = writes.stored();
        proxy().holdCommits();
        var call = writeHeldByTheProxy(kind);

        proxy().cut();

        expectUnavailable(call);
        proxy().restore();
        assertThat(writes.stored()).isEqualTo(before);
        awaitService(kind);
    }

    @ParameterizedTest
    @EnumSource
    void shouldHaveWrittenAllWhenOnlyTheAnswerDoesNotArrive(Writes.Kind kind) throws Exception {
        proxy().holdAnswersToCommits();
        var call = writeHeldByTheProxy(kind);
        await().until(() -> writes.written(kind) > 0);

        proxy().cut();

        expectUnavailable(call);
        assertThat(writes.written(kind)).isEqualTo(Writes.whole(kind));
    }

    /** The client is told that it took too long, which is not that nothing happened. */
    @Full
    @ParameterizedTest
    @EnumSource(names = {"ORDER", "CONTACTS"})
    void shouldWriteAllWhenTheCommitArrivesAfterTheClientWasAnswered(Writes.Kind kind) throws Exception {
        proxy().holdCommits();
        var call = writeHeldByTheProxy(kind);
        expectUnavailable(call);
        assertThat(writes.written(kind)).isZero();

        proxy().restore();

        await().until(() -> writes.written(kind) == Writes.whole(kind));
    }

    /** As when a machine is gone and its connections stay, for nobody has closed them. */
    @Full
    @Test
    void shouldKeepNoLocksOfAReplicaThatFallsSilent() throws Exception {
        proxy().holdCommits();
        var call = writeHeldByTheProxy(Writes.Kind.ORDER);
        assertThat(openTransactions()).isOne();

        await().until(() -> openTransactions() == 0);

        assertThat(writes.written(Writes.Kind.ORDER)).isZero();
        expectUnavailable(call);
    }

    private static long openTransactions() {
        return ServiceResource.database()
                .queryCount(
                        "select count(*) from pg_stat_activity where datname = ? and state = 'idle in transaction'",
                        ServiceResource.database().name());
    }

    private CompletableFuture<Response> writeHeldByTheProxy(Writes.Kind kind) {
        var call = CompletableFuture.supplyAsync(() -> writes.write(kind));
        await().until(() -> proxy().heldCommits() == 1);
        return call;
    }

    /** The same once more, which also shows that nothing is left of the first that would be in the way. */
    private void awaitService(Writes.Kind kind) {
        await().until(() -> writes.write(kind).statusCode() < 300);
        assertThat(writes.written(kind)).isEqualTo(Writes.whole(kind));
    }

    private static void expectUnavailable(CompletableFuture<Response> call) throws Exception {
        call.get(Patience.LIMIT.toSeconds(), TimeUnit.SECONDS)
                .then()
                .statusCode(503)
                .body("error_type", equalTo("unavailable"));
    }

    private static DatabaseProxy proxy() {
        return ServiceResource.databaseProxy();
    }
}
