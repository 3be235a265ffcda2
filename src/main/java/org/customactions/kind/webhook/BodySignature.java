package org.customactions.kind.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.customactions.api.JsonFields;
import org.customactions.crypto.Hmac;
import org.customactions.kind.ConfigTemplates;
import org.customactions.kind.SecretMask;
import org.customactions.text.HeaderRules;

/**
 * A header that signs the body as it is sent, such as {@code X-Hub-Signature-256}.
 *
 * @param header its name
 * @param secret template of the key, whose UTF-8 bytes are used
 * @param algorithm {@code sha256}, {@code sha1} or {@code sha512}; empty is the first
 * @param encoding {@code hex} or {@code base64}; empty is the first
 * @param prefix what stands before the signature
 */
record BodySignature(
        String header, String secret, Optional<String> algorithm, Optional<String> encoding, Optional<String> prefix) {

    static final String SECRET = "secret";

    private static final String HEADER = "header";
    private static final String ALGORITHM = "algorithm";
    private static final String ENCODING = "encoding";
    private static final String PREFIX = "prefix";
    private static final String BASE64 = "base64";
    private static final Set<String> KNOWN = Set.of(HEADER, SECRET, ALGORITHM, ENCODING, PREFIX);
    private static final Map<String, Hmac> ALGORITHMS =
            Map.of("sha256", Hmac.SHA256, "sha1", Hmac.SHA1, "sha512", Hmac.SHA512);
    private static final Set<String> ENCODINGS = Set.of("hex", BASE64);

    /** What says something else already. */
    private static final Set<String> TAKEN = Set.of(
            "authorization", "content-type", "traceparent", "webhook-id", "webhook-timestamp", "webhook-signature");

    private static final int MAX_NAME = 256;
    private static final int MAX_PREFIX = 100;

    static Optional<BodySignature> read(JsonFields fields, ConfigTemplates templates, Set<String> headers) {
        return fields.object("signature").map(signature -> {
            signature.refuseUnknown(KNOWN, Set.of());
            return new BodySignature(
                    header(signature, headers),
                    WebhookAuth.required(signature, templates, SECRET),
                    signature
                            .text(ALGORITHM)
                            .filter(name -> signature.expect(
                                    ALGORITHMS.containsKey(name), ALGORITHM, "sha256, sha1 or sha512")),
                    signature
                            .text(ENCODING)
                            .filter(name -> signature.expect(ENCODINGS.contains(name), ENCODING, "hex or base64")),
                    signature
                            .text(PREFIX, MAX_PREFIX)
                            .filter(text -> signature.expect(
                                    HeaderRules.isValue(text), PREFIX, "without line breaks and control characters")));
        });
    }

    private static String header(JsonFields fields, Set<String> headers) {
        var name = fields.text(HEADER);
        fields.require(HEADER, name);
        return name.filter(text -> fields.expect(
                        HeaderRules.isName(text) && text.length() <= MAX_NAME,
                        HEADER,
                        "1 to 256 letters, digits or characters of !#$%&'*+-.^_`|~"))
                .filter(text -> fields.expect(
                        !HeaderRules.isReserved(text) && !HeaderRules.isAcceptEncoding(text) && !isTaken(text),
                        HEADER,
                        "another one: %s is not for signatures".formatted(text)))
                .filter(text -> fields.expect(
                        headers.stream().noneMatch(text::equalsIgnoreCase),
                        HEADER,
                        "another one: the headers have %s already".formatted(text)))
                .orElse("");
    }

    private static boolean isTaken(String name) {
        return TAKEN.contains(name.toLowerCase(Locale.ROOT));
    }

    /** The value of the header. */
    String of(String key, byte[] body) {
        var mac = ALGORITHMS.get(algorithm.orElse("sha256")).of(key.getBytes(StandardCharsets.UTF_8), body);
        var encoded = encoding.filter(BASE64::equals).isPresent()
                ? Base64.getEncoder().encodeToString(mac)
                : HexFormat.of().formatHex(mac);
        return prefix.orElse("") + encoded;
    }

    BodySignature unmasked(JsonNode stored, JsonFields fields) {
        var kept = SecretMask.unmasked(secret, stored.get(SECRET), fields, "signature." + SECRET);
        return new BodySignature(header, kept.orElse(""), algorithm, encoding, prefix);
    }

    ObjectNode toJson() {
        var json = JsonNodeFactory.instance.objectNode().put(HEADER, header).put(SECRET, secret);
        algorithm.ifPresent(name -> json.put(ALGORITHM, name));
        encoding.ifPresent(name -> json.put(ENCODING, name));
        prefix.ifPresent(text -> json.put(PREFIX, text));
        return json;
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "BodySignature[%s]".formatted(header);
    }
}
