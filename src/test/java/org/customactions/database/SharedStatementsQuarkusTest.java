package org.customactions.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.subscription.UniSubscription;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Calls that come at the same time. */
@QuarkusTest
class SharedStatementsQuarkusTest {

    private static final int CALLS = 60;
    private static final String QUOTIENTS = """
            select cast(100 / of.n as text) as quotient, pg_sleep(:pause)
            from unnest(cast($1 as integer[])) with ordinality as of (n, place)
            order by place
            """;

    @Inject
    Database database;

    private final ConcurrentLinkedQueue<List<Integer>> statements = new ConcurrentLinkedQueue<>();

    @Test
    void shouldShareAStatementAndAnswerEachCall() {
        var shared = database.statements(this::quotients, call -> Optional.empty());

        var answers =
                IntStream.rangeClosed(1, CALLS).mapToObj(n -> call(shared, n)).toList();

        for (int n = 1; n <= CALLS; n++) {
            assertThat(answers.get(n - 1).join()).isEqualTo("" + 100 / n);
        }
        assertThat(statements).hasSizeLessThan(CALLS / 3).allMatch(calls -> calls.size() <= 32);
    }

    @Test
    void shouldFailNoCallForAnother() {
        var shared = database.statements(this::quotients, call -> Optional.empty());

        var answers = IntStream.range(0, CALLS).mapToObj(n -> call(shared, n)).toList();

        assertThat(answers.get(0).handle((answer, failure) -> failure).join()).isInstanceOf(Exception.class);
        assertThat(answers.stream().skip(1).map(CompletableFuture::join)).hasSize(CALLS - 1);
    }

    @Test
    void shouldNotWriteAPlaceTwiceInOneStatement() {
        var shared = database.statements(this::quotients, call -> Optional.of("place " + call % 7));

        var answers =
                IntStream.rangeClosed(1, CALLS).mapToObj(n -> call(shared, n)).toList();

        answers.forEach(CompletableFuture::join);
        assertThat(statements)
                .allMatch(
                        calls -> calls.stream().map(call -> call % 7).distinct().count() == calls.size());
    }

    /** Two statements that last hold up two connections and nobody else. */
    @Test
    void shouldNotWaitForAStatementThatLasts() {
        var shared = database.<Integer, String>statements(
                (connection, calls) -> execute(connection, calls, calls.contains(99) ? "3" : "0"),
                call -> Optional.empty());
        var lasting = new ArrayList<CompletableFuture<String>>();

        for (int i = 0; i < 2; i++) {
            lasting.add(call(shared, 99));
            assertThat(call(shared, 4).join()).isEqualTo("25");
        }

        assertThat(lasting).noneMatch(CompletableFuture::isDone);
    }

    @Test
    void shouldLoseNoPlaceToCallsThatNobodyWaitsFor() {
        var shared = database.statements(this::quotients, call -> Optional.empty());
        for (int i = 0; i < 3; i++) {
            shared.add(1)
                    .onSubscription()
                    .invoke(UniSubscription::cancel)
                    .subscribe()
                    .with(answer -> {}, failure -> {});
        }

        assertThat(call(shared, 4).join()).isEqualTo("25");
    }

    private Future<List<String>> quotients(SqlConnection connection, List<Integer> calls) {
        statements.add(List.copyOf(calls));
        return execute(connection, calls, "0.01");
    }

    private static Future<List<String>> execute(SqlConnection connection, List<Integer> calls, String pause) {
        return connection
                .preparedQuery(QUOTIENTS.replace(":pause", pause))
                .execute(Tuple.tuple().addArrayOfInteger(calls.toArray(Integer[]::new)))
                .map(rows -> {
                    var quotients = new ArrayList<String>();
                    rows.forEach(row -> quotients.add(row.getString("quotient")));
                    return quotients;
                });
    }

    private CompletableFuture<String> call(SharedStatements<Integer, String> shared, int n) {
        return database.togetherApart(shared, n).subscribe().asCompletionStage();
    }
}
