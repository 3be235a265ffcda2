package org.customactions.kind;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.customactions.api.JsonFields;

/** What an action does, by its type. Instances have passed the rules of their {@link ActionKind}. */
public interface ActionConfig {

    /** The type this configures. */
    ActionType type();

    /** As it is stored, but for its secrets, and as a manager reads it. */
    ObjectNode toJson();

    /**
     * This config with each secret that was sent back masked put in from the stored one.
     *
     * @param stored what is stored now, of any type, decrypted as far as it can be; a missing node when nothing is
     * @param fields where a complaint goes when there is nothing stored to keep
     */
    default ActionConfig keepingSecretsOf(JsonNode stored, JsonFields fields) {
        return this;
    }
}
