package org.customactions.directory.platform;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.customactions.async.Endings;
import org.customactions.directory.platform.PlatformFault.Kind;
import org.customactions.identity.Caller;

/** Makes calls to the platform, so many at once for each organization, and tells the operator how they end. */
final class CountedCalls {

    /** Calls of one organization at once. */
    static final int MOST = 64;

    private final PlatformCalls calls;
    private final PlatformMonitor monitor;
    private final LongSupplier nanoTime;
    private final Map<UUID, Integer> underWay = new ConcurrentHashMap<>();

    CountedCalls(PlatformCalls calls, PlatformMonitor monitor, LongSupplier nanoTime) {
        this.calls = calls;
        this.monitor = monitor;
        this.nanoTime = nanoTime;
    }

    /**
     * What is read from the answer; fails with a {@link PlatformFault}.
     *
     * @param name what the call is for, in metrics
     */
    <T> Uni<T> call(Caller caller, String name, Supplier<Requests.Request> making, Function<JsonNode, T> reading) {
        return Uni.createFrom().deferred(() -> {
            var organization = caller.organizationId();
            var began = nanoTime.getAsLong();
            return inPlace(organization, () -> {
                        var request = making.get();
                        return calls.get(organization, request.url(), request.authorization());
                    })
                    .map(reading)
                    .onItemOrFailure()
                    .invoke((read, failure) -> monitor.ended(name, began, failure));
        });
    }

    private <T> Uni<T> inPlace(UUID organizationId, Supplier<Uni<T>> work) {
        if (underWay.merge(organizationId, 1, Integer::sum) > MOST) {
            leave(organizationId);
            return Uni.createFrom()
                    .failure(new PlatformFault(Kind.BUSY, "an organization asks for too many contacts at once"));
        }
        return Endings.once(work, () -> leave(organizationId));
    }

    private void leave(UUID organizationId) {
        underWay.computeIfPresent(organizationId, (id, count) -> count == 1 ? null : count - 1);
    }
}
