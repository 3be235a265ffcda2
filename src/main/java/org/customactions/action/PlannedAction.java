package org.customactions.action;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.customactions.api.FieldError;
import org.customactions.kind.SecretUse;

/**
 * What an import makes of an action. All that takes time is done already, because the transaction runs where requests
 * are served.
 *
 * @param path where it stands in the document
 * @param action as it will be stored; it belongs to no session
 * @param before what was stored; empty if there was nothing
 * @param configText its config as it will be stored
 * @param fields names of the fields that change
 * @param values what they were and will be, see {@link ReplacedValues}
 * @param config what was sent of its config, if anything
 * @param isPlaced whether the document has its place
 * @param warnings what is missing now
 */
record PlannedAction(
        String path,
        CustomAction action,
        Optional<Before> before,
        String configText,
        List<String> fields,
        String values,
        Optional<Config> config,
        boolean isPlaced,
        List<FieldError> warnings) {

    /**
     * What was stored.
     *
     * @param changedAt when it was changed last
     * @param terms null if there were none
     */
    record Before(Instant changedAt, long configBytes, String terms) {}

    /**
     * A config that was sent.
     *
     * @param uses where it uses secrets of the organization
     * @param hasUnreadable whether it keeps something that cannot be read
     */
    record Config(List<SecretUse> uses, boolean hasUnreadable) {}

    boolean isNew() {
        return before.isEmpty();
    }

    boolean isChanged() {
        return isNew() || !fields.isEmpty();
    }

    long configBytesBefore() {
        return before.map(Before::configBytes).orElse(0L);
    }

    long configBytes() {
        return StoredTerms.bytesOf(configText);
    }

    long termBytesBefore() {
        return before.map(was -> (long) StoredTerms.bytesOf(was.terms())).orElse(0L);
    }

    long termBytes() {
        return StoredTerms.bytesOf(action.terms);
    }

    /** In the trail. */
    ActionChange change() {
        return isNew()
                ? ActionChange.of(action, ChangeKind.CREATED)
                : new ActionChange(action.id, action.updatedAt, ChangeKind.UPDATED, fields, values);
    }

    /** Its columns. */
    ObjectNode row() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", action.id.toString())
                .put("updated_at", action.updatedAt.toString())
                .put("name", action.name)
                .put("icon", action.icon)
                .put("action_type", action.actionType.wireName())
                .putRawValue("config", new RawValue(configText))
                .put("is_active", action.isActive)
                .put("display_order", action.displayOrder);
    }

    /** The columns of its terms. */
    ObjectNode termsRow() {
        var row = JsonNodeFactory.instance.objectNode().put("id", action.id.toString());
        return action.terms == null ? row.putNull("terms") : row.putRawValue("terms", new RawValue(action.terms));
    }
}
