package org.customactions.script;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.customactions.script.ScriptOutcome.Completed;
import org.customactions.script.ScriptOutcome.Failed;
import org.customactions.script.ScriptOutcome.Stopped;

/**
 * A script of the corpus; each of its leading comments {@code // ends: …} names one end that it may have, with
 * {@code {timeout}} where the configured time stands.
 */
record ScriptCase(String name, List<String> ends, String code) {

    private static final Path CORPUS = Path.of("src/test/resources/scripts");
    private static final String ENDS = "// ends: ";
    private static final String REFUSED = "refused ";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The scripts of a folder in the order of their names, to be run with the timeout. */
    static Stream<ScriptCase> in(String folder, Duration timeout) {
        try (Stream<Path> files = Files.list(CORPUS.resolve(folder))) {
            return files.sorted().map(file -> read(file, timeout)).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean fits(ScriptOutcome outcome) {
        return ends.stream().anyMatch(end -> fits(end, outcome));
    }

    /** Whether the script may run until this timeout. */
    boolean mayBeStoppedAfter(Duration timeout) {
        return ends.contains("stopped " + StopReasons.time(timeout));
    }

    /** Whether the script is no function's body, which an action must have to be saved. */
    boolean isRefused() {
        return ends.stream().anyMatch(end -> end.startsWith(REFUSED));
    }

    /** Without what the script made, which may be a mebibyte. */
    static String describe(ScriptOutcome outcome) {
        String text = outcome instanceof Completed completed
                ? "completed " + completed.result()
                : outcome instanceof Failed failed
                        ? "failed " + failed.message()
                        : "stopped " + ((Stopped) outcome).reason();
        return text.substring(0, Math.min(200, text.length()));
    }

    @Override
    public String toString() {
        return name;
    }

    private static boolean fits(String end, ScriptOutcome outcome) {
        String rest = end.substring(end.indexOf(' ') + 1);
        if (outcome instanceof Completed completed) {
            return end.startsWith("completed ")
                    && completed.result().equals("undefined".equals(rest) ? MissingNode.getInstance() : json(rest));
        }
        if (outcome instanceof Failed failed) {
            return (end.startsWith("failed ") || end.startsWith(REFUSED))
                    && failed.message().contains(rest);
        }
        return end.startsWith("stopped ") && ((Stopped) outcome).reason().equals(rest);
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ScriptCase read(Path file, Duration timeout) {
        try {
            String code = Files.readString(file);
            List<String> ends = code.lines()
                    .takeWhile(line -> line.startsWith(ENDS))
                    .map(line -> line.substring(ENDS.length())
                            .replace("it ran longer than {timeout}", StopReasons.time(timeout)))
                    .toList();
            return new ScriptCase(file.getFileName().toString(), ends, code);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
