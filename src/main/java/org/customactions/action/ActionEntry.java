package org.customactions.action;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.customactions.api.Paging;
import org.customactions.api.QueryParameters;
import org.customactions.database.JsonColumn;
import org.customactions.database.Listing;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.Immutable;
import org.jboss.logging.Logger;

/** An action in a list. Its config stays in the database, so that a list is small whatever its actions hold. */
@Entity
@Immutable
@Table(name = "custom_actions")
public class ActionEntry extends ActionRow {

    private static final Logger LOG = Logger.getLogger(ActionEntry.class);
    private static final JsonColumn JSON = new JsonColumn();

    private static final String LISTED =
            "e.organizationId = :organization and e.deletedAt is null and " + OF_KNOWN_TYPE;
    private static final String LIST_ORDER = "e.displayOrder, e.createdAt desc nulls last, e.id";

    /**
     * The organization's number, as long as the trigger keeps it. Otherwise its rows tell: each write changes them,
     * whoever writes. A view of another program's actions has no {@code xmin}; there the name means the one outside,
     * which is always null, and what lists' tags go by has to do.
     */
    static final String VERSION = """
            select coalesce(
                (select cast(version as text)
                 from custom_action_versions
                 where organization_id = $1 and exists (
                    select from pg_trigger
                    where tgrelid = to_regclass('custom_actions') and tgname = 'versioned' and tgenabled = 'O')),
                (select count(*) || '/' || coalesce(bit_xor(
                    hash_record_extended(row(id, updated_at, display_order, xmin), 0)), 0)
                 from custom_actions
                 where organization_id = $1 and deleted_at is null)) as version
            from (select null::xid as xmin) as of_no_table
            """;

    /** Of a url action; null if its config does not say. */
    @Formula("(case when action_type = 'url' then config ->> 'open_in_new_tab' end)")
    public String openInNewTab;

    /** What changes with any list of the organization. It needs no session. */
    static Uni<ListVersion> versionIn(SqlClient client, UUID organizationId) {
        return client.preparedQuery(VERSION)
                .execute(Tuple.of(organizationId))
                .map(rows -> new ListVersion(rows.iterator().next().getString("version")));
    }

    /** About how long the terms of actions are. */
    static long termBytes(List<ActionEntry> entries) {
        return entries.stream()
                .mapToLong(entry -> entry.terms == null ? 0 : entry.terms.length())
                .sum();
    }

    /** The part of the action that its config and its secrets need. */
    CustomAction withConfig(String text) {
        var action = new CustomAction();
        action.id = id;
        action.organizationId = organizationId;
        action.config = read(text);
        return action;
    }

    /** One config that cannot be read must not take the list from everybody. */
    private JsonNode read(String text) {
        try {
            return JSON.convertToEntityAttribute(text);
        } catch (IllegalStateException e) {
            LOG.warnf("The config of the action %s cannot be read and is shown as empty", id);
            return JsonNodeFactory.instance.objectNode();
        }
    }

    static Uni<Listing<ActionEntry>> listIn(
            UUID organizationId, Optional<String> search, Optional<Boolean> isActive, Optional<Paging> paging) {
        var condition = new StringBuilder(LISTED);
        var parameters = new HashMap<String, Object>();
        parameters.put("organization", organizationId);
        parameters.put("types", TYPES);
        search.ifPresent(text -> {
            condition.append(" and e.name ilike :search escape '\\'");
            parameters.put("search", QueryParameters.contains(text));
        });
        isActive.ifPresent(flag -> {
            condition.append(" and e.isActive = :active");
            parameters.put("active", flag);
        });
        return Listing.of(ActionEntry.class, condition.toString(), LIST_ORDER, parameters, paging);
    }
}
