package org.customactions.secret.organization;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.customactions.database.JsonColumn;
import org.customactions.database.OrganizationTurns;

/** The table of the secrets. Its statements run in a session of the caller. */
final class SecretRows {

    private static final JsonColumn JSON = new JsonColumn();

    private static final String COUNT =
            "select count(*) from organization_secrets where organization_id = :organization and name <> :name";

    private static final String PUT = """
            insert into organization_secrets (organization_id, name, value, updated_at)
            values (:organization, :name, cast(cast(:value as text) as jsonb), :now)
            on conflict (organization_id, name) do update
            set value = excluded.value,
                updated_at = greatest(excluded.updated_at, organization_secrets.updated_at + interval '1 microsecond')
            returning updated_at, xmax = 0 as created
            """;

    private static final String VALUES = """
            select organization_id, name, cast(value as text) as value
            from organization_secrets
            where organization_id = :organization and name = any(string_to_array(cast(:names as text), ','))
            """;

    private static final String LOCK = """
            select name
            from organization_secrets
            where organization_id = :organization and name = any(string_to_array(cast(:names as text), ','))
            order by name
            for %s
            """;

    private static final String DELETE =
            "delete from organization_secrets where organization_id = :organization and name = :name";

    private static final String AFTER = """
            select organization_id, name, cast(value as text) as value
            from organization_secrets
            where (organization_id, name) > (:organization, cast(:name as text))
            order by organization_id, name
            limit :most
            for no key update
            """;

    private static final String REWRITE = """
            update organization_secrets
            set value = cast(cast(:value as text) as jsonb)
            where organization_id = :organization and name = :name
            """;

    private SecretRows() {}

    /** A row as it is stored. */
    record Row(UUID organizationId, String name, JsonNode value) {

        private static Row of(Tuple row) {
            return new Row(
                    row.get("organization_id", UUID.class),
                    row.get("name", String.class),
                    JSON.convertToEntityAttribute(row.get("value", String.class)));
        }

        /** Without the value. */
        @Override
        public String toString() {
            return "Row[%s, %s]".formatted(organizationId, name);
        }
    }

    /** What was written. */
    record Put(Instant updatedAt, boolean isNew) {}

    /** How a row is held until the transaction ends. */
    enum Hold {
        /** It cannot be deleted. */
        KEPT("key share"),
        /** Nobody else can hold or change it. */
        ALONE("update");

        private final String clause;

        Hold(String clause) {
            this.clause = clause;
        }
    }

    /** Makes the writes of an organization take turns until the transaction ends. */
    static Uni<Integer> lock(UUID organizationId) {
        return OrganizationTurns.take("organization_secrets", organizationId);
    }

    /** How many an organization has besides this one. */
    static Uni<Long> countOthers(UUID organizationId, String name) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(COUNT, Long.class)
                        .setParameter("organization", organizationId)
                        .setParameter("name", name)
                        .getSingleResult());
    }

    static Uni<Put> put(UUID organizationId, String name, JsonNode value, Instant now) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(PUT, Tuple.class)
                        .setParameter("organization", organizationId)
                        .setParameter("name", name)
                        .setParameter("value", value.toString())
                        .setParameter("now", now)
                        .getSingleResult())
                .map(row -> new Put(
                        row.get("updated_at", OffsetDateTime.class).toInstant(), row.get("created", Boolean.class)));
    }

    /** Those of the names that exist. */
    static Uni<List<Row>> values(UUID organizationId, Collection<String> names) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(VALUES, Tuple.class)
                        .setParameter("organization", organizationId)
                        .setParameter("names", String.join(",", names))
                        .getResultList())
                .map(rows -> rows.stream().map(Row::of).toList());
    }

    /** The names of those that exist, which are held. */
    static Uni<List<String>> hold(UUID organizationId, Collection<String> names, Hold hold) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(LOCK.formatted(hold.clause), String.class)
                        .setParameter("organization", organizationId)
                        .setParameter("names", String.join(",", names))
                        .getResultList());
    }

    static Uni<Integer> delete(UUID organizationId, String name) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(DELETE)
                        .setParameter("organization", organizationId)
                        .setParameter("name", name)
                        .executeUpdate());
    }

    /** The next ones of all organizations, which are held. */
    static Uni<List<Row>> holdAfter(UUID organizationId, String name, int most) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(AFTER, Tuple.class)
                        .setParameter("organization", organizationId)
                        .setParameter("name", name)
                        .setParameter("most", most)
                        .getResultList())
                .map(rows -> rows.stream().map(Row::of).toList());
    }

    /** Writes a value anew that stays the same to whoever reads it. */
    static Uni<Integer> rewrite(Row row, JsonNode value) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(REWRITE)
                        .setParameter("organization", row.organizationId())
                        .setParameter("name", row.name())
                        .setParameter("value", value.toString())
                        .executeUpdate());
    }
}
