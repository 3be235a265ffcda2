package org.customactions.support;

import java.io.IOException;

/**
 * Reads what a client sends to PostgreSQL, in pieces of any size, and counts the messages that the server answers with
 * a {@code ReadyForQuery}: {@code Sync} and {@code Query}. Each is one round trip, unless the client pipelines them.
 *
 * <p>Source: PostgreSQL, "Frontend/Backend Protocol", Message Formats. Until the start-up message is through, messages
 * have no type byte: int32 length, int32 code. After it: one type byte, int32 length. Lengths include themselves.
 */
final class FrontendMessages {
    private static final int SSL_REQUEST = 80877103;
    private static final int GSSENC_REQUEST = 80877104;
    private static final int LENGTH_BYTES = 4;
    /** PostgreSQL's own limit of a start-up packet; a longer one is TLS or no PostgreSQL client. */
    private static final int MAX_STARTUP_LENGTH = 10_000;

    private boolean started;
    private byte type;
    private int headerBytes;
    private long header;
    private long bodyBytesLeft;

    /**
     * Reads the next piece.
     *
     * @return how many round trips were completed by it
     * @throws IOException when the bytes are not messages of the protocol, e.g. because the connection is encrypted
     */
    int read(byte[] bytes, int length) throws IOException {
        int roundTrips = 0;
        int position = 0;
        while (position < length) {
            if (bodyBytesLeft > 0) {
                int skipped = (int) Math.min(bodyBytesLeft, length - position);
                bodyBytesLeft -= skipped;
                position += skipped;
            } else {
                readHeader(bytes[position++]);
            }
            if (complete() && endMessage()) {
                roundTrips++;
            }
        }
        return roundTrips;
    }

    private void readHeader(byte next) throws IOException {
        headerBytes++;
        if (started && headerBytes == 1) {
            type = next;
            return;
        }
        header = header << 8 | next & 0xff;
        if (headerBytes == headerLength()) {
            bodyBytesLeft = bodyLength();
        }
    }

    /** A start-up packet's header includes its code, which decides what follows. */
    private int headerLength() {
        return started ? 1 + LENGTH_BYTES : 2 * LENGTH_BYTES;
    }

    private long bodyLength() throws IOException {
        long body = started ? header - LENGTH_BYTES : (header >> 32) - 2 * LENGTH_BYTES;
        if (body < 0 || body > Integer.MAX_VALUE || !started && body > MAX_STARTUP_LENGTH) {
            throw new IOException("The client does not speak PostgreSQL's protocol in plain text");
        }
        return body;
    }

    private boolean complete() {
        return headerBytes == headerLength() && bodyBytesLeft == 0;
    }

    private boolean endMessage() {
        boolean roundTrip = started && (type == 'S' || type == 'Q');
        if (!started) {
            int code = (int) header;
            // After a refused encryption request the client sends a start-up packet on the same connection. A
            // CancelRequest is the last thing on its connection.
            started = code != SSL_REQUEST && code != GSSENC_REQUEST;
        }
        headerBytes = 0;
        header = 0;
        return roundTrip;
    }
}
