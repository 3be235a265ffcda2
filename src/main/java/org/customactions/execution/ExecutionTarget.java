package org.customactions.execution;

import jakarta.persistence.Tuple;
import java.util.UUID;
import org.customactions.action.CustomAction;
import org.customactions.database.JsonColumn;
import org.customactions.directory.Contact;
import org.customactions.kind.ActionTypeColumn;
import org.customactions.terms.Terms;

/**
 * Everything an execution needs to know, as {@link StartStatement} reads it. The entities belong to no session and hold
 * only what an execution asks of them.
 *
 * @param action the action of the caller's organization
 * @param contact the contact of the same organization
 * @param details what the directory knows of the caller
 * @param terms what holds before the action runs
 */
record ExecutionTarget(CustomAction action, Contact contact, CallerDetails details, Terms terms) {

    private static final ActionTypeColumn TYPE = new ActionTypeColumn();
    private static final JsonColumn JSON = new JsonColumn();

    static ExecutionTarget of(Click click, Tuple row) {
        return new ExecutionTarget(
                action(row),
                click.asked().orElseGet(() -> contact(row)),
                CallerDetails.of(row),
                Terms.ofStored(text(row, "terms")));
    }

    private static CustomAction action(Tuple row) {
        var action = new CustomAction();
        action.id = row.get("action_id", UUID.class);
        action.name = text(row, "action_name");
        action.organizationId = row.get("organization_id", UUID.class);
        action.actionType = TYPE.convertToEntityAttribute(text(row, "action_type"));
        action.config = JSON.convertToEntityAttribute(text(row, "config"));
        return action;
    }

    private static Contact contact(Tuple row) {
        var contact = new Contact();
        contact.id = row.get("contact_id", UUID.class);
        contact.phoneNumber = text(row, "phone_number");
        contact.name = text(row, "name");
        contact.profileName = text(row, "profile_name");
        contact.tags = JSON.convertToEntityAttribute(text(row, "tags"));
        contact.metadata = JSON.convertToEntityAttribute(text(row, "metadata"));
        return contact;
    }

    private static String text(Tuple row, String column) {
        return row.get(column, String.class);
    }
}
