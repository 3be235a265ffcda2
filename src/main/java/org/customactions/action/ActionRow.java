package org.customactions.action;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.MappedSuperclass;
import java.util.List;
import java.util.stream.Collectors;
import org.customactions.database.OrganizationRow;
import org.customactions.kind.ActionType;
import org.customactions.kind.ActionTypeColumn;
import org.customactions.terms.Terms;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.Formula;

/** What a row says of an action besides its config, which can be large. What is null there reads as its default. */
@MappedSuperclass
public abstract class ActionRow extends OrganizationRow {

    /** A row of a type that this version does not know is as good as not there; the parameter is {@link #TYPES}. */
    static final String OF_KNOWN_TYPE = "e.actionType in :types";

    static final List<ActionType> TYPES = List.of(ActionType.values());

    /** Their names in the database, divided by commas. */
    static final String TYPE_NAMES = TYPES.stream().map(ActionType::wireName).collect(Collectors.joining(","));

    @ColumnTransformer(read = "coalesce(name, '')")
    @Column(name = "name", nullable = false)
    public String name;

    @ColumnTransformer(read = "coalesce(icon, '')")
    @Column(name = "icon", nullable = false)
    public String icon;

    @Convert(converter = ActionTypeColumn.class)
    @Column(name = "action_type", nullable = false)
    public ActionType actionType;

    @ColumnTransformer(read = "coalesce(is_active, true)")
    @Column(name = "is_active", nullable = false)
    public boolean isActive;

    @ColumnTransformer(read = "coalesce(display_order, 0)")
    @Column(name = "display_order", nullable = false)
    public long displayOrder;

    /** {@link Terms} as JSON; null if there are none. */
    @Formula(
            "(select cast(t.terms as text) from custom_action_terms t where t.organization_id = organization_id and t.action_id = id)")
    public String terms;

    Terms terms() {
        return Terms.ofStored(terms);
    }
}
