package org.customactions.directory;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.customactions.api.Paging;
import org.customactions.api.QueryParameters;
import org.customactions.database.JsonColumn;
import org.customactions.database.Listing;
import org.customactions.database.OrganizationRow;
import org.hibernate.annotations.ColumnTransformer;

/** A person an organization talks with. Its table may be a view over a chat platform's own. */
@Entity
@Table(name = "contacts")
public class Contact extends OrganizationRow {

    private static final String ORDER = "e.createdAt desc, e.id";

    private static final String FOUND =
            " and (e.name ilike :search escape '\\' or e.profileName ilike :search escape '\\'"
                    + " or e.phoneNumber ilike :search escape '\\')";

    private static final int MOST_FOUND = 10_000;

    private static final String BYTES = """
            select coalesce(sum(coalesce(octet_length(cast(metadata as text)), 0) + coalesce(octet_length(cast(tags as text)), 0)), 0)
            from contacts
            where organization_id = :organization and id = any(cast(string_to_array(:ids, ',') as uuid[]))
            """;

    private static final String LISTED = "e.organizationId = :organization and e.deletedAt is null";

    @Column(name = "phone_number", nullable = false)
    public String phoneNumber;

    @Column(name = "name")
    public String name;

    @Column(name = "profile_name")
    public String profileName;

    /** A JSON list of strings. */
    @Convert(converter = JsonColumn.class)
    @Column(name = "tags", columnDefinition = "jsonb")
    @ColumnTransformer(read = "cast(tags as text)", write = "cast(cast(? as text) as jsonb)")
    public JsonNode tags;

    /** A JSON object of the platform's choosing. */
    @Convert(converter = JsonColumn.class)
    @Column(name = "metadata", columnDefinition = "jsonb")
    @ColumnTransformer(read = "cast(metadata as text)", write = "cast(cast(? as text) as jsonb)")
    public JsonNode metadata;

    /** Of a contact that is no row; null for one that is. */
    @Transient
    public ContactId idElsewhere;

    public ContactId contactId() {
        return idElsewhere == null ? ContactId.of(id) : idElsewhere;
    }

    /** The name to show: the given one, else the profile's, else the phone number. */
    public String displayName() {
        if (name != null && !name.isBlank()) {
            return name;
        }
        if (profileName != null && !profileName.isBlank()) {
            return profileName;
        }
        return phoneNumber == null ? "" : phoneNumber;
    }

    public static Uni<Optional<Contact>> findIn(UUID organizationId, UUID id) {
        return Contact.<Contact>find("organizationId = ?1 and id = ?2 and deletedAt is null", organizationId, id)
                .firstResult()
                .map(Optional::ofNullable);
    }

    /**
     * Newest first; the search looks into names and the phone number, and tells of at most {@value #MOST_FOUND} that it
     * found so many.
     *
     * @param reserve gets about how many bytes the page has, before they are read
     */
    public static Uni<Listing<Contact>> listIn(
            UUID organizationId, Optional<String> search, Paging paging, LongConsumer reserve) {
        var parameters = new HashMap<String, Object>();
        parameters.put("organization", organizationId);
        search.ifPresent(text -> parameters.put("search", QueryParameters.contains(text)));
        var found = search.isEmpty()
                ? Listing.of(ContactEntry.class, LISTED, ORDER, parameters, Optional.of(paging))
                : Listing.ofMany(ContactEntry.class, LISTED + FOUND, ORDER, parameters, paging, MOST_FOUND);
        return found.chain(page -> read(organizationId, page, reserve));
    }

    private static Uni<Listing<Contact>> read(UUID organizationId, Listing<ContactEntry> page, LongConsumer reserve) {
        if (page.rows().isEmpty()) {
            return Uni.createFrom().item(new Listing<>(List.of(), page.total()));
        }
        var ids = page.rows().stream().map(entry -> entry.id).toList();
        return bytesOf(organizationId, ids)
                .invoke(reserve::accept)
                .chain(() -> withIds(organizationId, ids))
                .map(contacts -> new Listing<>(contacts, page.total()));
    }

    /** About how many bytes contacts have as JSON. */
    private static Uni<Long> bytesOf(UUID organizationId, List<UUID> ids) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(BYTES, Long.class)
                        .setParameter("organization", organizationId)
                        .setParameter("ids", ids.stream().map(UUID::toString).collect(Collectors.joining(",")))
                        .getSingleResult());
    }

    /** Those that still exist, in the order given. */
    private static Uni<List<Contact>> withIds(UUID organizationId, List<UUID> ids) {
        return Contact.<Contact>find("organizationId = ?1 and deletedAt is null and id in ?2", organizationId, ids)
                .list()
                .map(found -> {
                    var byId = found.stream().collect(Collectors.toMap(contact -> contact.id, Function.identity()));
                    return ids.stream().map(byId::get).filter(Objects::nonNull).toList();
                });
    }

    /** @return whether the contact existed */
    public static Uni<Boolean> deleteIn(UUID organizationId, UUID id, Instant now) {
        return update(
                        "deletedAt = ?1, updatedAt = ?1 where organizationId = ?2 and id = ?3 and deletedAt is null",
                        now,
                        organizationId,
                        id)
                .map(count -> count > 0);
    }
}
