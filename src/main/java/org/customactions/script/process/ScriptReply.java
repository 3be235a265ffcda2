package org.customactions.script.process;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * What a script process says. To a request it says any number of {@link Kind#LOG} and then one of the others.
 *
 * @param kind what the text is
 * @param text see {@link Kind}
 * @param line line of the code as written that the text is about, from 1; 0 when it is unknown
 * @param column column there, from 1; 0 when it is unknown
 * @param isLast whether the process ends now, because something of what it ran stays in its memory
 */
public record ScriptReply(Kind kind, String text, int line, int column, boolean isLast) {

    /** What a reply says; unless told otherwise, its text is empty. */
    public enum Kind {
        /** The process can be asked now; said once. The text is the name of the engine's runtime. */
        READY,
        /** The text is a line that the script wrote to its console. */
        LOG,
        /** The script ran to its end; the text is its result as JSON. */
        COMPLETED,
        /** The script ran to its end; JSON has no word for its result. */
        COMPLETED_WITHOUT_RESULT,
        /** The text is the message of what the script threw. */
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

    /** Waits for a reply; an {@link IOException} when the process has ended or says what is none. */
    public static ScriptReply read(DataInputStream in) throws IOException {
        var kind = in.readByte();
        if (kind < 0 || kind >= Kind.values().length) {
            throw new IOException("A script process said what is no reply");
        }
        return new ScriptReply(Kind.values()[kind], WireText.read(in), in.readInt(), in.readInt(), in.readBoolean());
    }

    /** Without the text, which is customers'. */
    @Override
    public String toString() {
        return "ScriptReply[" + kind + "]";
    }
}
