package org.customactions.directory.platform;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Contacts as they were answered. What an organization or a user has kept here is bounded by its own bytes: whoever has
 * no room left loses their own copies, and nobody else's.
 */
// Caffeine loads this class by name for the entries of a cache limited by weight and by time since they were written.
@RegisterForReflection(classNames = "com.github.benmanes.caffeine.cache.SSMWW")
final class Copies {

    static final long MOST_OF_USER = 1024 * 1024;
    static final long MOST_OF_ORGANIZATION = 4 * 1024 * 1024;
    private static final long MOST_IN_ALL = 32 * 1024 * 1024;

    /** About what an entry takes beside its bytes. */
    private static final int OVERHEAD = 512;

    private final Cache<Key, KeptContact> copies;
    private final Map<Object, Long> held = new ConcurrentHashMap<>();

    /**
     * Whose copy of which contact.
     *
     * @param user who may see it; empty if the whole organization may
     */
    record Key(UUID organizationId, String user, String contact) {

        private Owner owner() {
            return new Owner(organizationId, user);
        }
    }

    private record Owner(UUID organizationId, String user) {}

    /** @param longest time for which any of them is of use */
    Copies(Duration longest) {
        this.copies = Caffeine.newBuilder()
                .maximumWeight(MOST_IN_ALL)
                .weigher((Key key, KeptContact copy) -> (int) weight(key, copy))
                .expireAfterWrite(longest)
                .evictionListener((Key key, KeptContact copy, RemovalCause cause) -> released(key, copy))
                .build();
    }

    Optional<KeptContact> find(Key key) {
        return Optional.ofNullable(copies.getIfPresent(key));
    }

    void keep(Key key, KeptContact copy) {
        drop(key);
        var weight = weight(key, copy);
        if (!key.user().isEmpty() && held(key.owner()) + weight > MOST_OF_USER) {
            copies.asMap().keySet().stream()
                    .filter(other -> other.owner().equals(key.owner()))
                    .forEach(this::drop);
        }
        if (held(key.organizationId()) + weight > MOST_OF_ORGANIZATION) {
            copies.asMap().keySet().stream()
                    .filter(other -> other.organizationId().equals(key.organizationId()))
                    .forEach(this::drop);
        }
        copies.asMap().compute(key, (same, before) -> {
            if (before != null) {
                released(key, before);
            }
            held.merge(key.owner(), weight, Long::sum);
            held.merge(key.organizationId(), weight, Long::sum);
            return copy;
        });
    }

    void drop(Key key) {
        copies.asMap().computeIfPresent(key, (same, copy) -> {
            released(key, copy);
            return null;
        });
    }

    /** Bytes of an organization, or of a user. */
    long held(Object owner) {
        return held.getOrDefault(owner, 0L);
    }

    private void released(Key key, KeptContact copy) {
        var weight = weight(key, copy);
        held.computeIfPresent(key.owner(), (owner, bytes) -> bytes <= weight ? null : bytes - weight);
        held.computeIfPresent(key.organizationId(), (id, bytes) -> bytes <= weight ? null : bytes - weight);
    }

    private static long weight(Key key, KeptContact copy) {
        return OVERHEAD + 2L * (key.user().length() + key.contact().length()) + copy.json().length;
    }
}
