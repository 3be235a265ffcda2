package org.customactions.execution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.customactions.api.JsonFields;
import org.customactions.directory.ContactId;
import org.customactions.directory.ContactSource;
import org.customactions.kind.ActionType;
import org.customactions.template.KnownInputs;

/**
 * An action to preview or to try before it is saved.
 *
 * @param type type of the action
 * @param config config of the action, of which nothing is checked yet
 * @param actionId the saved action whose secrets are meant by masks; empty if there is none
 * @param contactId the contact it is for; empty for a sample contact
 * @param inputs what an agent might fill in
 * @param context what a page might hand over
 * @param response what an upstream might answer
 */
record PreviewInput(
        ActionType type,
        ObjectNode config,
        Optional<UUID> actionId,
        Optional<ContactId> contactId,
        ObjectNode inputs,
        ObjectNode context,
        Optional<JsonNode> response) {

    private static final String ID = "id";
    private static final String CONFIG = "config";
    private static final String CONTACT_ID = "contact_id";
    private static final String RESPONSE = "response";
    private static final Set<String> OF_PREVIEW =
            Set.of("action_type", CONFIG, CONTACT_ID, ClickInput.INPUTS, ClickInput.CONTEXT, RESPONSE);

    /** What a trial reads besides. */
    private static final Set<String> OF_TRIAL =
            Set.of(ID, "action_type", CONFIG, CONTACT_ID, ClickInput.INPUTS, ClickInput.CONTEXT, RESPONSE);

    /** Fails with every complaint about the fields but the config's own. */
    static PreviewInput ofPreview(JsonFields fields, ContactSource contacts) {
        fields.refuseUnknown(OF_PREVIEW, Set.of());
        return read(fields, contacts, Optional.empty(), contacts.id(fields, CONTACT_ID));
    }

    /** The same of a trial, which needs a contact. */
    static PreviewInput ofTrial(JsonFields fields, ContactSource contacts) {
        fields.refuseUnknown(OF_TRIAL, Set.of());
        var actionId = fields.uuid(ID);
        var contactId = contacts.id(fields, CONTACT_ID);
        fields.require(CONTACT_ID, contactId);
        return read(fields, contacts, actionId, contactId);
    }

    private static PreviewInput read(
            JsonFields fields, ContactSource contacts, Optional<UUID> actionId, Optional<ContactId> contactId) {
        var type = ActionType.read(fields);
        var config = fields.object(CONFIG).flatMap(given -> fields.value(CONFIG));
        var inputs = ClickInput.object(fields, ClickInput.INPUTS);
        var context = ClickInput.context(fields);
        fields.require("action_type", type);
        fields.require(CONFIG, config);
        fields.throwIfInvalid();
        return new PreviewInput(
                type.orElseThrow(),
                (ObjectNode) config.orElseThrow(),
                actionId,
                contactId,
                inputs,
                context,
                fields.value(RESPONSE));
    }

    /** Without contents, which are customer data. */
    @Override
    public String toString() {
        return "PreviewInput[%s]".formatted(type);
    }

    /** Their names: an agent need not fill in all. */
    KnownInputs knownInputs() {
        var names = new ArrayList<String>();
        inputs.fieldNames().forEachRemaining(names::add);
        return KnownInputs.atLeast(names);
    }
}
