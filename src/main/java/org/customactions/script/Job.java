package org.customactions.script;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.graalvm.polyglot.PolyglotException;

/** One piece of work in a guest. It ends exactly once: by its work, or by a limit. */
final class Job<T> {

    /** The work itself, and what its end is when it does not come to one by itself. */
    interface Work<T> {
        T in(Guest guest, List<String> logs);

        T stopped(String reason, List<String> logs);

        T broken(Throwable cause, List<String> logs);
    }

    private final UUID organizationId;
    private final Work<T> work;
    private final Consumer<T> end;
    private final long createdAt = System.nanoTime();
    private final List<String> logs = new CopyOnWriteArrayList<>();
    private final AtomicReference<String> stopReason = new AtomicReference<>();
    private final AtomicBoolean ended = new AtomicBoolean();

    Job(UUID organizationId, Work<T> work, Consumer<T> end) {
        this.organizationId = organizationId;
        this.work = work;
        this.end = end;
    }

    UUID organizationId() {
        return organizationId;
    }

    /** The instant of {@link System#nanoTime} when it was asked for. */
    long createdAt() {
        return createdAt;
    }

    /** True for the first reason only. */
    boolean stop(String reason) {
        return stopReason.compareAndSet(null, reason);
    }

    boolean hasEnded() {
        return ended.get();
    }

    /** Ends it with its reason to stop without waiting for its work. */
    void endStopped() {
        String reason = stopReason.get();
        end(() -> work.stopped(reason, logs));
    }

    /** Ends it without its work; a job that was stopped before is told so rather than blamed on the engine. */
    void endBroken(Throwable cause) {
        if (stopReason.get() != null) {
            endStopped();
            return;
        }
        end(() -> work.broken(cause, logs));
    }

    /** Runs the work to its end or to the limit that meets it; {@code measure} is asked once more when it is done. */
    void runIn(Guest guest, Runnable measure) {
        try {
            T result = work.in(guest, logs);
            measure.run();
            if (stopReason.get() == null) {
                end(() -> result);
            } else {
                endStopped();
            }
        } catch (PolyglotException e) {
            endExceptionally(e);
        } catch (OutOfMemoryError e) {
            stop(Limits.MEMORY);
            endStopped();
        } catch (RuntimeException | StackOverflowError e) {
            endExceptionally(e);
        }
    }

    private void endExceptionally(Throwable cause) {
        if (cause instanceof PolyglotException exhausted && exhausted.isResourceExhausted()) {
            stop(Limits.reason(exhausted));
        }
        endBroken(cause);
    }

    private void end(Supplier<T> result) {
        if (ended.compareAndSet(false, true)) {
            end.accept(result.get());
        }
    }
}
