package org.customactions.database;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.customactions.async.CallersContext;

/**
 * One statement for all calls that come while another is under way: it is read, planned, committed and answered once
 * for all of them. A call that comes alone goes at once, in a statement of its own.
 *
 * <p>If a statement fails for many calls because of one, each is tried alone, so the others do not notice.
 *
 * @param <C> a call
 * @param <R> its result
 */
public final class SharedStatements<C, R> {

    /** Past that, calls wait for the end of a statement. */
    private static final int MOST_UNDER_WAY = 2;

    /** So many calls are worth a second statement; fewer wait for the end of the first. */
    private static final int ENOUGH = 16;

    private static final int MOST_CALLS = 32;

    /** A statement that takes longer may be stuck with its connection, so nobody waits for its end. */
    private static final long LONG_MILLIS = 100;

    /**
     * A statement for some calls.
     *
     * @param <C> a call
     * @param <R> its result
     */
    @FunctionalInterface
    public interface Statement<C, R> {

        /**
         * Executes it; gives the results in the order of the calls. What can fail for one of them, such as reading what
         * it gets, is for its caller.
         */
        Future<List<R>> execute(SqlConnection connection, List<C> calls);
    }

    /** A value of each call, as an array for a parameter. */
    public static <C, T> T[] column(List<C> calls, IntFunction<T[]> array, Function<C, T> value) {
        return calls.stream().map(value).toArray(array);
    }

    private final Vertx vertx;
    private final Pool pool;
    /** Such a pooler has every statement planned anew, and may hold one up: it gets each call alone, at once. */
    private final boolean isPooledByTransaction;

    private final Statement<C, R> statement;
    private final Function<C, Optional<String>> place;
    private final Queue<Waiting<C, R>> waiting = new LinkedList<>();
    private int underWay;

    SharedStatements(
            Vertx vertx,
            Pool pool,
            boolean isPooledByTransaction,
            Statement<C, R> statement,
            Function<C, Optional<String>> place) {
        this.vertx = vertx;
        this.pool = pool;
        this.isPooledByTransaction = isPooledByTransaction;
        this.statement = statement;
        this.place = place;
    }

    /** The result for a call, on any thread. A call that nobody waits for any more is left out if it has not gone. */
    Uni<R> add(C call) {
        return Uni.createFrom().emitter(emitter -> {
            var one = new Waiting<C, R>(call, emitter, vertx.getOrCreateContext());
            emitter.onTermination(() -> one.isOver = true);
            run(joined(one));
        });
    }

    private synchronized List<Waiting<C, R>> joined(Waiting<C, R> one) {
        waiting.add(one);
        return begun();
    }

    private synchronized List<Waiting<C, R>> ended() {
        underWay--;
        return begun();
    }

    private List<Waiting<C, R>> begun() {
        var next = mayBegin() ? next() : List.<Waiting<C, R>>of();
        if (!next.isEmpty()) {
            underWay++;
        }
        return next;
    }

    private boolean mayBegin() {
        return underWay == 0 || isPooledByTransaction || underWay < MOST_UNDER_WAY && waiting.size() >= ENOUGH;
    }

    /** Calls for one place wait for each other, because a statement cannot write a row twice. */
    private List<Waiting<C, R>> next() {
        var most = isPooledByTransaction ? 1 : MOST_CALLS;
        var next = new ArrayList<Waiting<C, R>>();
        var taken = new HashSet<String>();
        for (var iterator = waiting.iterator(); iterator.hasNext() && next.size() < most; ) {
            var one = iterator.next();
            if (one.isOver) {
                iterator.remove();
            } else if (place.apply(one.call).map(taken::add).orElse(true)) {
                iterator.remove();
                next.add(one);
            }
        }
        return next;
    }

    private void run(List<Waiting<C, R>> some) {
        if (!some.isEmpty()) {
            new Turn(some).start();
        }
    }

    private Future<List<R>> execute(List<Waiting<C, R>> some) {
        var calls = some.stream().map(one -> one.call).toList();
        return isPooledByTransaction
                ? pool.withTransaction(connection -> execute(connection, calls))
                : pool.withConnection(connection -> execute(connection, calls));
    }

    /** A failure has to be in the future, or the pool would not get its connection back. */
    private Future<List<R>> execute(SqlConnection connection, List<C> calls) {
        try {
            return statement.execute(connection, calls);
        } catch (RuntimeException e) {
            return Future.failedFuture(e);
        }
    }

    /** The time of a statement, until it ends or turns out to be long. */
    private final class Turn {

        private final List<Waiting<C, R>> some;
        private boolean isOver;

        private Turn(List<Waiting<C, R>> some) {
            this.some = some;
        }

        private void start() {
            CallersContext.run(some.get(0).context, this::execute);
        }

        private void execute() {
            var timer = vertx.setTimer(LONG_MILLIS, ignored -> end());
            SharedStatements.this
                    .execute(some)
                    .onSuccess(results -> {
                        for (int i = 0; i < some.size(); i++) {
                            some.get(i).emitter.complete(results.get(i));
                        }
                    })
                    .onFailure(this::failed)
                    .onComplete(ended -> {
                        vertx.cancelTimer(timer);
                        end();
                    });
        }

        private void failed(Throwable failure) {
            // What PostgreSQL has refused has left nothing behind, so it can be tried again.
            var isRefused = DatabaseFailures.sqlState(failure).isPresent() && !DatabaseFailures.isUnavailable(failure);
            if (some.size() == 1 || !isRefused) {
                some.forEach(one -> one.emitter.fail(failure));
            } else {
                some.forEach(one -> SharedStatements.this
                        .execute(List.of(one))
                        .onSuccess(results -> one.emitter.complete(results.get(0)))
                        .onFailure(one.emitter::fail));
            }
        }

        private void end() {
            synchronized (this) {
                if (isOver) {
                    return;
                }
                isOver = true;
            }
            run(ended());
        }
    }

    /** A call that waits for its statement. */
    private static final class Waiting<C, R> {

        private final C call;
        private final UniEmitter<? super R> emitter;
        private final Context context;
        private volatile boolean isOver;

        private Waiting(C call, UniEmitter<? super R> emitter, Context context) {
            this.call = call;
            this.emitter = emitter;
            this.context = context;
        }
    }
}
