package org.customactions.secret;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An encrypted secret as the database stores it: a JSON object. A plain secret is a string, so the two cannot be
 * confused.
 *
 * @param keyId id of the key
 * @param bytes nonce, ciphertext and tag
 */
public record EncryptedValue(String keyId, byte[] bytes) {

    private static final String KEY_ID = "key_id";
    private static final String ENCRYPTED = "encrypted";
    private static final Pattern ID = Pattern.compile("[0-9a-f]{16}");

    /** Empty if the JSON has another shape. */
    static Optional<EncryptedValue> of(JsonNode json) {
        var keyId = json.path(KEY_ID).asText();
        var encrypted = json.path(ENCRYPTED).asText();
        if (json.size() != 2 || !ID.matcher(keyId).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new EncryptedValue(keyId, Base64.getDecoder().decode(encrypted)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    ObjectNode toJson() {
        return JsonNodeFactory.instance
                .objectNode()
                .put(KEY_ID, keyId)
                .put(ENCRYPTED, Base64.getEncoder().encodeToString(bytes));
    }

    @Override
    public String toString() {
        return "EncryptedValue[%s]".formatted(keyId);
    }
}
