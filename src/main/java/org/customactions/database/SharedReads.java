package org.customactions.database;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.customactions.async.CallersContext;

/**
 * Reads something of an organization once for all who ask for it while it is being read for somebody else: they share
 * the next read, which begins after they have asked. So nobody gets what is older than the question. A failure is told
 * to those who wait for the next read, too: nobody waits for two in vain.
 *
 * @param <T> what is read
 */
public final class SharedReads<T> {

    private final Function<UUID, Uni<T>> read;

    /** Who waits for the next read, by organization; there is an entry as long as one is under way. */
    private final Map<UUID, List<Waiting<T>>> next = new HashMap<>();

    /** Somebody who asks, on a context. */
    private record Waiting<T>(UniEmitter<? super T> asker, Context context) {

        private void go(Runnable action) {
            CallersContext.run(context, action);
        }
    }

    /** @param read must end, whether it succeeds or fails */
    public SharedReads(Function<UUID, Uni<T>> read) {
        this.read = read;
    }

    /** What is read after this call, on the context of who asks. */
    public Uni<T> of(UUID organizationId) {
        return Uni.createFrom().emitter(asker -> {
            var waiting = new Waiting<T>(asker, Vertx.currentContext());
            if (isFirst(organizationId, waiting)) {
                read(organizationId, List.of(waiting));
            }
        });
    }

    private synchronized boolean isFirst(UUID organizationId, Waiting<T> asking) {
        var others = next.putIfAbsent(organizationId, new ArrayList<>());
        if (others != null) {
            others.add(asking);
        }
        return others == null;
    }

    private void read(UUID organizationId, List<Waiting<T>> asking) {
        Uni.createFrom()
                .deferred(() -> read.apply(organizationId))
                .subscribe()
                .with(
                        value -> succeed(organizationId, asking, value),
                        failure -> fail(organizationId, asking, failure));
    }

    private void succeed(UUID organizationId, List<Waiting<T>> asked, T value) {
        var asking = takeNext(organizationId);
        if (!asking.isEmpty()) {
            asking.get(0).go(() -> read(organizationId, asking));
        }
        asked.forEach(one -> one.go(() -> one.asker().complete(value)));
    }

    private void fail(UUID organizationId, List<Waiting<T>> asked, Throwable failure) {
        Stream.concat(asked.stream(), takeAll(organizationId).stream())
                .forEach(one -> one.go(() -> one.asker().fail(failure)));
    }

    private synchronized List<Waiting<T>> takeAll(UUID organizationId) {
        return next.remove(organizationId);
    }

    private synchronized List<Waiting<T>> takeNext(UUID organizationId) {
        var asking = next.remove(organizationId);
        if (!asking.isEmpty()) {
            next.put(organizationId, new ArrayList<>());
        }
        return asking;
    }
}
