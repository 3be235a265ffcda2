package org.customactions.execution;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * What came of an action, before anything of it is made known to a client.
 *
 * @param outcome how it ended
 * @param message one sentence for the agent
 * @param toast notice to show
 * @param link page to open, an absolute URL that has passed the rules of links
 * @param clipboard text for the clipboard
 * @param data what the action brought back
 */
public record ActionResult(
        Outcome outcome,
        String message,
        Optional<Toast> toast,
        Optional<Link> link,
        Optional<String> clipboard,
        Optional<JsonNode> data) {

    /**
     * A page to open.
     *
     * @param url absolute URL
     * @param openInNewTab whether the UI leaves its own page open
     */
    public record Link(String url, boolean openInNewTab) {}

    /** An action that did not do what it is for; the agent reads why. */
    public static ActionResult failure(Outcome outcome, String message) {
        return failure(outcome, message, Optional.empty());
    }

    /** As {@link #failure(Outcome, String)}, with what the action brought back all the same. */
    public static ActionResult failure(Outcome outcome, String message, Optional<JsonNode> data) {
        return new ActionResult(
                outcome,
                message,
                Optional.of(new Toast(message, Toast.Type.ERROR)),
                Optional.empty(),
                Optional.empty(),
                data);
    }

    /** Whether the action did what it is for. */
    public boolean success() {
        return outcome.code().equals(Outcome.SUCCESS.code());
    }

    /** Without contents, which are customers' data. */
    @Override
    public String toString() {
        return "ActionResult[%s]".formatted(outcome.code());
    }
}
