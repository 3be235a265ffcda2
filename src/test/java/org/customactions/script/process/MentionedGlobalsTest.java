package org.customactions.script.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a script does not ask for is not made. */
class MentionedGlobalsTest {

    private static final String ALL =
            "URL,URLSearchParams,atob,btoa,structuredClone,setTimeout,clearTimeout,queueMicrotask,crypto,console";

    private static final ScriptEngine ENGINE =
            new ScriptEngine(new ProcessLimits(Duration.ofSeconds(30), 1_000_000_000L, 64L << 20));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "return { clipboard: contact.name }|",
                "return new URL('https://a.example/').host|URL",
                "const p = new URLSearchParams(); return `${p}`|URL,URLSearchParams",
                "console.log(btoa('a'))|btoa,console"
            })
    void shouldBeThoseWhoseNamesStandInTheCode(String code, String names) {
        assertThat(mentioned(code)).isEqualTo(names == null ? "" : names);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "return globalThis['con' + 'sole']",
                "return (function () { return this['con' + 'sole'] })()",
                "return eval('cons' + 'ole')",
                "return new Function('return cons' + 'ole')",
                "return [].map.constructor('return cons' + 'ole')()",
                "return c\\u006fnsole"
            })
    void shouldBeAllWhereCodeMayAskInAnotherWay(String code) {
        assertThat(mentioned(code)).isEqualTo(ALL);
    }

    @Test
    void shouldBeDefinedBeforeTheScriptRuns() {
        try (var guest = ENGINE.open()) {
            var program = new ScriptPrograms().of("return [typeof URL, typeof atob, 'this'].join()", guest);

            var reply = guest.run(program, "{}", new HostWork(line -> {}, null), pause -> false);

            assertThat(reply.text()).isEqualTo("\"function,function,this\"");
        }
    }

    private static String mentioned(String code) {
        try (var guest = ENGINE.open()) {
            return guest.mentioned(code);
        }
    }
}
