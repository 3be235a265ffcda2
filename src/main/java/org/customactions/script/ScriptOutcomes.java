package org.customactions.script;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.customactions.api.ApiException;
import org.customactions.script.ScriptOutcome.Completed;
import org.customactions.script.ScriptOutcome.Failed;
import org.customactions.script.ScriptOutcome.NotRun;
import org.customactions.script.ScriptOutcome.Stopped;
import org.customactions.script.process.ScriptReply;

/** Turns a process's answer into the result for the caller. */
record ScriptOutcomes(Duration timeout) {

    /** Below the 1,000 levels that can be written, with room for the answer around it. */
    private static final int MAX_DEPTH = 900;

    /** Reads fractions as doubles, unlike our other mappers: a script has no other numbers. */
    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
            .build());

    private static final String OVERSIZE = "The result is larger than 1 MiB";
    private static final String TOO_DEEP = "The result is nested deeper than 900 levels";
    private static final String TOO_LONG = "The result holds a number of more than 1,000 digits";
    private static final String UNSETTLED = "The script waits for a promise that never settles";
    private static final Set<String> LIMITS = Set.of(StopReasons.MEMORY, StopReasons.STEPS, StopReasons.STACK);
    private static final String BROKEN = "The script could not be run";
    private static final String UNCHECKED = "The code could not be checked";

    ScriptOutcome ofRun(JobEnd end) {
        if (end instanceof JobEnd.Replied replied) {
            return ofRun(replied.reply(), end.logs());
        }
        if (end instanceof JobEnd.NotRun waited) {
            return new NotRun(waited.reason(), waited.ofOwn());
        }
        return end instanceof JobEnd.Stopped stopped
                ? new Stopped(stopped.reason(), end.logs())
                : failed(BROKEN, end.logs());
    }

    /** @throws ApiException if nobody looked at the code, which says nothing about it */
    Optional<ScriptSyntaxError> ofCheck(JobEnd end) {
        if (end instanceof JobEnd.Replied replied) {
            return ofCheck(replied.reply());
        }
        if (end instanceof JobEnd.NotRun waited) {
            throw SandboxBusy.of(UNCHECKED, waited.reason(), waited.ofOwn());
        }
        // A limit that the code itself has hit; a process that is stopped for another reason has not looked at it.
        return end instanceof JobEnd.Stopped stopped && LIMITS.contains(stopped.reason())
                ? unchecked(stopped.reason())
                : unavailable();
    }

    private static Optional<ScriptSyntaxError> unavailable() {
        throw SandboxBusy.of(UNCHECKED, "its process ended", false);
    }

    private ScriptOutcome ofRun(ScriptReply reply, List<String> logs) {
        return switch (reply.kind()) {
            case COMPLETED -> completed(reply.text(), logs);
            case COMPLETED_WITHOUT_RESULT -> new Completed(MissingNode.getInstance(), logs);
            case FAILED, INVALID ->
                new Failed(reply.text(), reply.line() > 0 ? OptionalInt.of(reply.line()) : OptionalInt.empty(), logs);
            case RESULT_TOO_LARGE -> failed(OVERSIZE, logs);
            case NEVER_SETTLED -> failed(UNSETTLED, logs);
            case TIMED_OUT -> new Stopped(StopReasons.time(timeout), logs);
            case TOO_MANY_STEPS -> new Stopped(StopReasons.STEPS, logs);
            case STACK_OVERFLOW -> new Stopped(StopReasons.STACK, logs);
            case OUT_OF_MEMORY -> new Stopped(StopReasons.MEMORY, logs);
            case READY, LOG, VALID, BROKEN -> failed(BROKEN, logs);
        };
    }

    private Optional<ScriptSyntaxError> ofCheck(ScriptReply reply) {
        return switch (reply.kind()) {
            case VALID -> Optional.empty();
            case INVALID -> Optional.of(new ScriptSyntaxError(reply.text(), reply.line(), reply.column()));
            case STACK_OVERFLOW -> unchecked(StopReasons.STACK);
            case OUT_OF_MEMORY -> unchecked(StopReasons.MEMORY);
            default -> unavailable();
        };
    }

    private static Optional<ScriptSyntaxError> unchecked(String reason) {
        return Optional.of(new ScriptSyntaxError(UNCHECKED + ": " + reason, 1, 1));
    }

    private static ScriptOutcome completed(String json, List<String> logs) {
        try {
            return new Completed(JSON.readTree(json), logs);
        } catch (JsonProcessingException e) {
            // The engine wrote it, so nothing but its depth and its numbers can be wrong with it.
            return failed(e.getMessage().startsWith("Number value length") ? TOO_LONG : TOO_DEEP, logs);
        }
    }

    private static Failed failed(String message, List<String> logs) {
        return new Failed(message, OptionalInt.empty(), logs);
    }
}
