package org.customactions.script.process;

import com.ibm.icu.text.IDNA;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyExecutable;

/**
 * What the prelude cannot do by itself. It takes a name and then texts, a number or a buffer, and gives a text; bytes
 * are characters up to U+00FF. The prelude checks what it hands over; the bounds here hold whatever it hands over. A
 * script cannot reach it.
 *
 * @param logs takes the lines of the console
 * @param random makes random numbers; not made when a native executable is built, since all would then be alike
 */
record HostWork(Consumer<String> logs, SecureRandom random) implements ProxyExecutable {

    private static final int MAX_DOMAIN = 1_000;
    private static final int MAX_RANDOM = 65_536;

    /** A digest of as much takes some tens of milliseconds, in which the script's timeout cannot end it. */
    private static final long MAX_DATA = 16L << 20;

    private static final int DOMAIN_OPTIONS =
            IDNA.CHECK_BIDI | IDNA.CHECK_CONTEXTJ | IDNA.NONTRANSITIONAL_TO_ASCII | IDNA.NONTRANSITIONAL_TO_UNICODE;

    /** The URL standard does not ask for these. */
    private static final Set<IDNA.Error> ALLOWED = EnumSet.of(
            IDNA.Error.EMPTY_LABEL,
            IDNA.Error.LABEL_TOO_LONG,
            IDNA.Error.DOMAIN_NAME_TOO_LONG,
            IDNA.Error.LEADING_HYPHEN,
            IDNA.Error.TRAILING_HYPHEN,
            IDNA.Error.HYPHEN_3_4);

    @Override
    public Object execute(Value... arguments) {
        return switch (arguments[0].asString()) {
            case "log" -> log(arguments[1].asString());
            case "to-ascii" -> toAscii(arguments[1].asString());
            case "random" -> random(arguments[1].asInt());
            case "digest" -> digest(arguments[1].asString(), bytes(arguments[2]));
            case "hmac" -> hmac(arguments[1].asString(), bytes(arguments[2]), bytes(arguments[3]));
            default -> throw new IllegalArgumentException("There is no such work");
        };
    }

    private Object log(String line) {
        logs.accept(line);
        return null;
    }

    /** A domain in ASCII by UTS 46, nontransitional; empty text if it has none. */
    static String toAscii(String domain) {
        if (domain.length() > MAX_DOMAIN) {
            return "";
        }
        var info = new IDNA.Info();
        var ascii = new StringBuilder();
        IDNA.getUTS46Instance(DOMAIN_OPTIONS).nameToASCII(domain, ascii, info);
        return ALLOWED.containsAll(info.getErrors()) ? ascii.toString() : "";
    }

    private String random(int length) {
        var bytes = new byte[Math.min(length, MAX_RANDOM)];
        random.nextBytes(bytes);
        return text(bytes);
    }

    private static String digest(String algorithm, byte[] data) {
        try {
            return text(MessageDigest.getInstance(algorithm).digest(data));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("There is no digest " + algorithm, e);
        }
    }

    private static String hmac(String digest, byte[] key, byte[] data) {
        var algorithm = "Hmac" + digest.replace("-", "");
        try {
            var mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key, algorithm));
            return text(mac.doFinal(data));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("There is no " + algorithm, e);
        }
    }

    private static byte[] bytes(Value buffer) {
        var size = buffer.getBufferSize();
        if (size > MAX_DATA) {
            throw new IllegalArgumentException("Data can have at most 16 MiB");
        }
        var bytes = new byte[(int) size];
        buffer.readBuffer(0, bytes, 0, bytes.length);
        return bytes;
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
