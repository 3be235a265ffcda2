package org.customactions.action;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongSupplier;
import org.customactions.api.Paging;

/**
 * Lists as they were answered, each for as long as nothing in its organization has changed since, and a minute at most:
 * those of managers may hold secrets. An organization has room of its own, and so many lists at most; whoever has no
 * room left loses their own.
 */
// Caffeine loads this class by name for the entries of a cache limited by weight and by time since they were written.
@RegisterForReflection(classNames = "com.github.benmanes.caffeine.cache.SSMWW")
@ApplicationScoped
class KeptLists {

    static final int MOST_OF_ORGANIZATION = 256 * 1024;
    static final int MOST_LISTS = 16;
    static final Duration LONGEST = Duration.ofMinutes(1);
    private static final long MOST_IN_ALL = 16 * 1024 * 1024;

    /** About what a list takes beside its bytes. */
    private static final int OVERHEAD = 512;

    private final LongSupplier nanoTime;
    private final Cache<UUID, Kept> organizations = Caffeine.newBuilder()
            .maximumWeight(MOST_IN_ALL)
            .weigher((UUID id, Kept kept) -> kept.weight())
            .expireAfterWrite(LONGEST)
            .build();

    /**
     * Which list of an organization.
     *
     * @param roles of the caller; empty for a manager, who reads everything
     */
    record Which(Optional<List<String>> roles, Optional<Boolean> isActive, Optional<Paging> paging) {

        private int weight() {
            return OVERHEAD
                    + 2
                            * roles.stream()
                                    .flatMap(List::stream)
                                    .mapToInt(String::length)
                                    .sum();
        }
    }

    /** A list of which only the tag is kept was not made because its caller has it, or is too large. */
    private record Made(ListAnswers.Answer answer, long at) {

        private int bytes() {
            return answer.body().map(body -> body.length).orElse(0);
        }
    }

    private record Kept(ListVersion version, Map<Which, Made> lists) {

        private int weight() {
            return lists.entrySet().stream()
                    .mapToInt(list -> list.getKey().weight() + list.getValue().bytes())
                    .sum();
        }
    }

    KeptLists() {
        this(System::nanoTime);
    }

    KeptLists(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    Optional<ListAnswers.Answer> find(UUID organizationId, ListVersion version, Which which) {
        return Optional.ofNullable(organizations.getIfPresent(organizationId))
                .filter(kept -> kept.version().equals(version))
                .map(kept -> kept.lists().get(which))
                .filter(this::isFresh)
                .map(Made::answer);
    }

    /** @param version as it was read before the list was */
    void keep(UUID organizationId, ListVersion version, Which which, ListAnswers.Answer answer) {
        var made = new Made(fitting(which, answer), nanoTime.getAsLong());
        var weight = which.weight() + made.bytes();
        organizations.asMap().compute(organizationId, (id, before) -> {
            var lists = new LinkedHashMap<Which, Made>();
            if (before != null && before.version().equals(version)) {
                lists.putAll(before.lists());
            }
            lists.values().removeIf(other -> !isFresh(other));
            lists.remove(which);
            var kept = new Kept(version, lists);
            while (!lists.isEmpty() && (lists.size() >= MOST_LISTS || kept.weight() + weight > MOST_OF_ORGANIZATION)) {
                lists.remove(lists.keySet().iterator().next());
            }
            lists.put(which, made);
            return kept;
        });
    }

    private static ListAnswers.Answer fitting(Which which, ListAnswers.Answer answer) {
        return answer.body()
                        .filter(body -> which.weight() + body.length > MOST_OF_ORGANIZATION)
                        .isPresent()
                ? new ListAnswers.Answer(answer.tag(), Optional.empty())
                : answer;
    }

    private boolean isFresh(Made made) {
        return nanoTime.getAsLong() - made.at() < LONGEST.toNanos();
    }

    /** What an organization has here, in bytes. */
    int bytesOf(UUID organizationId) {
        var kept = organizations.getIfPresent(organizationId);
        return kept == null ? 0 : kept.weight();
    }
}
