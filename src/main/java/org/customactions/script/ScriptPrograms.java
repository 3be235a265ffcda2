package org.customactions.script;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import org.graalvm.polyglot.Source;

/** What is known of code by its content, so that the engine parses it once. Bounded by the code's length. */
final class ScriptPrograms {

    private static final int ENTRY_WEIGHT = 512;

    /** In UTF-16 units; sixteen scripts of the largest size, or some thousand usual ones. */
    private static final long MAX_WEIGHT = 1 << 20;

    private final Cache<String, Program> programs = Caffeine.newBuilder()
            .weigher((String code, Program program) -> code.length() + ENTRY_WEIGHT)
            .maximumWeight(MAX_WEIGHT)
            .expireAfterAccess(Duration.ofHours(1))
            .build();

    /** Exactly one of the two is there. */
    record Program(Source source, ScriptSyntaxError error) {}

    /** Parses in the guest what is not known yet. */
    Program of(String code, Guest guest) {
        Program known = programs.getIfPresent(code);
        if (known != null) {
            return known;
        }
        Optional<ScriptSyntaxError> error = guest.check(code);
        Program program =
                error.map(wrong -> new Program(null, wrong)).orElseGet(() -> new Program(ScriptSource.of(code), null));
        programs.put(code, program);
        return program;
    }
}
