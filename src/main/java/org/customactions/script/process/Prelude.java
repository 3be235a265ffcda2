package org.customactions.script.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.graalvm.polyglot.Source;

/**
 * The code that runs in every context before the script does, made of the files in {@code prelude}. What a script may
 * do without is a function that is called before a script whose code mentions some of it; each part in that is one that
 * is called when a script first asks for one of its globals. So a run pays for what it uses. All of it is strict, so
 * that none of its functions can be reached through the stack.
 */
final class Prelude {

    /** The functions by their names, and their files in order. */
    private static final Map<String, List<String>> PARTS = new TreeMap<>(Map.of(
            "url", List.of("url/parts", "url/hosts", "url/reading", "url/paths", "url/search-params", "url/url"),
            "encoding", List.of("base64"),
            "clone", List.of("clone"),
            "timers", List.of("timers"),
            "cryptography", List.of("crypto"),
            "consoles", List.of("console/inspect", "console/table", "console/console")));

    private Prelude() {}

    static Source source() {
        var code = Stream.of(
                        Stream.of("(function () {\n'use strict';"),
                        Stream.of(file("core"), "function usual() {", file("builtins")),
                        PARTS.entrySet().stream().map(Prelude::part),
                        Stream.of(file("globals"), "}", file("run"), "})()"))
                .flatMap(lines -> lines)
                .collect(Collectors.joining("\n"));
        return Source.newBuilder(ScriptEngine.LANGUAGE, code, "prelude.js")
                .internal(true)
                .buildLiteral();
    }

    private static String part(Map.Entry<String, List<String>> part) {
        var files = part.getValue().stream().map(Prelude::file).collect(Collectors.joining("\n"));
        return "function %s() {\n%s\n}".formatted(part.getKey(), files);
    }

    private static String file(String name) {
        try (InputStream stream = Prelude.class.getResourceAsStream("prelude/" + name + ".js")) {
            if (stream == null) {
                throw new IllegalStateException("The sandbox's %s.js is missing from the package".formatted(name));
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
