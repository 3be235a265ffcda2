package org.customactions.action;

import io.smallrye.mutiny.Uni;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.HashMap;
import java.util.Optional;
import java.util.UUID;
import org.customactions.api.Paging;
import org.customactions.api.QueryParameters;
import org.customactions.database.Listing;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.Immutable;

/** An action in a list. Its config stays in the database, so that a list is small whatever its actions hold. */
@Entity
@Immutable
@Table(name = "custom_actions")
public class ActionEntry extends ActionRow {

    private static final String LISTED =
            "e.organizationId = :organization and e.deletedAt is null and " + OF_KNOWN_TYPE;
    private static final String LIST_ORDER = "e.displayOrder, e.createdAt desc nulls last, e.id";

    /** Of a url action; null if its config does not say. */
    @Formula("(case when action_type = 'url' then config ->> 'open_in_new_tab' end)")
    public String openInNewTab;

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
