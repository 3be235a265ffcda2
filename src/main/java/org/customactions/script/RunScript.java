package org.customactions.script;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalInt;
import org.customactions.script.ScriptOutcome.Completed;
import org.customactions.script.ScriptOutcome.Failed;
import org.customactions.script.ScriptOutcome.Stopped;
import org.graalvm.polyglot.PolyglotException;
import org.jboss.logging.Logger;

/** Runs a script and reads how it ended. */
record RunScript(ScriptPrograms programs, String code, String contextJson) implements Job.Work<ScriptOutcome> {

    private static final Logger LOG = Logger.getLogger(RunScript.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MAX_RESULT_BYTES = 1 << 20;
    private static final String OVERSIZE = "The result is larger than 1 MiB";
    private static final String TOO_DEEP = "The result is nested deeper than 1,000 levels";
    private static final String UNSETTLED = "The script waits for a promise that never settles";
    private static final String BROKEN = "The script could not be run";

    @Override
    public ScriptOutcome in(Guest guest, List<String> logs) {
        ScriptPrograms.Program program = programs.of(code, guest);
        if (program.error() != null) {
            return failed(
                    program.error().message(), OptionalInt.of(program.error().line()), logs);
        }
        Guest.Report report = guest.run(program.source(), contextJson, logs);
        return switch (report.status()) {
            case "completed" -> completed(report.json(), logs);
            case "failed" -> failed(report.message(), report.line(), logs);
            case "oversize" -> failed(OVERSIZE, OptionalInt.empty(), logs);
            default -> failed(UNSETTLED, OptionalInt.empty(), logs);
        };
    }

    @Override
    public ScriptOutcome stopped(String reason, List<String> logs) {
        return new Stopped(reason, logs);
    }

    @Override
    public ScriptOutcome broken(Throwable cause, List<String> logs) {
        if (cause instanceof PolyglotException exception && exception.isGuestException()) {
            return failed(exception.getMessage(), OptionalInt.empty(), logs);
        }
        LOG.warnf(cause, BROKEN);
        return failed(BROKEN, OptionalInt.empty(), logs);
    }

    private static ScriptOutcome completed(String json, List<String> logs) {
        if (json == null) {
            return new Completed(MissingNode.getInstance(), logs);
        }
        if (json.getBytes(StandardCharsets.UTF_8).length > MAX_RESULT_BYTES) {
            return failed(OVERSIZE, OptionalInt.empty(), logs);
        }
        try {
            JsonNode result = JSON.readTree(json);
            return new Completed(result, logs);
        } catch (JsonProcessingException e) {
            return failed(TOO_DEEP, OptionalInt.empty(), logs);
        }
    }

    private static Failed failed(String message, OptionalInt line, List<String> logs) {
        return new Failed(message, line, logs);
    }
}
