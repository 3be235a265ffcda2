package org.customactions.directory.platform;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongSupplier;
import org.customactions.directory.platform.PlatformFault.Kind;
import org.jboss.logging.Logger;

/** Counts what the platform was asked, and warns the operator once a minute at most of each kind of failure. */
final class PlatformMonitor {

    private static final Logger LOG = Logger.getLogger(PlatformMonitor.class);
    private static final long BETWEEN_WARNINGS = Duration.ofMinutes(1).toNanos();

    private final MeterRegistry registry;
    private final LongSupplier nanoTime;
    private final UrlPattern platform;
    private final boolean isCallersToken;
    private final Map<Kind, Long> warned = new EnumMap<>(Kind.class);

    PlatformMonitor(MeterRegistry registry, LongSupplier nanoTime, UrlPattern platform, boolean isCallersToken) {
        this.registry = registry;
        this.nanoTime = nanoTime;
        this.platform = platform;
        this.isCallersToken = isCallersToken;
    }

    /** A call ended. */
    void ended(String call, long began, Throwable failure) {
        var outcome = failure == null
                ? "found"
                : failure instanceof PlatformFault fault ? fault.kind().name().toLowerCase(Locale.ROOT) : "error";
        registry.timer("custom_actions.directory.calls", "call", call, "outcome", outcome)
                .record(Duration.ofNanos(nanoTime.getAsLong() - began));
        if (failure instanceof PlatformFault fault && isWorthAWarning(fault.kind()) && isTime(fault.kind())) {
            LOG.warnf("The chat platform at %s gave no contact: %s", platform, fault.getMessage());
        } else if (failure != null && !(failure instanceof PlatformFault)) {
            LOG.error("The chat platform could not be asked for a contact", failure);
        }
    }

    /** A copy was used instead of a call; a stale one because the platform could not be asked. */
    void used(boolean isFresh) {
        registry.counter("custom_actions.directory.copies", "age", isFresh ? "fresh" : "stale")
                .increment();
    }

    /** A refused token of a caller is the caller's affair; a refused one of the service is the operator's. */
    private boolean isWorthAWarning(Kind kind) {
        return switch (kind) {
            case NOT_FOUND, BUSY -> false;
            case FORBIDDEN -> !isCallersToken;
            default -> true;
        };
    }

    private synchronized boolean isTime(Kind kind) {
        var now = nanoTime.getAsLong();
        var last = warned.get(kind);
        if (last != null && now - last < BETWEEN_WARNINGS) {
            return false;
        }
        warned.put(kind, now);
        return true;
    }
}
