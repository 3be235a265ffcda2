package org.customactions.async;

import io.smallrye.mutiny.Uni;
import java.util.function.Supplier;

/** Work that has to come to its end even when nobody waits for it any longer. */
public final class Uncancellable {

    private Uncancellable() {}

    /** The same work; who stops waiting for it does not stop it. It begins when it is subscribed to. */
    public static <T> Uni<T> of(Supplier<Uni<T>> work) {
        return Uni.createFrom().emitter(emitter -> work.get().subscribe().with(emitter::complete, emitter::fail));
    }
}
