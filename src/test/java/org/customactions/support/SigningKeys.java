package org.customactions.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;

/**
 * The keys that {@link Tokens} are signed with, made once per JVM, and their public halves as the service reads them.
 */
public final class SigningKeys {
    /** The {@code kid} of the RSA key in {@link #jwks()} and in the header of RS256 tokens. */
    public static final String RSA_KEY_ID = "test-rsa";
    /** The {@code kid} of the EC key in {@link #jwks()} and in the header of ES256 tokens. */
    public static final String EC_KEY_ID = "test-ec";
    /** An HS256 secret of more than 32 bytes. */
    public static final String SECRET = Planted.text("for-tests-that-is-long-enough-yes!");

    private static KeyPair rsa;
    private static KeyPair ec;

    private SigningKeys() {}

    static KeyPair rsa() {
        return JvmWide.call(SigningKeys.class, "sharedRsa", KeyPair.class);
    }

    static KeyPair ec() {
        return JvmWide.call(SigningKeys.class, "sharedEc", KeyPair.class);
    }

    /** A {@code file:} URL of the RSA public key as PEM; the file is deleted when the JVM exits. */
    public static URI rsaPublicKeyLocation() {
        return write(pem(rsa().getPublic()), ".pem");
    }

    /** A {@code file:} URL of the EC (P-256) public key as PEM; the file is deleted when the JVM exits. */
    public static URI ecPublicKeyLocation() {
        return write(pem(ec().getPublic()), ".pem");
    }

    /** A {@code file:} URL of {@link #jwks()}; the file is deleted when the JVM exits. */
    public static URI jwksLocation() {
        return write(jwks(), ".json");
    }

    /** Both public keys as a JSON Web Key Set (RFC 7517). */
    public static String jwks() {
        RSAPublicKey rsaKey = (RSAPublicKey) rsa().getPublic();
        ECPublicKey ecKey = (ECPublicKey) ec().getPublic();
        return ("{\"keys\":[{\"kty\":\"RSA\",\"kid\":\"%s\",\"use\":\"sig\",\"alg\":\"RS256\",\"n\":\"%s\",\"e\":\"%s\"},"
                        + "{\"kty\":\"EC\",\"kid\":\"%s\",\"use\":\"sig\",\"alg\":\"ES256\",\"crv\":\"P-256\",\"x\":\"%s\",\"y\":\"%s\"}]}")
                .formatted(
                        RSA_KEY_ID,
                        unsigned(rsaKey.getModulus(), 256),
                        unsigned(rsaKey.getPublicExponent(), 3),
                        EC_KEY_ID,
                        unsigned(ecKey.getW().getAffineX(), 32),
                        unsigned(ecKey.getW().getAffineY(), 32));
    }

    static String pem(PublicKey key) {
        String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded());
        return "-----BEGIN PUBLIC KEY-----\n" + base64 + "\n-----END PUBLIC KEY-----\n";
    }

    static KeyPair newRsa() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static KeyPair newEc() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    // Called through JvmWide.
    private static synchronized KeyPair sharedRsa() {
        if (rsa == null) {
            rsa = newRsa();
        }
        return rsa;
    }

    // Called through JvmWide.
    private static synchronized KeyPair sharedEc() {
        if (ec == null) {
            ec = newEc();
        }
        return ec;
    }

    private static String unsigned(BigInteger value, int length) {
        byte[] bytes = value.toByteArray();
        byte[] padded = new byte[length];
        int copied = Math.min(bytes.length, length);
        System.arraycopy(bytes, bytes.length - copied, padded, length - copied, copied);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(padded);
    }

    private static URI write(String text, String suffix) {
        try {
            Path file = Files.createTempFile("custom-actions-key-", suffix);
            file.toFile().deleteOnExit();
            Files.write(file, text.getBytes(StandardCharsets.UTF_8));
            return file.toUri();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
