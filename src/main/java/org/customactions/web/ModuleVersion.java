package org.customactions.web;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * The module of the buttons with the hash of its content, by which pages name it and check it.
 *
 * @param file its content
 * @param name the beginning of the hash, in 16 hexadecimal digits
 * @param integrity the hash as pages write it (W3C Subresource Integrity, 3.5)
 */
record ModuleVersion(Asset file, String name, String integrity) {

    private static final int NAME_BYTES = 8;

    static ModuleVersion of(Asset file) {
        var hash = sha384(file.plain().getBytes());
        return new ModuleVersion(
                file,
                HexFormat.of().formatHex(Arrays.copyOf(hash, NAME_BYTES)),
                "sha384-" + Base64.getEncoder().encodeToString(hash));
    }

    private static byte[] sha384(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-384").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-384", e);
        }
    }
}
