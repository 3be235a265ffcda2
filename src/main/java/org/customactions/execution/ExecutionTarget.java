package org.customactions.execution;

import io.vertx.sqlclient.Row;
import org.customactions.action.CustomAction;
import org.customactions.database.JsonColumn;
import org.customactions.directory.Contact;
import org.customactions.kind.ActionTypeColumn;
import org.customactions.terms.Terms;

/**
 * Everything an execution needs to know, as {@link StartStatement} reads it. The entities belong to no session and hold
 * only what an execution asks of them.
 *
 * @param action the action of the caller's organization, without its config
 * @param config its config as it is stored
 * @param contact the contact of the same organization
 * @param details what the directory knows of the caller
 * @param terms what holds before the action runs
 */
record ExecutionTarget(CustomAction action, String config, Contact contact, CallerDetails details, Terms terms) {

    private static final ActionTypeColumn TYPE = new ActionTypeColumn();
    private static final JsonColumn JSON = new JsonColumn();

    static ExecutionTarget of(Click click, Row row) {
        return new ExecutionTarget(
                action(row),
                text(row, "config"),
                click.asked().orElseGet(() -> contact(row)),
                CallerDetails.of(row),
                Terms.ofStored(text(row, "terms")));
    }

    private static CustomAction action(Row row) {
        var action = new CustomAction();
        action.id = row.getUUID("action_id");
        action.name = text(row, "action_name");
        action.organizationId = row.getUUID("organization_id");
        action.actionType = TYPE.convertToEntityAttribute(text(row, "action_type"));
        return action;
    }

    private static Contact contact(Row row) {
        var contact = new Contact();
        contact.id = row.getUUID("contact_id");
        contact.phoneNumber = text(row, "phone_number");
        contact.name = text(row, "name");
        contact.profileName = text(row, "profile_name");
        contact.tags = JSON.convertToEntityAttribute(text(row, "tags"));
        contact.metadata = JSON.convertToEntityAttribute(text(row, "metadata"));
        return contact;
    }

    private static String text(Row row, String column) {
        return row.getString(column);
    }
}
