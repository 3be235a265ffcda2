package org.customactions.database;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.customactions.async.CallersContext;

/**
 * Reads something once for all who ask for it while it is being read for somebody else: they share the next read, which
 * begins after they have asked. So nobody gets what is older than the question. A failure is told to those who wait for
 * the next read, too: nobody waits for two in vain.
 *
 * @param <K> tells what is read apart
 * @param <T> what is read
 */
public final class SharedReads<K, T> {

    /** Who waits for the next read; there is an entry as long as one is under way. */
    private final Map<K, List<Waiting<T>>> next = new HashMap<>();

    /** Somebody who asks, on a context, and can read for all who ask. */
    private record Waiting<T>(UniEmitter<? super T> asker, Context context, Supplier<Uni<T>> read) {

        private void go(Runnable action) {
            CallersContext.run(context, action);
        }
    }

    /**
     * What is read after this call, on the context of who asks.
     *
     * @param read may be done for others as well, or not at all; must end, whether it succeeds or fails
     */
    public Uni<T> of(K key, Supplier<Uni<T>> read) {
        return Uni.createFrom().emitter(asker -> {
            var waiting = new Waiting<T>(asker, Vertx.currentContext(), read);
            if (isFirst(key, waiting)) {
                read(key, List.of(waiting));
            }
        });
    }

    private synchronized boolean isFirst(K key, Waiting<T> asking) {
        var others = next.putIfAbsent(key, new ArrayList<>());
        if (others != null) {
            others.add(asking);
        }
        return others == null;
    }

    private void read(K key, List<Waiting<T>> asking) {
        Uni.createFrom()
                .deferred(asking.get(0).read()::get)
                .subscribe()
                .with(value -> succeed(key, asking, value), failure -> fail(key, asking, failure));
    }

    private void succeed(K key, List<Waiting<T>> asked, T value) {
        var asking = takeNext(key);
        if (!asking.isEmpty()) {
            asking.get(0).go(() -> read(key, asking));
        }
        asked.forEach(one -> one.go(() -> one.asker().complete(value)));
    }

    private void fail(K key, List<Waiting<T>> asked, Throwable failure) {
        Stream.concat(asked.stream(), takeAll(key).stream())
                .forEach(one -> one.go(() -> one.asker().fail(failure)));
    }

    private synchronized List<Waiting<T>> takeAll(K key) {
        return next.remove(key);
    }

    private synchronized List<Waiting<T>> takeNext(K key) {
        var asking = next.remove(key);
        if (!asking.isEmpty()) {
            next.put(key, new ArrayList<>());
        }
        return asking;
    }
}
