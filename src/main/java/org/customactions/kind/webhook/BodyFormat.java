package org.customactions.kind.webhook;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.customactions.template.Escaping;
import org.customactions.template.XmlReferences;
import org.customactions.text.MediaType;

/**
 * How a webhook's body is written, by its Content-Type.
 *
 * @param escaping for the values in it
 * @param charset that it is encoded in
 */
record BodyFormat(Escaping escaping, Charset charset) {

    private static final String TAG = "{{";
    private static final String CDATA = "<![CDATA[";
    private static final String TEMPLATED = "must be written out, without {{tags}}";
    private static final String UNKNOWN = "names a charset that is not known; write utf-8, or leave it out";
    private static final String NOT_UTF8 = "must not name another charset than UTF-8, because JSON is UTF-8";

    /** What is wrong with a Content-Type that is saved, to be read after its name. */
    static Optional<String> problem(String contentType) {
        if (contentType.contains(TAG)) {
            return Optional.of(TEMPLATED);
        }
        var format = of(contentType);
        if (format.isEmpty()) {
            return Optional.of(UNKNOWN);
        }
        return format.filter(BodyFormat::isJsonInAnotherCharset).map(known -> NOT_UTF8);
    }

    /**
     * The format of a body that is sent. A Content-Type with a tag can only come from a row that an older version
     * stored. It is used if the tag changes nothing about the format, such as one in the {@code boundary} of a
     * multipart body.
     *
     * @param template the Content-Type as it is stored
     * @param rendered the Content-Type that is sent
     * @throws UnsendableException if the format is not known, or a value chooses it
     */
    static BodyFormat ofSent(String template, String rendered) {
        var tag = template.indexOf(TAG);
        var written = tag < 0 ? rendered : template.substring(0, tag);
        var format = of(rendered);
        if (tag >= 0 && (written.indexOf(';') < 0 || format.isEmpty() || !format.equals(of(written)))) {
            throw new UnsendableException("The Content-Type " + TEMPLATED);
        }
        return format.orElseThrow(() -> new UnsendableException("The Content-Type " + UNKNOWN));
    }

    private static Optional<BodyFormat> of(String contentType) {
        var type = MediaType.parse(contentType);
        return type.charset().filter(Charset::canEncode).map(charset -> new BodyFormat(Escaping.of(type), charset));
    }

    /**
     * The bytes of a filled-in body. What its charset lacks becomes a character reference in XML. JSON in another
     * charset than UTF-8, which an older version stored, is written in ASCII: then no reader can mistake the second
     * byte of a character for a backslash.
     *
     * @throws UnsendableException if the charset lacks a character of any other body
     */
    byte[] encode(String body) {
        if (charset.equals(StandardCharsets.UTF_8)) {
            return body.getBytes(charset);
        }
        var encoder = charset.newEncoder();
        try {
            return bytes(encoder.encode(CharBuffer.wrap(encodable(body, encoder))));
        } catch (CharacterCodingException e) {
            throw new UnsendableException(
                    "The body has a character that the charset %s of its Content-Type lacks; write utf-8 there"
                            .formatted(charset.name()));
        }
    }

    /** Whether characters of a filled-in body may be replaced by others when it is encoded. */
    boolean mayReplace() {
        return !charset.equals(StandardCharsets.UTF_8) && (escaping.isJson() || escaping == Escaping.XML);
    }

    /** What a part of such a body may become. */
    List<String> replaced(String part) {
        var encoder = charset.newEncoder();
        var inSection = encodable(CDATA + part, encoder).substring(CDATA.length());
        return List.of(encodable(part, encoder), inSection);
    }

    private String encodable(String body, CharsetEncoder encoder) {
        if (escaping.isJson()) {
            return inAscii(body);
        }
        return escaping == Escaping.XML
                ? XmlReferences.replacing(body, c -> !encoder.canEncode(Character.toString(c)))
                : body;
    }

    private boolean isJsonInAnotherCharset() {
        return escaping.isJson() && !charset.equals(StandardCharsets.UTF_8);
    }

    private static String inAscii(String json) {
        var escaped = new StringBuilder(json.length());
        json.chars().forEach(c -> escaped.append(c < 0x80 ? Character.toString(c) : "\\u%04x".formatted(c)));
        return escaped.toString();
    }

    private static byte[] bytes(ByteBuffer encoded) {
        var bytes = new byte[encoded.remaining()];
        encoded.get(bytes);
        return bytes;
    }
}
