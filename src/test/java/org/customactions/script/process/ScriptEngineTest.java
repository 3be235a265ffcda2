package org.customactions.script.process;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.EnvironmentAccess;
import org.graalvm.polyglot.HostAccess;
import org.graalvm.polyglot.io.IOAccess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ScriptEngineTest {

    private static final Map<String, UnaryOperator<Context.Builder>> SLIPS = Map.of(
            "processes", context -> context.allowCreateProcess(true),
            "native code", context -> context.allowNativeAccess(true),
            "files", context -> context.allowIO(IOAccess.ALL),
            "environment", context -> context.allowEnvironmentAccess(EnvironmentAccess.INHERIT),
            "host objects", context -> context.allowHostAccess(HostAccess.ALL));

    @Test
    void shouldConfineContextsAsTheEngineDemandsForConstrainedCode() {
        assertThatCode(() -> ScriptEngine.check(ScriptEngine.confined(Context.newBuilder("js"))))
                .doesNotThrowAnyException();
    }

    static Stream<String> slips() {
        return SLIPS.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("slips")
    void shouldNotStartIfSomethingSlips(String what) {
        var slipped = SLIPS.get(what).apply(ScriptEngine.confined(Context.newBuilder("js")));

        assertThatThrownBy(() -> ScriptEngine.check(slipped))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("CONSTRAINED");
    }
}
