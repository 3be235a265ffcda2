package org.customactions.execution;

import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.customactions.api.JsonFields;
import org.customactions.kind.ActionConfig;
import org.customactions.kind.ActionKinds;
import org.customactions.kind.ActionType;

/**
 * An action to try out before it is saved.
 *
 * @param config config of the action
 * @param contactId the contact it is for; empty for a sample contact
 */
record PreviewInput(ActionConfig config, Optional<UUID> contactId) {

    private static final Set<String> KNOWN = Set.of("action_type", "config", "contact_id");

    /** @throws org.customactions.api.ApiException with every complaint about the fields */
    static PreviewInput read(JsonFields fields, ActionKinds kinds) {
        fields.refuseUnknown(KNOWN, Set.of());
        var type = ActionType.read(fields);
        var given = fields.object("config");
        var contactId = fields.uuid("contact_id");
        fields.require("action_type", type);
        fields.require("config", given);
        var config = type.flatMap(known ->
                given.map(stated -> kinds.read(known, stated).keepingSecretsOf(MissingNode.getInstance(), stated)));
        fields.throwIfInvalid();
        return new PreviewInput(config.orElseThrow(), contactId);
    }
}
