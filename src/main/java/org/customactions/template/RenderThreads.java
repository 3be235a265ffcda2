package org.customactions.template;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.customactions.api.ApiException;
import org.customactions.api.ErrorType;
import org.customactions.async.FairQueue;
import org.customactions.template.RenderBudget.LengthyException;

/**
 * Fills templates in where that delays nobody else.
 *
 * <p>Most are so small that going to another thread and back would take longer than filling them in. So if the
 * templates have 16,384 characters at most, the caller's thread begins; it gives up after 500 pieces, where a piece is
 * a tag or 128 characters that are worked through or written. That is a fraction of a millisecond. What is longer is
 * filled in from the start on one of a few threads that do nothing else: as many as there are processors, two at least.
 * The organizations take turns, and none gets the last thread.
 */
@Singleton
public class RenderThreads {

    private static final int MAX_LENGTH_AT_ONCE = 16 * 1024;
    private static final int MAX_PIECES_AT_ONCE = 500;
    private static final int MIN_THREADS = 2;
    private static final int MAX_WAITING_PER_ORGANIZATION = 256;
    private static final int MAX_WAITING = 10_000;

    /** Part of the time that a click may render, from which on it counts as long. */
    private static final Duration LONG = Duration.ofMillis(25);

    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final int threads = Math.max(MIN_THREADS, Runtime.getRuntime().availableProcessors());
    private final FairQueue<Job<?>> queue =
            new FairQueue<>(threads - 1, MAX_WAITING_PER_ORGANIZATION, MAX_WAITING, LONG);
    private final AtomicBoolean isStarted = new AtomicBoolean();

    /**
     * Fills in on the caller's thread if that is quick, else on another one.
     *
     * @param length characters of the templates and of what else has to be read for them
     * @param rendering what spends the budget; it may be called twice, and the first time may not get to its end
     * @return what it returns or throws, on the caller's Vert.x context if it has one
     */
    public <T> Uni<T> fillIn(UUID organizationId, RenderBudget budget, int length, Supplier<T> rendering) {
        return Uni.createFrom().deferred(() -> {
            if (length <= MAX_LENGTH_AT_ONCE) {
                try {
                    return Uni.createFrom().item(budget.spendLittle(MAX_PIECES_AT_ONCE, rendering));
                } catch (LengthyException e) {
                    // It takes longer than anybody else should wait.
                }
            }
            return aside(organizationId, () -> budget.spend(rendering));
        });
    }

    /**
     * Works on another thread.
     *
     * @return what the work returns or throws, on the caller's Vert.x context if it has one; fails with 429 if too much
     *     of the organization waits already
     */
    public <T> Uni<T> aside(UUID organizationId, Supplier<T> work) {
        return Uni.createFrom().emitter(emitter -> {
            var job = new Job<T>(organizationId, System.nanoTime(), work, emitter, Vertx.currentContext());
            emitter.onTermination(() -> queue.remove(job));
            start();
            if (!queue.offer(job)) {
                emitter.fail(ApiException.passing(
                        ErrorType.TOO_MANY_REQUESTS,
                        "Your organization has too many long templates to fill in; please try again shortly",
                        RETRY_AFTER));
            }
        });
    }

    @PreDestroy
    void close() {
        queue.close();
    }

    /** With the first long template, which for many services never comes. */
    private void start() {
        if (isStarted.compareAndSet(false, true)) {
            for (int i = 1; i <= threads; i++) {
                var thread = new Thread(this::work, "render-" + i);
                thread.setDaemon(true);
                thread.start();
            }
        }
    }

    private void work() {
        try {
            for (var turn = queue.take(); turn != null; turn = queue.take()) {
                var startedAt = System.nanoTime();
                try {
                    turn.job().run();
                } finally {
                    queue.release(turn, Duration.ofNanos(System.nanoTime() - startedAt));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Compared by identity. */
    private static final class Job<T> implements FairQueue.Waiting {

        private final UUID organizationId;
        private final long createdAt;
        private final Supplier<T> work;
        private final UniEmitter<? super T> emitter;
        private final Context caller;

        private Job(
                UUID organizationId, long createdAt, Supplier<T> work, UniEmitter<? super T> emitter, Context caller) {
            this.organizationId = organizationId;
            this.createdAt = createdAt;
            this.work = work;
            this.emitter = emitter;
            this.caller = caller;
        }

        @Override
        public UUID organizationId() {
            return organizationId;
        }

        @Override
        public long createdAt() {
            return createdAt;
        }

        private void run() {
            try {
                var result = work.get();
                answer(() -> emitter.complete(result));
            } catch (Throwable e) {
                answer(() -> emitter.fail(e));
            }
        }

        private void answer(Runnable end) {
            if (caller == null) {
                end.run();
            } else {
                caller.runOnContext(ignored -> end.run());
            }
        }
    }
}
