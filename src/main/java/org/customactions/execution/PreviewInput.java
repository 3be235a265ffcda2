package org.customactions.execution;

import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.customactions.api.JsonFields;
import org.customactions.directory.ContactId;
import org.customactions.directory.ContactSource;
import org.customactions.kind.ActionConfig;
import org.customactions.kind.ActionKinds;
import org.customactions.kind.ActionType;
import org.customactions.template.KnownInputs;

/**
 * An action to try out before it is saved.
 *
 * @param config config of the action
 * @param contactId the contact it is for; empty for a sample contact
 * @param inputs what an agent might fill in
 * @param context what a page might hand over
 */
record PreviewInput(ActionConfig config, Optional<ContactId> contactId, ObjectNode inputs, ObjectNode context) {

    private static final Set<String> KNOWN =
            Set.of("action_type", "config", "contact_id", ClickInput.INPUTS, ClickInput.CONTEXT);

    /**
     * Fails with every complaint about the fields.
     *
     * @param mayBeMasked whether a secret may be the mask that it is read as, since nobody can read more of it
     */
    static Uni<PreviewInput> read(
            UUID organizationId, JsonFields fields, ActionKinds kinds, ContactSource contacts, boolean mayBeMasked) {
        fields.refuseUnknown(KNOWN, Set.of());
        var type = ActionType.read(fields);
        var given = fields.object("config");
        var contactId = contacts.id(fields, "contact_id");
        var inputs = ClickInput.object(fields, ClickInput.INPUTS);
        var context = ClickInput.context(fields);
        fields.require("action_type", type);
        fields.require("config", given);
        if (type.isEmpty() || given.isEmpty()) {
            fields.throwIfInvalid();
        }
        return kinds.read(organizationId, type.orElseThrow(), given.orElseThrow())
                .map(config ->
                        mayBeMasked ? config : config.keepingSecretsOf(MissingNode.getInstance(), given.orElseThrow()))
                .invoke(fields::throwIfInvalid)
                .map(config -> new PreviewInput(config, contactId, inputs, context));
    }

    /** Their names: an agent need not fill in all. */
    KnownInputs knownInputs() {
        var names = new ArrayList<String>();
        inputs.fieldNames().forEachRemaining(names::add);
        return KnownInputs.atLeast(names);
    }
}
