package org.customactions.secret;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * The place where a secret belongs. An encrypted value can be read only there.
 *
 * @param organizationId organization of the action
 * @param actionId action whose config holds the secret
 * @param name of the place in the config, such as {@code headers.authorization}
 */
public record SecretPlace(UUID organizationId, UUID actionId, String name) {

    /** Also keeps these values apart from others that might one day be encrypted with the same key. */
    private static final byte[] LABEL = "custom-actions/secrets/1".getBytes(StandardCharsets.US_ASCII);

    /** All parts but the last have a fixed length, so that no two places have the same bytes. */
    byte[] additionalData() {
        var text = name.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(LABEL.length + 4 * Long.BYTES + text.length)
                .put(LABEL)
                .putLong(organizationId.getMostSignificantBits())
                .putLong(organizationId.getLeastSignificantBits())
                .putLong(actionId.getMostSignificantBits())
                .putLong(actionId.getLeastSignificantBits())
                .put(text)
                .array();
    }
}
