package org.customactions.execution;

import java.time.Duration;
import java.util.Optional;
import org.customactions.history.exchange.NewExchange;
import org.customactions.kind.ActionResult;
import org.customactions.kind.Outcome;
import org.customactions.log.RecordedText;
import org.customactions.redirect.NewRedirect;

/**
 * What is kept of an execution that has ended. The {@link EndStatement} stores it with the redirect it answers with and
 * the answer for the next call with its key.
 *
 * @param click what was executed
 * @param success whether the action did what it is for
 * @param message what the agent is told, as {@link RecordedText} keeps it
 * @param outcome code of how it ended
 * @param httpStatus status that an upstream answered with, 0 where none did
 * @param duration how long the action took
 * @param redirect link to store with it
 * @param sealedAnswer answer to keep, where the click has a key and the outcome is known
 * @param exchange what was sent and answered, where it is kept
 */
record ExecutionEnd(
        Click click,
        boolean success,
        String message,
        String outcome,
        int httpStatus,
        Duration duration,
        Optional<NewRedirect> redirect,
        Optional<byte[]> sealedAnswer,
        Optional<NewExchange> exchange) {

    static ExecutionEnd of(
            Click click,
            ActionResult result,
            Duration duration,
            Optional<NewRedirect> redirect,
            Optional<byte[]> sealedAnswer,
            Optional<NewExchange> exchange) {
        return new ExecutionEnd(
                click,
                result.success(),
                RecordedText.of(result.message()),
                result.outcome().code(),
                result.outcome().httpStatus().orElse(0),
                duration,
                redirect,
                sealedAnswer,
                exchange);
    }

    /** An end without a result. */
    static ExecutionEnd without(Click click, Outcome outcome, String reason, Duration duration) {
        return new ExecutionEnd(
                click,
                false,
                reason,
                outcome.code(),
                0,
                duration,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** Without the message and the redirect, which may hold customers' data. */
    @Override
    public String toString() {
        return "ExecutionEnd[%s]".formatted(click.executionId());
    }
}
