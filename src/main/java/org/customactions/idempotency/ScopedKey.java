package org.customactions.idempotency;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.customactions.crypto.AesGcm;
import org.customactions.crypto.Hmac;

/**
 * An {@link IdempotencyKey} of one user for one action. Its hash names the kept answer, and the key encrypts it, so
 * only a caller who sends the key again can read the answer. The database alone is not enough to follow a redirect in
 * the answer or to read a customer's data.
 */
public final class ScopedKey {

    private static final AesGcm CIPHER = new AesGcm();
    private static final byte[] NO_CONTEXT = {};

    private final String hash;
    private final String scope;
    private final byte[] secret;

    ScopedKey(String hash, String scope, byte[] secret) {
        this.hash = hash;
        this.scope = scope;
        this.secret = secret;
    }

    /** SHA-256 of the key and its scope, in hexadecimal. */
    public String hash() {
        return hash;
    }

    /** Encrypts an answer. */
    public byte[] seal(UUID executionId, byte[] answer) {
        return CIPHER.seal(encryptionKey(executionId), NO_CONTEXT, answer);
    }

    /**
     * The answer that was sealed for the execution.
     *
     * @throws IllegalStateException if it was sealed by another key or for another execution, or was changed
     */
    public byte[] open(UUID executionId, byte[] sealed) {
        return CIPHER.open(encryptionKey(executionId), NO_CONTEXT, sealed)
                .orElseThrow(
                        () -> new IllegalStateException("The answer of the execution " + executionId + " was changed"));
    }

    /** A key for this one answer. It reveals neither the client's key nor its hash. */
    private SecretKey encryptionKey(UUID executionId) {
        var label = "answer/" + executionId + "/" + scope;
        return new SecretKeySpec(Hmac.sha256(secret, label.getBytes(StandardCharsets.UTF_8)), "AES");
    }

    /** Leaves out the key. */
    @Override
    public String toString() {
        return "ScopedKey[%s]".formatted(hash);
    }
}
