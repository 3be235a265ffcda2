package org.customactions.script.process;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;
import org.customactions.script.process.ScriptReply.Kind;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyExecutable;

/** One context with its prelude; serves one run and is closed. */
record Guest(Context context, Value prelude) implements AutoCloseable {

    private static final int MAX_RESULT_BYTES = 1 << 20;

    /** The reason why the code cannot be parsed; empty if it can. */
    Optional<ScriptReply> check(String code) {
        Value message = prelude.invokeMember("check", code);
        return message.isString() ? Optional.of(ScriptSource.syntaxError(code, message.asString())) : Optional.empty();
    }

    ScriptReply run(Source source, String contextJson, Consumer<String> logs) {
        Value body = context.eval(source);
        // Only the prelude calls it in the guest; the script cannot reach it.
        ProxyExecutable log = arguments -> {
            logs.accept(arguments[0].asString());
            return null;
        };
        Value report = prelude.invokeMember("run", body, contextJson, log);
        return switch (report.getMember("status").asString()) {
            case "completed" -> completed(report.getMember("json"));
            case "failed" -> failed(report, source);
            case "oversize" -> ScriptReply.of(Kind.RESULT_TOO_LARGE);
            default -> ScriptReply.of(Kind.NEVER_SETTLED);
        };
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
