package org.customactions.secret;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

/**
 * AES-256-GCM (NIST SP 800-38D) with a random nonce of 96 bits, which stands before the ciphertext, and a tag of 128
 * bits.
 */
final class AesGcm {

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BYTES = 16;

    private final SecureRandom random = new SecureRandom();

    /** One for each thread, which expands a key once and not for each value: a list may hold thousands. */
    private final ThreadLocal<Cipher> ciphers = ThreadLocal.withInitial(AesGcm::newCipher);

    EncryptedValue encrypt(EncryptionKey key, SecretPlace place, String secret) {
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        var text = secret.getBytes(StandardCharsets.UTF_8);
        var bytes = Arrays.copyOf(nonce, NONCE_BYTES + text.length + TAG_BYTES);
        try {
            cipher(Cipher.ENCRYPT_MODE, key, place, bytes).doFinal(text, 0, text.length, bytes, NONCE_BYTES);
            return new EncryptedValue(key.id(), bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has AES-GCM", e);
        }
    }

    /** Empty when the value was not encrypted like this, with this key, for this place. */
    Optional<String> decrypt(EncryptionKey key, SecretPlace place, EncryptedValue value) {
        var bytes = value.bytes();
        if (bytes.length < NONCE_BYTES + TAG_BYTES) {
            return Optional.empty();
        }
        try {
            var text = cipher(Cipher.DECRYPT_MODE, key, place, bytes)
                    .doFinal(bytes, NONCE_BYTES, bytes.length - NONCE_BYTES);
            return Optional.of(new String(text, StandardCharsets.UTF_8));
        } catch (AEADBadTagException e) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has AES-GCM", e);
        }
    }

    private Cipher cipher(int mode, EncryptionKey key, SecretPlace place, byte[] beginningWithNonce)
            throws GeneralSecurityException {
        var cipher = ciphers.get();
        cipher.init(mode, key.key(), new GCMParameterSpec(TAG_BYTES * Byte.SIZE, beginningWithNonce, 0, NONCE_BYTES));
        cipher.updateAAD(place.additionalData());
        return cipher;
    }

    private static Cipher newCipher() {
        try {
            return Cipher.getInstance(CIPHER);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has AES-GCM", e);
        }
    }
}
