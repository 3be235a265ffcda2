package org.customactions.web;

import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;

/**
 * A file of a bundle, plain and compressed.
 *
 * @param plain its content
 * @param gzip its content, compressed (RFC 1952)
 */
record Asset(Buffer plain, Buffer gzip) {

    private static final String ROOT = "META-INF/resources";

    /**
     * Reads and compresses a file, which takes milliseconds.
     *
     * @param path the path in the browser's request
     */
    static Asset read(String path) {
        try (var file = Thread.currentThread().getContextClassLoader().getResourceAsStream(ROOT + path)) {
            return of(file.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Compresses a content, which takes milliseconds. */
    static Asset of(byte[] plain) {
        var gzip = new ByteArrayOutputStream();
        try (var compressing = new GZIPOutputStream(gzip)) {
            compressing.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Asset(Buffer.buffer(plain), Buffer.buffer(gzip.toByteArray()));
    }

    /** Whether an {@code Accept-Encoding} header (RFC 9110, 12.5.3) takes gzip. */
    static boolean isGzipAccepted(String header) {
        return header != null
                && Arrays.stream(header.split(","))
                        .map(coding -> coding.strip().toLowerCase(Locale.ROOT))
                        .anyMatch(
                                coding -> coding.equals("gzip") || (coding.startsWith("gzip;") && !isRefused(coding)));
    }

    private static boolean isRefused(String coding) {
        return coding.matches("gzip;\\s*q=0(\\.0*)?");
    }
}
