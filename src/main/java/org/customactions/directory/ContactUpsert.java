package org.customactions.directory;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.customactions.api.ApiException;

/** Creates or replaces contacts, all of them in one statement. */
final class ContactUpsert {

    /** Rows are written in the order of their ids, so that two such statements cannot wait for each other. */
    private static final String UPSERT = """
            insert into contacts as c (id, created_at, updated_at, deleted_at, organization_id,
                                       phone_number, name, profile_name, tags, metadata)
            select r.id, :now, :now, null, :organization, r.phone_number, r.name, r.profile_name, r.tags, r.metadata
            from jsonb_to_recordset(cast(cast(:rows as text) as jsonb))
                as r(id uuid, phone_number text, name text, profile_name text, tags jsonb, metadata jsonb)
            order by r.id
            on conflict (%s) do update
                set updated_at = excluded.updated_at, deleted_at = null, phone_number = excluded.phone_number,
                    name = excluded.name, profile_name = excluded.profile_name,
                    tags = excluded.tags, metadata = excluded.metadata
                where c.organization_id = excluded.organization_id
            returning id, created_at, updated_at, deleted_at, organization_id, phone_number, name, profile_name,
                      cast(tags as text) as tags, cast(metadata as text) as metadata
            """;

    private static final String SEPARATE = "select custom_actions_separate_contact_ids()";

    private ContactUpsert() {}

    /** What tells contacts apart. */
    enum Key {
        /** Organizations may use the same ids. */
        ORGANIZATION_AND_ID("organization_id, id"),

        /** All ids are different. A row of another organization is left alone, so the result lacks it. */
        ID("id");

        private final String statement;

        Key(String columns) {
            this.statement = UPSERT.formatted(columns);
        }

        Key other() {
            return this == ID ? ORGANIZATION_AND_ID : ID;
        }
    }

    /**
     * Must run in a transaction, so that a failure rolls everything back.
     *
     * @return the contacts in the order given
     * @throws ApiException 404 if an id alone tells contacts apart and belongs to another organization
     */
    static Uni<List<Contact>> upsert(Key key, UUID organizationId, List<ContactInput> contacts, Instant now) {
        var rows = JsonNodeFactory.instance.arrayNode();
        contacts.forEach(contact -> rows.add(contact.row()));
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(key.statement, Contact.class)
                        .setParameter("now", now)
                        .setParameter("organization", organizationId)
                        .setParameter("rows", rows.toString())
                        .getResultList())
                .map(written -> {
                    if (written.size() != contacts.size()) {
                        throw ApiException.notFound("Contact");
                    }
                    return inOrder(contacts, written);
                });
    }

    /** Lets organizations use the same ids; false if the table is a chat platform's, which is left as it is. */
    static Uni<Boolean> separate() {
        return Panache.getSession()
                .chain(session ->
                        session.createNativeQuery(SEPARATE, Boolean.class).getSingleResult());
    }

    private static List<Contact> inOrder(List<ContactInput> contacts, List<Contact> written) {
        var byId = written.stream().collect(Collectors.toMap(contact -> contact.id, contact -> contact));
        return contacts.stream().map(contact -> byId.get(contact.id())).toList();
    }
}
