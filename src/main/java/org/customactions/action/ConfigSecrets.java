package org.customactions.action;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.customactions.secret.SecretKeys;
import org.customactions.secret.SecretPlace;
import org.customactions.secret.UnreadableSecretException;

/**
 * The secrets in the configs of actions: encrypted in the row where there is a key, plain where they are used. A plain
 * secret is a string and an encrypted one an object, so neither can be taken for the other.
 */
@ApplicationScoped
public class ConfigSecrets {

    private final SecretKeys keys;

    ConfigSecrets(SecretKeys keys) {
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
                ? WebhookSecrets.changed(readable(action), (place, value) -> value.isObject() ? Secrets.MASKED : value)
                : WebhookSecrets.changed(action.config, (place, value) -> Secrets.MASKED);
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
        return WebhookSecrets.changed(action.config, (name, value) -> {
            try {
                return value.isObject() ? TextNode.valueOf(keys.decrypt(place(action, name), value)) : value;
            } catch (UnreadableSecretException e) {
                failures.add(e);
                return value;
            }
        });
    }

    /** The config with what is stored in place of each mask that stands for a secret which cannot be decrypted. */
    static JsonNode keepingUnreadable(JsonNode config, JsonNode readable) {
        var stored = WebhookSecrets.of(readable);
        return WebhookSecrets.changed(
                config,
                (place, value) ->
                        value.equals(Secrets.MASKED) && stored.containsKey(place) ? stored.get(place) : value);
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
        var before = WebhookSecrets.of(action.config);
        var plainBefore = WebhookSecrets.of(readable);
        return WebhookSecrets.changed(config, (name, value) -> {
            if (!value.isTextual()) {
                return value;
            }
            var stays = value.equals(plainBefore.get(name)) && keys.isCurrent(before.get(name));
            return stays ? before.get(name) : keys.encrypt(place(action, name), value.textValue());
        });
    }

    private static SecretPlace place(CustomAction action, String name) {
        return new SecretPlace(action.organizationId, action.id, name);
    }
}
