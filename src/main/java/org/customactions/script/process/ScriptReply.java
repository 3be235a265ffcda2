package org.customactions.script.process;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * A message of a script process. It answers a request with any number of {@link Kind#LOG} and then one of another kind.
 *
 * @param kind kind of message; it says what the text is
 * @param text see {@link Kind}
 * @param line line of the code as written that the text is about, from 1; 0 when it is unknown
 * @param column column there, from 1; 0 when it is unknown
 * @param isLast whether the process ends now, because its scripts left too much in its memory
 */
public record ScriptReply(Kind kind, String text, int line, int column, boolean isLast) {

    /** The kinds of reply. The text is empty unless noted. */
    public enum Kind {
        /** The process is ready for requests; sent once. {@link Readiness} reads the text. */
        READY,
        /** The text is a line that the script wrote to its console. */
        LOG,
        /** The script ran to its end; the text is its result as JSON. */
        COMPLETED,
        /** The script ran to its end; JSON cannot express its result. */
        COMPLETED_WITHOUT_RESULT,
        /** The script threw; the text is the error's message. */
        FAILED,
        /** The result is larger than 1 MiB. */
        RESULT_TOO_LARGE,
        /** The script waits for a promise that nothing settles. */
        NEVER_SETTLED,
        /** It was ended at its timeout. */
        TIMED_OUT,
        /** It ran too many statements. */
        TOO_MANY_STEPS,
        /** Its calls were nested too deeply. */
        STACK_OVERFLOW,
        /** It used too much memory. */
        OUT_OF_MEMORY,
        /** The code can be parsed. */
        VALID,
        /** The code cannot be parsed; the text says why. */
        INVALID,
        /** The engine failed. */
        BROKEN
    }

    static ScriptReply of(Kind kind) {
        return of(kind, "");
    }

    static ScriptReply of(Kind kind, String text) {
        return at(kind, text, 0, 0);
    }

    static ScriptReply at(Kind kind, String text, int line, int column) {
        return new ScriptReply(kind, text, line, column, false);
    }

    ScriptReply asLast() {
        return new ScriptReply(kind, text, line, column, true);
    }

    void write(DataOutputStream out) throws IOException {
        out.writeByte(kind.ordinal());
        WireText.write(out, text);
        out.writeInt(line);
        out.writeInt(column);
        out.writeBoolean(isLast);
        out.flush();
    }

    /**
     * Waits for a reply. Throws an {@link IOException} if the process has ended or sends something that is not a reply.
     */
    public static ScriptReply read(DataInputStream in) throws IOException {
        var kind = in.readByte();
        if (kind < 0 || kind >= Kind.values().length) {
            throw new IOException("A script process sent something that is not a reply");
        }
        return new ScriptReply(Kind.values()[kind], WireText.read(in), in.readInt(), in.readInt(), in.readBoolean());
    }

    /** Without the text, because it belongs to customers. */
    @Override
    public String toString() {
        return "ScriptReply[" + kind + "]";
    }
}
