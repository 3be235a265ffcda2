package org.customactions.script.process;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.graalvm.polyglot.Source;

/** What is known of code by its content, so that the engine parses it once. The longest unused is forgotten first. */
final class ScriptPrograms {

    /** Of up to 64 KiB each. */
    private static final int MAX_PROGRAMS = 128;

    private final Map<String, Program> programs = new LinkedHashMap<>(MAX_PROGRAMS, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Program> eldest) {
            return size() > MAX_PROGRAMS;
        }
    };

    /**
     * What parsing code came to.
     *
     * @param source is null where there is an error
     * @param error why the code cannot be parsed
     */
    record Program(Source source, Optional<ScriptReply> error) {}

    /** Parses in the guest what is not known yet. */
    Program of(String code, Guest guest) {
        var known = programs.get(code);
        if (known != null) {
            return known;
        }
        var error = guest.check(code);
        var program = new Program(error.isPresent() ? null : ScriptSource.of(code), error);
        programs.put(code, program);
        return program;
    }
}
