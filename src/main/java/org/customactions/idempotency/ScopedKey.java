package org.customactions.idempotency;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.UUID;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * An {@link IdempotencyKey} of one user for one action. It names what is kept under it, by its hash, and encrypts it,
 * so that the answer can be read again only by who sends the key again: with the database alone nobody can follow a
 * redirect that is in the answer, nor read a customer's data there.
 */
public final class ScopedKey {

    private static final String MAC = "HmacSHA256";
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

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

    /** Encrypts an answer by AES-256-GCM (NIST SP 800-38D): a nonce of 12 random bytes, and the text with its tag. */
    public byte[] seal(UUID executionId, byte[] answer) {
        var nonce = new byte[NONCE_BYTES];
        new SecureRandom().nextBytes(nonce);
        try {
            var sealed = cipher(Cipher.ENCRYPT_MODE, executionId, nonce).doFinal(answer);
            return ByteBuffer.allocate(NONCE_BYTES + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has AES-GCM", e);
        }
    }

    /**
     * The answer that was sealed for the execution.
     *
     * @throws IllegalStateException when it was sealed by another key or for another execution, or was changed
     */
    public byte[] open(UUID executionId, byte[] sealed) {
        try {
            var nonce = Arrays.copyOf(sealed, NONCE_BYTES);
            return cipher(Cipher.DECRYPT_MODE, executionId, nonce)
                    .doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
        } catch (AEADBadTagException e) {
            throw new IllegalStateException("The answer of the execution " + executionId + " was changed", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has AES-GCM", e);
        }
    }

    private Cipher cipher(int mode, UUID executionId, byte[] nonce) throws GeneralSecurityException {
        var cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, encryptionKey(executionId), new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }

    /** A key for this one answer, from which neither the client's key nor its hash can be told. */
    private SecretKeySpec encryptionKey(UUID executionId) throws GeneralSecurityException {
        var mac = Mac.getInstance(MAC);
        mac.init(new SecretKeySpec(secret, MAC));
        return new SecretKeySpec(
                mac.doFinal(("answer/" + executionId + "/" + scope).getBytes(StandardCharsets.UTF_8)), "AES");
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "ScopedKey[%s]".formatted(hash);
    }
}
