package org.customactions.action;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.Tuple;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.customactions.api.ApiException;
import org.customactions.api.ErrorType;
import org.customactions.database.OrganizationTurns;

/**
 * How many actions an organization may have, and how many bytes their configs. Rows from before there was a limit go on
 * working; their configs may become smaller but not larger.
 */
final class ConfigQuota {

    static final int MAX_ACTIONS = 1_000;

    /** No action has this id. */
    private static final UUID NONE = new UUID(0, 0);

    private static final int MAX_CONFIG = 512 * 1024;
    private static final long MAX_CONFIGS = 8 * 1024 * 1024;

    private static final String BYTES = """
            select coalesce(sum(octet_length(cast(config as text))), 0)
            from custom_actions
            where organization_id = :organization and deleted_at is null
                and id = any(cast(string_to_array(:ids, ',') as uuid[]))
            """;

    private static final String TEXTS = """
            select id, coalesce(cast(config as text), '{}') as config
            from custom_actions
            where organization_id = :organization and deleted_at is null
                and id = any(cast(string_to_array(:ids, ',') as uuid[]))
            """;

    private static final String STORED = """
            %s
            select count(*) as actions, coalesce(sum(octet_length(cast(config as text))), 0) as bytes,
                coalesce(max(cast(display_order as bigint)), -1) as last
            from custom_actions
            where organization_id = :organization and deleted_at is null and id <> :action
            """;

    /** Deleted actions are kept too, as many as there may be others: the oldest make room when one is created. */
    private static final String FORGETTING = """
            with forgotten as (
                delete from custom_actions
                where organization_id = :organization and id in (
                    select id
                    from (select id, row_number() over newest as number,
                            sum(octet_length(cast(config as text)) + coalesce((
                                select octet_length(cast(t.terms as text))
                                from custom_action_terms t
                                where t.organization_id = :organization and t.action_id = custom_actions.id), 0))
                            over newest as bytes
                        from custom_actions
                        where organization_id = :organization and deleted_at is not null
                        window newest as (order by deleted_at desc, id)) as deleted
                    where number > %d or bytes > %d)
                returning id
            ), unused as (
                delete from custom_action_secrets
                where organization_id = :organization and action_id in (select id from forgotten)
            ), pointless as (
                delete from custom_action_terms
                where organization_id = :organization and action_id in (select id from forgotten)
            )""".formatted(MAX_ACTIONS, MAX_CONFIGS);

    private ConfigQuota() {}

    /** @throws ApiException 400 if a config is too large and larger than the one before it, if there is one */
    static void requireSize(JsonNode config, JsonNode before) {
        var bytes = bytesOf(config);
        if (bytes > MAX_CONFIG && bytes > bytesOf(before)) {
            throw ApiException.invalid(
                    "config", "Config must be at most 512 KiB when it is stored; shorten its body or code");
        }
    }

    /**
     * Makes writes that need room take turns in an organization until the transaction ends. Otherwise two could both
     * see the last free place.
     */
    static Uni<Integer> lock(UUID organizationId) {
        return OrganizationTurns.take("custom_actions", organizationId);
    }

    /**
     * Fails with 409 if the organization has no room for a new action. Only while {@link #lock} is held.
     *
     * @return the place after all others
     */
    static Uni<Long> requirePlaceFor(CustomAction action) {
        return requireRoomFor(action, 1, FORGETTING);
    }

    /** Fails with 409 if the organization has no room for a deleted action to come back. Only while locked. */
    static Uni<Void> requirePlaceAgainFor(CustomAction action) {
        return requireRoomFor(action, 1, "").replaceWithVoid();
    }

    /** Fails with 409 if the organization has no room for the new config of an action. Only while locked. */
    static Uni<Void> requireRoomFor(CustomAction action) {
        return requireRoomFor(action, 0, "").replaceWithVoid();
    }

    /**
     * Fails with 409 if the organization has no room for what an import makes of its actions. Only while locked.
     *
     * @return the place after all that were there
     */
    static Uni<Long> requireRoomFor(UUID organizationId, List<PlannedAction> actions) {
        var places = actions.stream().filter(PlannedAction::isNew).count();
        var before =
                actions.stream().mapToLong(PlannedAction::configBytesBefore).sum();
        var after = actions.stream().mapToLong(PlannedAction::configBytes).sum();
        return stored(organizationId, NONE, FORGETTING)
                .invoke(stored -> {
                    requirePlaces(stored, places);
                    if (after > before) {
                        requireBytes(stored, after - before);
                    }
                })
                .map(ConfigQuota::next);
    }

    private static Uni<Tuple> stored(UUID organizationId, UUID except, String also) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(STORED.formatted(also), Tuple.class)
                        .setParameter("organization", organizationId)
                        .setParameter("action", except)
                        .getSingleResult());
    }

    private static void requirePlaces(Tuple stored, long places) {
        if (places > 0 && number(stored, "actions") + places > MAX_ACTIONS) {
            throw full("An organization can have at most %,d custom actions; delete one first".formatted(MAX_ACTIONS));
        }
    }

    private static void requireBytes(Tuple stored, long bytes) {
        if (number(stored, "bytes") + bytes > MAX_CONFIGS) {
            throw full("An organization's custom actions can take at most 8 MiB; shorten or delete one first");
        }
    }

    private static Uni<Long> requireRoomFor(CustomAction action, int places, String also) {
        return stored(action.organizationId, action.id, also)
                .invoke(stored -> {
                    requirePlaces(stored, places);
                    requireBytes(stored, bytesOf(action.config));
                })
                .map(ConfigQuota::next);
    }

    private static long next(Tuple stored) {
        return after(number(stored, "last"));
    }

    /** The place after another one, unless that is the last that there is. */
    static long after(long place) {
        return place == Integer.MAX_VALUE ? place : place + 1;
    }

    /** About how long the configs of actions are. */
    static Uni<Long> bytesOf(UUID organizationId, List<UUID> ids) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(BYTES, Long.class)
                        .setParameter("organization", organizationId)
                        .setParameter("ids", list(ids))
                        .getSingleResult());
    }

    /** The configs of those of the actions that exist, as they are stored. */
    static Uni<Map<UUID, String>> textsOf(UUID organizationId, List<UUID> ids) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(TEXTS, Tuple.class)
                        .setParameter("organization", organizationId)
                        .setParameter("ids", list(ids))
                        .getResultList())
                .map(rows -> rows.stream()
                        .collect(Collectors.toMap(
                                row -> row.get("id", UUID.class), row -> row.get("config", String.class))));
    }

    private static String list(List<UUID> ids) {
        return ids.stream().map(UUID::toString).collect(Collectors.joining(","));
    }

    static int bytesOf(JsonNode config) {
        return config.isMissingNode() ? 0 : config.toString().getBytes(StandardCharsets.UTF_8).length;
    }

    private static long number(Tuple row, String column) {
        return ((Number) row.get(column)).longValue();
    }

    private static ApiException full(String message) {
        return ApiException.of(ErrorType.CONFLICT, message);
    }
}
