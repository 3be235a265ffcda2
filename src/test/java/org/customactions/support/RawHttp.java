package org.customactions.support;

import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/** Requests as bytes, for what no well-behaved client would send to the running service. */
public final class RawHttp {
    private static final int PATIENCE_MILLIS = (int) Patience.LIMIT.toMillis();

    private RawHttp() {}

    /** Sends a request without a body; header lines follow its request line. The connection is closed after it. */
    public static Answer send(String requestLine, String... headerLines) {
        var request = requestLine + "\r\nHost: localhost\r\nConnection: close\r\n" + String.join("", lines(headerLines))
                + "\r\n";
        try (var socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new Answer(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String[] lines(String[] headers) {
        var lines = new String[headers.length];
        for (int i = 0; i < headers.length; i++) {
            lines[i] = headers[i] + "\r\n";
        }
        return lines;
    }

    /** @param text the whole response as it came */
    public record Answer(String text) {

        public int status() {
            return Integer.parseInt(text.split(" ", 3)[1]);
        }

        public Optional<String> header(String name) {
            var line =
                    Pattern.compile("(?im)^" + Pattern.quote(name) + ": *(.*)$").matcher(head());
            return line.find() ? Optional.of(line.group(1).trim()) : Optional.empty();
        }

        public String body() {
            return text.substring(text.indexOf("\r\n\r\n") + 4);
        }

        private String head() {
            return text.substring(0, text.indexOf("\r\n\r\n"));
        }
    }
}
