package org.customactions.script.process;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.graalvm.polyglot.Source;

/** Caches parsed code by its content, so that the engine parses it once. Drops the least recently used first. */
final class ScriptPrograms {

    /** Each has up to 64 KiB of code. */
    private static final int MAX_PROGRAMS = 128;

    private final Map<String, Program> programs = new LinkedHashMap<>(MAX_PROGRAMS, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Program> eldest) {
            return size() > MAX_PROGRAMS;
        }
    };

    /**
     * The result of parsing code.
     *
     * @param source the parsed code; null if there is an error
     * @param mentioned the globals that it may ask for
     * @param error why the code cannot be parsed
     */
    record Program(Source source, String mentioned, Optional<ScriptReply> error) {}

    /** The program for this code; parsed in the guest if it is not cached yet. */
    Program of(String code, Guest guest) {
        var known = programs.get(code);
        if (known != null) {
            return known;
        }
        var error = guest.check(code);
        var program = error.isPresent()
                ? new Program(null, "", error)
                : new Program(ScriptSource.of(code), guest.mentioned(code), error);
        programs.put(code, program);
        return program;
    }
}
