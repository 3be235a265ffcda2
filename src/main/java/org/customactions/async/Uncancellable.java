package org.customactions.async;

import io.smallrye.mutiny.Uni;
import java.util.function.Supplier;

/** Work that has to finish even if nobody waits for it any more. */
public final class Uncancellable {

    private Uncancellable() {}

    /** Starts the work on subscription. Cancelling the returned Uni does not cancel the work. */
    public static <T> Uni<T> of(Supplier<Uni<T>> work) {
        return Uni.createFrom().emitter(emitter -> work.get().subscribe().with(emitter::complete, emitter::fail));
    }
}
