package org.customactions.identity.keys;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.customactions.async.Endings;
import org.jboss.logging.Logger;

/**
 * The keys of a URL, as an identity provider publishes and rotates them. Requests never wait for keys that are known:
 * these are exchanged behind their backs every few minutes. Only a token that no known key fits makes its request wait
 * until the URL has been asked again. That happens once in ten seconds at most, whoever sends such tokens. While the
 * URL gives no keys, the last ones go on for a day.
 */
public final class KeySet implements TokenKeys {

    private static final Logger LOG = Logger.getLogger(KeySet.class);

    static final Duration BETWEEN_FETCHES = Duration.ofSeconds(10);
    /** With the time until the next look at the clock and the longest fetch it stays under five minutes. */
    static final Duration REFRESHED_AFTER = Duration.ofSeconds(270);

    static final Duration RETAINED = Duration.ofDays(1);
    static final Duration BETWEEN_WARNINGS = Duration.ofMinutes(1);
    /** Requests that wait for one fetch. Any more are answered by the keys that are known. */
    static final int MOST_WAITING = 256;

    private final String name;
    private final Supplier<Uni<VerificationKeys>> source;
    private final LongSupplier nanoTime;
    private final AtomicInteger waiting = new AtomicInteger();

    private volatile Answer last;
    private Uni<Void> underWay;
    private Optional<Long> asked = Optional.empty();
    private Optional<Long> warned = Optional.empty();
    private boolean failing;

    private record Answer(VerificationKeys keys, long at) {}

    /**
     * @param name of the URL, for the log
     * @param source asks for the keys; it always ends, in a few seconds
     * @param nanoTime as {@link System#nanoTime()}
     */
    KeySet(String name, Supplier<Uni<VerificationKeys>> source, LongSupplier nanoTime) {
        this.name = name;
        this.source = source;
        this.nanoTime = nanoTime;
    }

    @Override
    public Set<String> algorithms() {
        return VerificationKeys.PUBLIC_KEY_ALGORITHMS;
    }

    @Override
    public Optional<VerificationKeys> known() {
        var answer = last;
        return answer == null || answer.keys().isEmpty() || isPast(RETAINED, answer.at())
                ? Optional.empty()
                : Optional.of(answer.keys());
    }

    @Override
    public Uni<Void> lookAgain() {
        var fetch = fetch();
        if (fetch.isEmpty() || waiting.get() >= MOST_WAITING) {
            return Uni.createFrom().voidItem();
        }
        return Uni.createFrom().deferred(() -> {
            waiting.incrementAndGet();
            return Endings.once(fetch::get, waiting::decrementAndGet);
        });
    }

    /** Asks for the keys if those that are known have become old, or there are none. Called every few seconds. */
    void keepFresh() {
        if (last == null || last.keys().isEmpty() || isPast(REFRESHED_AFTER, last.at())) {
            fetch();
        }
    }

    /** The fetch that is under way, or a new one, if it is time for one. */
    private synchronized Optional<Uni<Void>> fetch() {
        if (underWay == null && asked.map(at -> isPast(BETWEEN_FETCHES, at)).orElse(true)) {
            asked = Optional.of(nanoTime.getAsLong());
            var started = Uni.createFrom()
                    .deferred(source::get)
                    .onItemOrFailure()
                    .invoke(this::ended)
                    .onItemOrFailure()
                    .transform((keys, failure) -> (Void) null)
                    .memoize()
                    .indefinitely();
            underWay = started;
            // It goes on without those who wait for it.
            started.subscribe().with(done -> {});
            return Optional.of(started);
        }
        return Optional.ofNullable(underWay);
    }

    private synchronized void ended(VerificationKeys keys, Throwable failure) {
        underWay = null;
        if (failure == null) {
            last = new Answer(keys, nanoTime.getAsLong());
        }
        var reason = failure == null ? emptiness(keys) : Optional.of(sentence(failure));
        reason.ifPresent(this::warn);
        if (reason.isEmpty() && failing) {
            LOG.infof("The key set %s can be had again", name);
        }
        failing = reason.isPresent();
    }

    private static Optional<String> emptiness(VerificationKeys keys) {
        return keys.isEmpty()
                ? Optional.of(
                        "it holds no key that verifies signatures; check what your identity provider publishes there")
                : Optional.empty();
    }

    private static String sentence(Throwable failure) {
        return failure instanceof KeySetFault fault
                ? fault.getMessage()
                : "something unexpected happened (%s)".formatted(failure);
    }

    private void warn(String reason) {
        if (warned.map(at -> isPast(BETWEEN_WARNINGS, at)).orElse(true)) {
            warned = Optional.of(nanoTime.getAsLong());
            LOG.warnf(
                    "The key set %s cannot be had: %s. %s",
                    name,
                    reason,
                    known().isPresent()
                            ? "Until it can, for a day at most, tokens are verified with the keys that it had last"
                            : "Until it can, requests are answered with 503");
        }
    }

    private boolean isPast(Duration time, long since) {
        return nanoTime.getAsLong() - since >= time.toNanos();
    }
}
