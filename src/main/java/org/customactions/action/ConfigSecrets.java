package org.customactions.action;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.customactions.kind.ActionKinds;
import org.customactions.kind.SecretMask;
import org.customactions.secret.SecretKeys;
import org.customactions.secret.SecretPlace;
import org.customactions.secret.UnreadableSecretException;

/**
 * The secrets in the configs of actions: encrypted in the row where there is a key, plain where they are used. A plain
 * secret is a string and an encrypted one an object, so neither can be taken for the other.
 */
@ApplicationScoped
public class ConfigSecrets {

    private final ActionKinds kinds;
    private final SecretKeys keys;

    ConfigSecrets(ActionKinds kinds, SecretKeys keys) {
        this.kinds = kinds;
        this.keys = keys;
    }

    /**
     * The config to execute, with every secret plain.
     *
     * @throws UnreadableSecretException when one of them cannot be decrypted
     */
    public JsonNode opened(CustomAction action) throws UnreadableSecretException {
        var failures = new ArrayList<UnreadableSecretException>();
        var opened = readable(action, failures);
        if (!failures.isEmpty()) {
            throw failures.get(0);
        }
        return opened;
    }

    /** The config as a client reads it: the secrets masked, but for managers those that can be decrypted. */
    JsonNode shown(CustomAction action, boolean manager) {
        return manager
                ? kinds.replaceSecrets(readable(action), (place, value) -> value.isObject() ? SecretMask.MASKED : value)
                : kinds.replaceSecrets(action.config, (place, value) -> SecretMask.MASKED);
    }

    /** Differs where what is shown of the same row does: with other keys a manager may read other values. */
    String view(boolean manager) {
        return manager ? "manager " + keys.ids() : "masked";
    }

    /** The config with those secrets plain that can be decrypted, and the others as they are stored. */
    JsonNode readable(CustomAction action) {
        return readable(action, new ArrayList<>());
    }

    /** As {@link #readable(CustomAction)}; tells why the others could not be. */
    JsonNode readable(CustomAction action, List<UnreadableSecretException> failures) {
        return kinds.replaceSecrets(action.config, (name, value) -> {
            try {
                return value.isObject() ? TextNode.valueOf(keys.decrypt(place(action, name), value)) : value;
            } catch (UnreadableSecretException e) {
                failures.add(e);
                return value;
            }
        });
    }

    /** The config with what is stored in place of each mask that stands for a secret which cannot be decrypted. */
    JsonNode keepingUnreadable(JsonNode config, JsonNode readable) {
        var stored = places(readable);
        return kinds.replaceSecrets(
                config,
                (place, value) ->
                        value.equals(SecretMask.MASKED) && stored.containsKey(place) ? stored.get(place) : value);
    }

    /**
     * The config to store in the row, with every secret encrypted by the current key. One that was not changed and is
     * so already stays the same to the byte.
     *
     * @param action id, organization and stored config of the row; a new one has no config
     * @param readable what {@link #readable(CustomAction)} made of the stored config
     * @param config with plain secrets, and with those as they are stored that cannot be decrypted
     */
    JsonNode stored(CustomAction action, JsonNode readable, JsonNode config) {
        var before = places(action.config);
        var plainBefore = places(readable);
        return kinds.replaceSecrets(config, (name, value) -> {
            if (!value.isTextual()) {
                return value;
            }
            var stays = value.equals(plainBefore.get(name)) && keys.isCurrent(before.get(name));
            return stays ? before.get(name) : keys.encrypt(place(action, name), value.textValue());
        });
    }

    /** What stands in each place of a secret. */
    private Map<String, JsonNode> places(JsonNode config) {
        var places = new HashMap<String, JsonNode>();
        kinds.replaceSecrets(config, (name, value) -> {
            places.put(name, value);
            return value;
        });
        return places;
    }

    private static SecretPlace place(CustomAction action, String name) {
        return new SecretPlace(action.organizationId, action.id, name);
    }
}
