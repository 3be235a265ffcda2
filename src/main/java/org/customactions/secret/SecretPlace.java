package org.customactions.secret;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;

/**
 * The place where a secret belongs. An encrypted value can be read only there.
 *
 * @param kind what the place is in
 * @param organizationId organization of the secret
 * @param ownerId the action or the execution; empty if it is the organization's own
 * @param name of the place in the config, such as {@code headers.authorization}, of the organization's secret, or of
 *     the part of an execution
 */
public record SecretPlace(Kind kind, UUID organizationId, Optional<UUID> ownerId, String name) {

    /** What a place is in. Its label keeps these values apart from others that are encrypted with the same key. */
    public enum Kind {
        ACTION("custom-actions/secrets/1"),
        ORGANIZATION("custom-actions/organization-secrets/1"),
        EXECUTION("custom-actions/executions/1");

        private final byte[] label;

        Kind(String label) {
            this.label = label.getBytes(StandardCharsets.US_ASCII);
        }
    }

    /** A place in the config of an action. */
    public static SecretPlace ofAction(UUID organizationId, UUID actionId, String name) {
        return new SecretPlace(Kind.ACTION, organizationId, Optional.of(actionId), name);
    }

    /** A secret that the actions of an organization share. */
    public static SecretPlace ofOrganization(UUID organizationId, String name) {
        return new SecretPlace(Kind.ORGANIZATION, organizationId, Optional.empty(), name);
    }

    /** A part of an execution that nobody may read in the database, such as its request. */
    public static SecretPlace ofExecution(UUID organizationId, UUID executionId, String name) {
        return new SecretPlace(Kind.EXECUTION, organizationId, Optional.of(executionId), name);
    }

    /** What an execution sent and got back. */
    public static SecretPlace ofExchange(UUID organizationId, UUID executionId) {
        return ofExecution(organizationId, executionId, "exchange");
    }

    /** All parts but the last have a fixed length for each label, so that no two places have the same bytes. */
    byte[] additionalData() {
        var text = name.getBytes(StandardCharsets.UTF_8);
        var ids = ownerId.isPresent() ? 4 * Long.BYTES : 2 * Long.BYTES;
        var data = ByteBuffer.allocate(kind.label.length + ids + text.length).put(kind.label);
        put(organizationId, data);
        ownerId.ifPresent(id -> put(id, data));
        return data.put(text).array();
    }

    /** For the operator. */
    String described() {
        var owner = kind == Kind.ORGANIZATION
                ? "organization " + organizationId
                : "%s %s".formatted(kind == Kind.ACTION ? "action" : "execution", ownerId.orElseThrow());
        return "%s of the %s".formatted(name.replaceAll("\\p{Cntrl}", "?"), owner);
    }

    private static void put(UUID id, ByteBuffer data) {
        data.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
    }
}
