package org.customactions.database;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.function.Supplier;
import org.customactions.api.ApiException;
import org.customactions.api.ErrorType;
import org.customactions.async.CallersContext;
import org.customactions.async.Endings;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Gives reads their turns at the database. An organization's reads get an eighth of the connections at most and those
 * of all organizations three quarters, so that there are connections left for clicks. Reads past that wait, and
 * organizations that wait take turns.
 */
@ApplicationScoped
class ReadPlaces {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final int limit;
    private final int share;
    private final int places;

    /** Organizations with reads under way, those that wait in the order of their turns. */
    private final Map<UUID, Reads> organizations = new LinkedHashMap<>();

    private int taken;

    /** The reads of one organization. */
    private static final class Reads {

        private final Queue<Runnable> waiting = new ArrayDeque<>();
        private int running;

        /** Callers who wait for a read that they share with others. */
        private int sharing;

        /** Reads that callers share, waiting ones included: the callers count in their place. */
        private int shared;

        private int underWay() {
            return running + waiting.size() + sharing - shared;
        }

        private void end(int sharedOnes) {
            running--;
            shared -= sharedOnes;
        }

        private boolean isOver() {
            return running + waiting.size() + sharing == 0;
        }
    }

    ReadPlaces(
            ReadConfiguration configuration,
            @ConfigProperty(name = "quarkus.datasource.reactive.max-size", defaultValue = "20") int connections) {
        this.limit = configuration.maxConcurrentReadsPerOrganization();
        this.share = Math.max(1, connections / 8);
        this.places = Math.max(1, connections * 3 / 4);
    }

    /**
     * Does the work in its turn, on the current Vert.x context; fails with 429 if the organization has too many reads
     * under way. If the caller stops waiting, work that has begun goes on and keeps its place until it ends.
     */
    <T> Uni<T> in(UUID organizationId, Supplier<Uni<T>> work) {
        return in(organizationId, limit, 0, work);
    }

    /** The same, but however many are under way. */
    <T> Uni<T> inTurn(UUID organizationId, Supplier<Uni<T>> work) {
        return in(organizationId, Integer.MAX_VALUE, 0, work);
    }

    /** Counts a caller among the organization's reads, with the same limit, while it waits for one that it shares. */
    <T> Uni<T> sharing(UUID organizationId, Supplier<Uni<T>> waiting) {
        return Uni.createFrom().deferred(() -> {
            if (!share(organizationId)) {
                return Uni.createFrom().failure(tooMany());
            }
            return Endings.once(waiting, () -> shareNoMore(organizationId));
        });
    }

    /** Does what several callers share in its turn. */
    <T> Uni<T> shared(UUID organizationId, Supplier<Uni<T>> work) {
        return in(organizationId, Integer.MAX_VALUE, 1, work);
    }

    /** @param shared 1 if callers share the work and count themselves, else 0 */
    private <T> Uni<T> in(UUID organizationId, int most, int shared, Supplier<Uni<T>> work) {
        return Uni.createFrom().emitter(emitter -> {
            var context = Vertx.currentContext();
            Runnable start = () -> CallersContext.run(
                    context,
                    () -> Uni.createFrom()
                            .deferred(work::get)
                            .onTermination()
                            .invoke(() -> end(organizationId, shared))
                            .subscribe()
                            .with(emitter::complete, emitter::fail));
            emitter.onTermination(() -> giveUp(organizationId, start, shared));
            if (enter(organizationId, most, start, shared)) {
                startNext();
            } else {
                emitter.fail(tooMany());
            }
        });
    }

    private static ApiException tooMany() {
        return ApiException.passing(
                ErrorType.TOO_MANY_REQUESTS,
                "Your organization has too many reads under way; please try again shortly",
                RETRY_AFTER);
    }

    private synchronized boolean share(UUID organizationId) {
        var reads = organizations.computeIfAbsent(organizationId, id -> new Reads());
        if (reads.underWay() >= limit) {
            return false;
        }
        reads.sharing++;
        return true;
    }

    private synchronized void shareNoMore(UUID organizationId) {
        organizations.get(organizationId).sharing--;
        forget(organizationId);
    }

    private synchronized boolean enter(UUID organizationId, int most, Runnable start, int shared) {
        var reads = organizations.computeIfAbsent(organizationId, id -> new Reads());
        if (reads.underWay() >= most) {
            return false;
        }
        reads.shared += shared;
        return reads.waiting.add(start);
    }

    private void startNext() {
        next().forEach(Runnable::run);
    }

    private synchronized List<Runnable> next() {
        var starts = new ArrayList<Runnable>();
        var isOver = false;
        while (taken < places && !isOver) {
            var turn = organizations.entrySet().stream()
                    .filter(entry -> !entry.getValue().waiting.isEmpty() && entry.getValue().running < share)
                    .findFirst();
            isOver = turn.isEmpty();
            turn.ifPresent(entry -> {
                var reads = entry.getValue();
                reads.running++;
                taken++;
                starts.add(reads.waiting.remove());
                // To the end: it is the others' turn now.
                organizations.remove(entry.getKey());
                organizations.put(entry.getKey(), reads);
            });
        }
        return starts;
    }

    private void end(UUID organizationId, int shared) {
        synchronized (this) {
            taken--;
            organizations.get(organizationId).end(shared);
            forget(organizationId);
        }
        startNext();
    }

    private synchronized void giveUp(UUID organizationId, Runnable start, int shared) {
        var reads = organizations.get(organizationId);
        if (reads != null) {
            reads.shared -= reads.waiting.remove(start) ? shared : 0;
            forget(organizationId);
        }
    }

    private void forget(UUID organizationId) {
        if (organizations.get(organizationId).isOver()) {
            organizations.remove(organizationId);
        }
    }
}
