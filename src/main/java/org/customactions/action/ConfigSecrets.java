package org.customactions.action;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.customactions.kind.ActionKinds;
import org.customactions.kind.SecretMask;
import org.customactions.secret.SecretKeys;
import org.customactions.secret.SecretPlace;
import org.customactions.secret.SecretsConfiguration;
import org.customactions.secret.UnreadableSecretException;

/**
 * Encrypts and decrypts the secrets in the configs of actions. Rows hold them encrypted if a key is set. A plain secret
 * is a string and an encrypted one an object, so neither is mistaken for the other.
 */
@ApplicationScoped
public class ConfigSecrets {

    private static final TextNode REPLACED = TextNode.valueOf("replaced");

    private final ActionKinds kinds;
    private final SecretKeys keys;
    private final boolean isWriteOnly;

    ConfigSecrets(ActionKinds kinds, SecretKeys keys, SecretsConfiguration configuration) {
        this.kinds = kinds;
        this.keys = keys;
        this.isWriteOnly = configuration.writeOnly();
    }

    /**
     * The config to execute, with every secret plain.
     *
     * @throws UnreadableSecretException if one of them cannot be decrypted
     */
    public JsonNode opened(CustomAction action) throws UnreadableSecretException {
        var failures = new ArrayList<UnreadableSecretException>();
        var opened = readable(action, failures);
        if (!failures.isEmpty()) {
            throw failures.get(0);
        }
        return opened;
    }

    /**
     * The config as a manager reads it: secrets that cannot be decrypted are masked, or all of them if nobody is to
     * read any. What another program has stored instead of an object, which clients expect, reads as an empty one.
     */
    JsonNode shown(CustomAction action) {
        if (!action.config.isObject()) {
            return JsonNodeFactory.instance.objectNode();
        }
        return isWriteOnly
                ? masked(action.config)
                : kinds.replaceSecrets(
                        readable(action), (place, value) -> value.isObject() ? SecretMask.MASKED : value);
    }

    /** The config as everybody who may read it may keep it: with a mask for each secret. */
    JsonNode masked(JsonNode config) {
        return kinds.replaceSecrets(config, (place, value) -> SecretMask.MASKED);
    }

    /** The config of an action as an export tells it. */
    JsonNode exported(CustomAction action) {
        return kinds.replaceSecrets(
                readable(action),
                (place, value) -> kinds.isExported(place) && value.isTextual() ? value : SecretMask.MASKED);
    }

    /** The places in a config that was sent whose masks stand for nothing. */
    Set<String> masksWithout(JsonNode config, JsonNode readable) {
        var stored = places(readable);
        var masks = new HashSet<String>();
        places(config).forEach((place, value) -> {
            if (value.equals(SecretMask.MASKED) && !stored.containsKey(place)) {
                masks.add(place);
            }
        });
        return masks;
    }

    /** The config as the trail keeps it, which tells of a secret only that it was replaced. */
    JsonNode replaced(JsonNode config) {
        return kinds.replaceSecrets(config, (place, value) -> REPLACED);
    }

    /** Whether a config has secrets that cannot be decrypted, so that nobody knows what stands in them. */
    boolean hasUnreadable(JsonNode readable) {
        return places(readable).values().stream().anyMatch(JsonNode::isObject);
    }

    /** A text that differs if the same row is shown differently: with other keys a manager may read other values. */
    String view(boolean manager) {
        if (!manager) {
            return "outline";
        }
        return isWriteOnly ? "masked" : "manager " + keys.ids();
    }

    /** The config with plain secrets, except that those which cannot be decrypted stay as stored. */
    JsonNode readable(CustomAction action) {
        return readable(action, new ArrayList<>());
    }

    /** As {@link #readable(CustomAction)}; adds to {@code failures} why a secret could not be decrypted. */
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

    /**
     * The config of a request with each mask replaced by the value that the action stores for it, if it can be read.
     */
    public ObjectNode withStored(ObjectNode config, CustomAction action) {
        var known = places(readable(action));
        return (ObjectNode) kinds.replaceSecrets(
                config,
                (place, value) -> value.equals(SecretMask.MASKED)
                                && known.containsKey(place)
                                && known.get(place).isTextual()
                        ? known.get(place)
                        : value);
    }

    /** The config with each mask of a secret that cannot be decrypted replaced by the stored value. */
    JsonNode keepingUnreadable(JsonNode config, JsonNode readable) {
        var stored = places(readable);
        return kinds.replaceSecrets(
                config,
                (place, value) ->
                        value.equals(SecretMask.MASKED) && stored.containsKey(place) ? stored.get(place) : value);
    }

    /**
     * The config to store in the row, with every secret encrypted by the current key. An unchanged secret that the key
     * encrypted before stays the same to the byte.
     *
     * @param action id, organization and stored config of the row; a new one has no config
     * @param readable the stored config after {@link #readable(CustomAction)}
     * @param config with plain secrets, except that those which cannot be decrypted are as stored
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

    /** The value in each place of a secret. */
    private Map<String, JsonNode> places(JsonNode config) {
        var places = new HashMap<String, JsonNode>();
        kinds.replaceSecrets(config, (name, value) -> {
            places.put(name, value);
            return value;
        });
        return places;
    }

    private static SecretPlace place(CustomAction action, String name) {
        return SecretPlace.ofAction(action.organizationId, action.id, name);
    }
}
