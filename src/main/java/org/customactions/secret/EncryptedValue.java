package org.customactions.secret;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
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

    /** Of an id in bytes. */
    private static final int ID_BYTES = EncryptionKey.ID_BYTES;

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

    /** Where the database stores bytes: the id of the key in front, 8 bytes. */
    public byte[] toBytes() {
        return ByteBuffer.allocate(ID_BYTES + bytes.length)
                .put(HexFormat.of().parseHex(keyId))
                .put(bytes)
                .array();
    }

    /** From {@link #toBytes}. */
    public static EncryptedValue ofBytes(byte[] stored) {
        var idBytes = Math.min(ID_BYTES, stored.length);
        return new EncryptedValue(
                HexFormat.of().formatHex(stored, 0, idBytes), Arrays.copyOfRange(stored, idBytes, stored.length));
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
