package org.customactions.secret;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;

/**
 * The place where a secret belongs. An encrypted value can be read only there.
 *
 * @param organizationId organization of the secret
 * @param actionId action whose config holds the secret; empty if it is the organization's own
 * @param name of the place in the config, such as {@code headers.authorization}, or of the organization's secret
 */
public record SecretPlace(UUID organizationId, Optional<UUID> actionId, String name) {

    /** Also keeps these values apart from others that might one day be encrypted with the same key. */
    private static final byte[] LABEL = "custom-actions/secrets/1".getBytes(StandardCharsets.US_ASCII);

    private static final byte[] LABEL_OF_ORGANIZATION =
            "custom-actions/organization-secrets/1".getBytes(StandardCharsets.US_ASCII);

    /** A place in the config of an action. */
    public static SecretPlace ofAction(UUID organizationId, UUID actionId, String name) {
        return new SecretPlace(organizationId, Optional.of(actionId), name);
    }

    /** A secret that the actions of an organization share. */
    public static SecretPlace ofOrganization(UUID organizationId, String name) {
        return new SecretPlace(organizationId, Optional.empty(), name);
    }

    /** All parts but the last have a fixed length for each label, so that no two places have the same bytes. */
    byte[] additionalData() {
        var text = name.getBytes(StandardCharsets.UTF_8);
        var label = actionId.isPresent() ? LABEL : LABEL_OF_ORGANIZATION;
        var ids = actionId.isPresent() ? 4 * Long.BYTES : 2 * Long.BYTES;
        var data = ByteBuffer.allocate(label.length + ids + text.length).put(label);
        put(organizationId, data);
        actionId.ifPresent(id -> put(id, data));
        return data.put(text).array();
    }

    /** For the operator. */
    String described() {
        var owner = actionId.map(id -> "action " + id).orElseGet(() -> "organization " + organizationId);
        return "%s of the %s".formatted(name.replaceAll("\\p{Cntrl}", "?"), owner);
    }

    private static void put(UUID id, ByteBuffer data) {
        data.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
    }
}
