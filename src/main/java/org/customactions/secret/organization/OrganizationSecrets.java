package org.customactions.secret.organization;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.customactions.api.ApiException;
import org.customactions.api.ErrorType;
import org.customactions.api.Timestamps;
import org.customactions.database.Database;
import org.customactions.secret.SecretKeys;
import org.customactions.secret.SecretPlace;
import org.customactions.secret.UnreadableSecretException;
import org.customactions.secret.organization.SecretRows.Hold;

/** The secrets of organizations: what must hold between a request and the rows. */
@ApplicationScoped
public class OrganizationSecrets {

    static final int MAX_SECRETS = 100;

    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,63}");
    private static final int MAX_NAMED = 5;

    private final Database database;
    private final SecretKeys keys;
    private final Clock clock;

    OrganizationSecrets(Database database, SecretKeys keys, Clock clock) {
        this.database = database;
        this.keys = keys;
        this.clock = clock;
    }

    static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    Uni<List<SecretUsers.Listed>> list(UUID organizationId) {
        return database.reading(organizationId, () -> SecretUsers.list(organizationId));
    }

    /** Creates or replaces a secret; fails with 409 if the organization has no room for another. */
    Uni<SecretRows.Put> put(UUID organizationId, String name, String value) {
        var stored = keys.encrypt(SecretPlace.ofOrganization(organizationId, name), value);
        return database.inTransaction(() -> SecretRows.lock(organizationId)
                .chain(() -> SecretRows.countOthers(organizationId, name))
                .invoke(others -> {
                    if (others >= MAX_SECRETS) {
                        throw conflict(
                                "An organization can have at most %d secrets; delete one first".formatted(MAX_SECRETS));
                    }
                })
                .chain(() -> SecretRows.put(organizationId, name, stored, Timestamps.now(clock))));
    }

    /** Fails with 404 if there is none, and with 409 while an action uses it. */
    Uni<Void> delete(UUID organizationId, String name) {
        return database.inTransaction(() -> SecretRows.hold(organizationId, Set.of(name), Hold.ALONE)
                .invoke(held -> {
                    if (held.isEmpty()) {
                        throw ApiException.notFound("Secret");
                    }
                })
                .chain(() -> SecretUsers.actions(organizationId, name))
                .invoke(actions -> {
                    if (!actions.isEmpty()) {
                        throw conflict(
                                "The secret %s is used by %s; remove it there first".formatted(name, listed(actions)));
                    }
                })
                .chain(() -> SecretRows.delete(organizationId, name))
                .replaceWithVoid());
    }

    /**
     * Notes which secrets an action uses, and keeps them from being deleted until the transaction of the caller ends.
     * If one is missing, nothing is noted.
     *
     * @param more whether it may use others besides, which cannot be read at the moment
     * @return those of the names that the organization lacks
     */
    public Uni<Set<String>> use(UUID organizationId, UUID actionId, Collection<String> names, boolean more) {
        var held = names.isEmpty()
                ? Uni.createFrom().item(List.<String>of())
                : SecretRows.hold(organizationId, known(names), Hold.KEPT);
        return held.map(found -> without(names, found))
                .call(missing -> missing.isEmpty()
                        ? SecretUsers.replace(organizationId, actionId, Set.copyOf(names), more)
                        : Uni.createFrom().voidItem());
    }

    /**
     * What an action uses.
     *
     * @param more whether it may use others besides, which cannot be read at the moment
     */
    public record Uses(UUID actionId, Set<String> names, boolean more) {}

    /** As {@link #use}, for several actions at once. */
    public Uni<Set<String>> useAll(UUID organizationId, List<Uses> uses) {
        if (uses.isEmpty()) {
            return Uni.createFrom().item(Set.of());
        }
        var names = new LinkedHashSet<String>();
        uses.forEach(use -> names.addAll(use.names()));
        var held = names.isEmpty()
                ? Uni.createFrom().item(List.<String>of())
                : SecretRows.hold(organizationId, known(names), Hold.KEPT);
        return held.map(found -> without(names, found))
                .call(missing -> missing.isEmpty()
                        ? SecretUsers.replaceAll(organizationId, uses)
                        : Uni.createFrom().voidItem());
    }

    /**
     * Keeps the secrets that an action is known to use from being deleted until the transaction of the caller ends.
     *
     * @return the names of those that the organization lacks
     */
    public Uni<Set<String>> missing(UUID organizationId, UUID actionId) {
        return SecretUsers.names(organizationId, actionId)
                .chain(names -> names.isEmpty()
                        ? Uni.createFrom().item(Set.of())
                        : SecretRows.hold(organizationId, names, Hold.KEPT).map(held -> without(names, held)));
    }

    /**
     * The values of those of the names that exist.
     *
     * @return fails with an {@link UnreadableSecretException} if one cannot be decrypted
     */
    public Uni<Map<String, String>> read(UUID organizationId, Collection<String> names) {
        if (names.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return database.inSession(() -> SecretRows.values(organizationId, known(names)))
                .chain(rows -> {
                    try {
                        return Uni.createFrom().item(opened(rows));
                    } catch (UnreadableSecretException e) {
                        return Uni.createFrom().failure(e);
                    }
                });
    }

    private Map<String, String> opened(List<SecretRows.Row> rows) throws UnreadableSecretException {
        var values = new HashMap<String, String>();
        for (var row : rows) {
            values.put(row.name(), opened(row));
        }
        return values;
    }

    String opened(SecretRows.Row row) throws UnreadableSecretException {
        return row.value().isTextual()
                ? row.value().textValue()
                : keys.decrypt(SecretPlace.ofOrganization(row.organizationId(), row.name()), row.value());
    }

    /** A comma would divide a name into two. */
    private static Set<String> known(Collection<String> names) {
        var known = new LinkedHashSet<>(names);
        known.removeIf(name -> !isName(name));
        return known;
    }

    private static Set<String> without(Collection<String> names, Collection<String> found) {
        var missing = new LinkedHashSet<>(names);
        missing.removeAll(found);
        return missing;
    }

    private static String listed(List<String> actions) {
        var named = String.join(", ", actions.subList(0, Math.min(MAX_NAMED, actions.size())));
        var more = actions.size() - MAX_NAMED;
        return more > 0 ? "%s and %d more actions".formatted(named, more) : named;
    }

    private static ApiException conflict(String sentence) {
        return ApiException.of(ErrorType.CONFLICT, sentence);
    }
}
