package org.customactions.script;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyExecutable;

/** One context with its prelude; serves one run and is closed. */
record Guest(Context context, Value prelude) implements AutoCloseable {

    /** How a script ended that no limit ended. */
    record Report(String status, String json, String message, OptionalInt line) {}

    Optional<ScriptSyntaxError> check(String code) {
        Value message = prelude.invokeMember("check", code);
        return message.isString() ? Optional.of(ScriptSource.syntaxError(code, message.asString())) : Optional.empty();
    }

    Report run(Source source, String contextJson, List<String> logs) {
        Value body = context.eval(source);
        // Called in the guest by the prelude alone, which keeps it from the script.
        ProxyExecutable log = arguments -> logs.add(arguments[0].asString());
        Value report = prelude.invokeMember("run", body, contextJson, log);
        return new Report(
                report.getMember("status").asString(),
                string(report, "json"),
                string(report, "message"),
                line(report.getMember("error"), source));
    }

    @Override
    public void close() {
        context.close(true);
    }

    private static String string(Value report, String name) {
        Value value = report.getMember(name);
        return value == null || value.isNull() ? null : value.asString();
    }

    private static OptionalInt line(Value error, Source source) {
        if (error == null || !error.isException()) {
            return OptionalInt.empty();
        }
        try {
            throw error.throwException();
        } catch (PolyglotException e) {
            if (e.isCancelled()) {
                throw e;
            }
            return ScriptSource.line(e, source);
        }
    }
}
