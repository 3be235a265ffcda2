package org.customactions.script.process;

/**
 * What a script process tells about itself once it is ready.
 *
 * @param runtime the engine's name for what executes scripts
 * @param confinement what confines the process, in words
 */
public record Readiness(String runtime, String confinement) {

    private static final String DIVIDER = "\n";

    /** Reads it from the reply. */
    public static Readiness of(ScriptReply reply) {
        var parts = reply.text().split(DIVIDER, 2);
        return new Readiness(parts[0], parts[1]);
    }

    ScriptReply toReply() {
        return ScriptReply.of(ScriptReply.Kind.READY, runtime + DIVIDER + confinement);
    }
}
