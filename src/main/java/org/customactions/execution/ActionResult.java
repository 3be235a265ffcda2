package org.customactions.execution;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * What came of an action, before anything of it is made known to a client.
 *
 * @param success whether the action did what it is for
 * @param message one sentence for the agent
 * @param toast notice to show
 * @param link page to open, an absolute URL that has passed the rules of links
 * @param clipboard text for the clipboard
 * @param data what the action brought back
 */
public record ActionResult(
        boolean success,
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
    public static ActionResult failure(String message) {
        return failure(message, Optional.empty());
    }

    /** As {@link #failure(String)}, with what the action brought back all the same. */
    public static ActionResult failure(String message, Optional<JsonNode> data) {
        return new ActionResult(
                false,
                message,
                Optional.of(new Toast(message, Toast.Type.ERROR)),
                Optional.empty(),
                Optional.empty(),
                data);
    }

    /** Without contents, which are customers' data. */
    @Override
    public String toString() {
        return "ActionResult[success=%s]".formatted(success);
    }
}
