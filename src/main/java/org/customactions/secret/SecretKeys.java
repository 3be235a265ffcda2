package org.customactions.secret;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.customactions.crypto.AesGcm;
import org.customactions.startup.StartOrder;

/**
 * Encrypts and decrypts single secrets with the configured keys. It is created at start, so that an unusable key ends
 * the start.
 */
@Startup(StartOrder.SETTINGS)
@ApplicationScoped
public class SecretKeys {

    static final String KEY = "custom-actions.secrets.key";
    static final String PREVIOUS_KEYS = "custom-actions.secrets.previous-keys";

    private static final String FORM = "be 32 bytes in base64, as \"openssl rand -base64 32\" makes them";

    private final Optional<EncryptionKey> current;
    private final Map<String, EncryptionKey> byId = new LinkedHashMap<>();
    private final AesGcm cipher = new AesGcm();

    /** @throws ConfigurationException if a key is malformed; the message names the setting and not the value */
    SecretKeys(SecretsConfiguration configuration) {
        current = configuration
                .key()
                .map(text -> EncryptionKey.parse(text)
                        .orElseThrow(() -> new ConfigurationException("%s must %s".formatted(KEY, FORM))));
        current.ifPresent(key -> byId.put(key.id(), key));
        for (var key : previous(configuration.previousKeys().orElse(List.of()))) {
            byId.putIfAbsent(key.id(), key);
        }
    }

    private static List<EncryptionKey> previous(List<String> texts) {
        var keys = new ArrayList<EncryptionKey>();
        for (int i = 0; i < texts.size(); i++) {
            var number = i + 1;
            keys.add(EncryptionKey.parse(texts.get(i))
                    .orElseThrow(() -> new ConfigurationException(
                            "%s must each %s; number %d is not".formatted(PREVIOUS_KEYS, FORM, number))));
        }
        return keys;
    }

    /** Id of the key that values are encrypted with; empty if they are stored as they are. */
    public Optional<String> currentId() {
        return current.map(EncryptionKey::id);
    }

    /** The ids of all keys, which differ from those of another configuration. */
    public String ids() {
        return String.join(",", byId.keySet());
    }

    /** The value to store for a secret: encrypted if a key is set. */
    public JsonNode encrypt(SecretPlace place, String secret) {
        return current.<JsonNode>map(key -> encrypted(key, place, secret.getBytes(StandardCharsets.UTF_8))
                        .toJson())
                .orElseGet(() -> TextNode.valueOf(secret));
    }

    /** Encrypts what is stored encrypted or not at all; empty if no key is set. */
    public Optional<EncryptedValue> seal(SecretPlace place, byte[] plain) {
        return current.map(key -> encrypted(key, place, plain));
    }

    private EncryptedValue encrypted(EncryptionKey key, SecretPlace place, byte[] plain) {
        return new EncryptedValue(key.id(), cipher.seal(key.key(), place.additionalData(), plain));
    }

    /**
     * Whether a stored value is already as a write would store it now. An encrypted value is never made plain again.
     */
    public boolean isCurrent(JsonNode stored) {
        var keyId = EncryptedValue.of(stored).map(EncryptedValue::keyId);
        return current.isEmpty() || keyId.equals(currentId());
    }

    /**
     * Decrypts a stored value.
     *
     * @throws UnreadableSecretException if its key is not configured, or if it was changed or belongs to another place
     */
    public String decrypt(SecretPlace place, JsonNode stored) throws UnreadableSecretException {
        var encrypted = EncryptedValue.of(stored)
                .orElseThrow(() -> new UnreadableSecretException(place, "it is neither text nor an encrypted value"));
        return new String(open(place, encrypted), StandardCharsets.UTF_8);
    }

    /**
     * Decrypts what was sealed.
     *
     * @throws UnreadableSecretException as {@link #decrypt}
     */
    public byte[] open(SecretPlace place, EncryptedValue encrypted) throws UnreadableSecretException {
        var key = byId.get(encrypted.keyId());
        if (key == null) {
            throw new UnreadableSecretException(place, missing(encrypted.keyId()));
        }
        return cipher.open(key.key(), place.additionalData(), encrypted.bytes())
                .orElseThrow(() -> new UnreadableSecretException(
                        place,
                        "it was changed or copied from elsewhere: its key %s (%s) does not decrypt it here"
                                .formatted(key.id(), setting(key))));
    }

    private String missing(String keyId) {
        return byId.isEmpty()
                ? "it was encrypted with the key %s, and %s is not set".formatted(keyId, KEY)
                : "it was encrypted with the key %s, which is neither %s nor one of %s"
                        .formatted(keyId, KEY, PREVIOUS_KEYS);
    }

    private String setting(EncryptionKey key) {
        return currentId().equals(Optional.of(key.id())) ? KEY : PREVIOUS_KEYS;
    }

    /** Without the keys. */
    @Override
    public String toString() {
        return "SecretKeys[%s]".formatted(ids());
    }
}
