package org.customactions.script.process;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * A request to a script process.
 *
 * @param kind what to do with the code
 * @param code the body of an async function
 * @param context the run's context as a JSON object; not used for a check
 * @param place where the script believes to be; not used for a check
 */
public record ScriptRequest(Kind kind, String code, String context, Place place) {

    /** What to do with code. */
    public enum Kind {
        /** Run it in a context of its own. */
        RUN,
        /** Parse it without running it. */
        CHECK
    }

    public static ScriptRequest run(String code, String context) {
        return run(code, context, Place.DEFAULT);
    }

    public static ScriptRequest run(String code, String context, Place place) {
        return new ScriptRequest(Kind.RUN, code, context, place);
    }

    public static ScriptRequest check(String code) {
        return new ScriptRequest(Kind.CHECK, code, "{}", Place.DEFAULT);
    }

    /** Writes the request and flushes it. */
    public void write(DataOutputStream out) throws IOException {
        out.writeByte(kind.ordinal());
        WireText.write(out, code);
        WireText.write(out, context);
        WireText.write(out, place.timeZone());
        WireText.write(out, place.locale());
        out.flush();
    }

    /** Waits for a request. Throws {@link java.io.EOFException} if no more will come. */
    static ScriptRequest read(DataInputStream in) throws IOException {
        var kind = Kind.values()[in.readByte()];
        return new ScriptRequest(
                kind, WireText.read(in), WireText.read(in), new Place(WireText.read(in), WireText.read(in)));
    }

    /** Without code and context, because they belong to customers. */
    @Override
    public String toString() {
        return "ScriptRequest[" + kind + "]";
    }
}
