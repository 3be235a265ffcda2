package org.customactions.script.process;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Reads and writes text between the service and its script processes: the length in bytes, then the bytes. */
final class WireText {

    /** More than is ever sent: a result of 1 MiB, or a request of 1 MiB with a contact of 1 MiB. */
    private static final int MAX_BYTES = 16 << 20;

    private WireText() {}

    static void write(DataOutputStream out, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    static String read(DataInputStream in) throws IOException {
        var length = in.readInt();
        if (length < 0 || length > MAX_BYTES) {
            throw new IOException("A text has an impossible length");
        }
        return new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }
}
