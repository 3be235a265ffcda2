package org.customactions.action;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.MappedSuperclass;
import org.customactions.database.OrganizationRow;
import org.customactions.kind.ActionType;
import org.customactions.kind.ActionTypeColumn;

/** What a row says of an action besides its config, which can be large. */
@MappedSuperclass
public abstract class ActionRow extends OrganizationRow {

    @Column(name = "name", nullable = false)
    public String name;

    @Column(name = "icon", nullable = false)
    public String icon;

    @Convert(converter = ActionTypeColumn.class)
    @Column(name = "action_type", nullable = false)
    public ActionType actionType;

    @Column(name = "is_active", nullable = false)
    public boolean isActive;

    @Column(name = "display_order", nullable = false)
    public int displayOrder;
}
