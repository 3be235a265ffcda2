package org.customactions.script.process;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.customactions.script.process.ScriptPrograms.Program;
import org.customactions.script.process.ScriptReply.Kind;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;

/** One context with its prelude; serves one run and is closed. */
record Guest(Context context, Value prelude, Place place) implements AutoCloseable {

    private static final int MAX_RESULT_BYTES = 1 << 20;

    /** Waits for a timer; says false if the script's time would be over by then. */
    @FunctionalInterface
    interface Pause {

        boolean last(Duration wait);
    }

    /** The reason why the code cannot be parsed; empty if it can. */
    Optional<ScriptReply> check(String code) {
        Value message = prelude.invokeMember("check", code);
        return message.isString() ? Optional.of(ScriptSource.syntaxError(code, message.asString())) : Optional.empty();
    }

    /** The globals that the code may ask for, as {@link #run} takes them. */
    String mentioned(String code) {
        return prelude.invokeMember("mentioned", code).asString();
    }

    /** Runs the program, and what it set timers for, until there is a result. */
    ScriptReply run(Program program, String contextJson, HostWork work, Pause pause) {
        Value body = context.eval(program.source());
        var variables = LongNumbers.marked(contextJson);
        Value report = prelude.invokeMember("run", body, variables.json(), variables.mark(), program.mentioned(), work);
        var status = status(report);
        while (status.equals("pending")) {
            Value wait = prelude.invokeMember("wait");
            if (wait.isNull()) {
                return ScriptReply.of(Kind.NEVER_SETTLED);
            }
            if (!pause.last(duration(wait.asDouble()))) {
                return ScriptReply.of(Kind.TIMED_OUT);
            }
            prelude.invokeMember("fire");
            status = status(report);
        }
        return switch (status) {
            case "completed" -> completed(report.getMember("json"));
            case "failed" -> failed(report, program.source());
            default -> ScriptReply.of(Kind.RESULT_TOO_LARGE);
        };
    }

    private static String status(Value report) {
        return report.getMember("status").asString();
    }

    /** Milliseconds of a script may be any number. */
    private static Duration duration(double millis) {
        return Duration.ofNanos((long) (Math.min(millis, Integer.MAX_VALUE) * 1_000_000));
    }

    /** Ends the running script; may be called from any thread. */
    @Override
    public void close() {
        context.close(true);
    }

    private static ScriptReply completed(Value json) {
        if (!json.isString()) {
            return ScriptReply.of(Kind.COMPLETED_WITHOUT_RESULT);
        }
        var text = json.asString();
        return text.getBytes(StandardCharsets.UTF_8).length <= MAX_RESULT_BYTES
                ? ScriptReply.of(Kind.COMPLETED, text)
                : ScriptReply.of(Kind.RESULT_TOO_LARGE);
    }

    private static ScriptReply failed(Value report, Source source) {
        var message = report.getMember("message").asString();
        return ScriptReply.at(Kind.FAILED, message, line(report.getMember("error"), source), 0);
    }

    private static int line(Value error, Source source) {
        if (!error.isException()) {
            return 0;
        }
        try {
            throw error.throwException();
        } catch (PolyglotException e) {
            if (e.isCancelled()) {
                throw e;
            }
            return ScriptSource.line(e, source).orElse(0);
        }
    }
}
