package org.customactions.async;

import io.smallrye.mutiny.Uni;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** What is done when work ends, such as giving back its place. */
public final class Endings {

    private Endings() {}

    /**
     * Does the work, and the action once when it ends: with a result, by a failure, or because nobody waits for it any
     * more. Mutiny's {@code onTermination} alone does it a second time if somebody stops waiting for what comes after
     * the work.
     */
    public static <T> Uni<T> once(Supplier<Uni<T>> work, Runnable action) {
        return Uni.createFrom().deferred(() -> {
            var isOver = new AtomicBoolean();
            return Uni.createFrom().deferred(work::get).onTermination().invoke(() -> {
                if (!isOver.getAndSet(true)) {
                    action.run();
                }
            });
        });
    }
}
