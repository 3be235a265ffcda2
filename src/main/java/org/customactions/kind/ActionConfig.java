package org.customactions.kind;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import org.customactions.api.JsonFields;

/** The configuration of an action, by its type. An instance has passed the rules of its {@link ActionKind}. */
public interface ActionConfig {

    /** The type this configures. */
    ActionType type();

    /** The config as a manager reads it; only the secrets are stored differently. */
    ObjectNode toJson();

    /** Where it uses secrets of the organization. */
    default List<SecretUse> secretUses() {
        return List.of();
    }

    /** Names of secrets that it may use, and perhaps of others. Unlike {@link #secretUses} it reads no template. */
    default Set<String> secretsMentioned() {
        return Set.of();
    }

    /**
     * This config, with the stored value for each secret that was sent back as its mask.
     *
     * @param stored the config that is stored now, of any type, decrypted as far as possible; a missing node if there
     *     is none
     * @param fields get a complaint if there is no stored value to keep
     */
    default ActionConfig keepingSecretsOf(JsonNode stored, JsonFields fields) {
        return this;
    }
}
