package org.customactions.support;

import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;

/** The secrets of the tests. Each holds {@link #MARK}, by which it is known wherever it turns up, see {@link Leaks}. */
public final class Planted {

    /** Twelve characters of base64's alphabet, nine bytes when they are read as base64. */
    static final String MARK = "Pl4ntSecret7";

    /** A signing secret of webhooks, without its prefix: 24 bytes. */
    public static final String SIGNING_KEY = MARK + "YqrTwjUPD8ILPZIo2LaL";

    public static final String SIGNING_SECRET = "whsec_" + SIGNING_KEY;

    private static final int KEY_BYTES = 32;

    private Planted() {}

    /** A text that is secret. */
    public static String text(String name) {
        return MARK + "-" + name;
    }

    /** A text that is secret and like no other. */
    public static String unique() {
        return text(UUID.randomUUID().toString());
    }

    /** A key as {@code custom-actions.secrets.key} takes it. */
    public static String encryptionKey(int number) {
        var mark = Base64.getDecoder().decode(MARK);
        var key = Arrays.copyOf(mark, KEY_BYTES);
        Arrays.fill(key, mark.length, KEY_BYTES, (byte) number);
        return Base64.getEncoder().encodeToString(key);
    }
}
