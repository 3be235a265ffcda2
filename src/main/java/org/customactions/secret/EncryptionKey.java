package org.customactions.secret;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.customactions.crypto.Hmac;

/** An AES-256 key with an id that may be stored and logged. */
final class EncryptionKey {

    private static final int BYTES = 32;
    private static final String ID_LABEL = "custom-actions/secrets/key-id/1";

    /** 64 bits: enough that two of an operator's few keys do not share an id by chance, too little to reveal a key. */
    static final int ID_BYTES = 8;

    private final String id;
    private final SecretKey key;

    private EncryptionKey(String id, SecretKey key) {
        this.id = id;
        this.key = key;
    }

    /** The key from a base64 text, which may have space around it; empty unless it is 32 bytes. */
    static Optional<EncryptionKey> parse(String text) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(text.strip());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        try {
            return bytes.length == BYTES
                    ? Optional.of(new EncryptionKey(id(bytes), new SecretKeySpec(bytes, "AES")))
                    : Optional.empty();
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    /** HMAC-SHA256 of a label with the key, so that the id reveals no more of the key than a ciphertext does. */
    private static String id(byte[] key) {
        var mac = Hmac.sha256(key, ID_LABEL.getBytes(StandardCharsets.US_ASCII));
        return HexFormat.of().formatHex(mac, 0, ID_BYTES);
    }

    /** 16 lower-case hexadecimal digits. */
    String id() {
        return id;
    }

    SecretKey key() {
        return key;
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "EncryptionKey[%s]".formatted(id);
    }
}
