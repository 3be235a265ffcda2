package org.customactions.kind;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.customactions.url.Urls;

/**
 * How an action ended and its results, before they become the answer to a client.
 *
 * @param outcome how it ended
 * @param message one sentence for the agent
 * @param toast notice to show
 * @param link page to open, a URL that has passed the rules of links
 * @param clipboard text for the clipboard
 * @param data what the action returned
 * @param exchange what was sent and answered, without secrets, if somebody wants to see it
 */
public record ActionResult(
        Outcome outcome,
        String message,
        Optional<Toast> toast,
        Optional<Link> link,
        Optional<String> clipboard,
        Optional<JsonNode> data,
        Optional<JsonNode> exchange) {

    /**
     * A page to open.
     *
     * @param url absolute URL, or a path
     * @param openInNewTab whether the UI keeps its own page open; never so for what is no page, which would leave the
     *     tab empty
     */
    public record Link(String url, boolean openInNewTab) {

        public Link {
            openInNewTab = openInNewTab && Urls.isPage(url);
        }
    }

    /** A result that shows the agent nothing but its message. */
    public static ActionResult of(Outcome outcome, String message) {
        return new ActionResult(
                outcome,
                message,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** A failed action; a toast tells the agent why. */
    public static ActionResult failure(Outcome outcome, String message) {
        return of(outcome, message).with(new Toast(message, Toast.Type.ERROR));
    }

    /** A copy with this notice. */
    public ActionResult with(Toast shown) {
        return new ActionResult(outcome, message, Optional.of(shown), link, clipboard, data, exchange);
    }

    /** A copy without a notice. */
    public ActionResult withoutToast() {
        return new ActionResult(outcome, message, Optional.empty(), link, clipboard, data, exchange);
    }

    /** A copy with this page to open. */
    public ActionResult with(Link opened) {
        return new ActionResult(outcome, message, toast, Optional.of(opened), clipboard, data, exchange);
    }

    /** A copy with this text for the clipboard. */
    public ActionResult withClipboard(String copied) {
        return new ActionResult(outcome, message, toast, link, Optional.of(copied), data, exchange);
    }

    /** A copy with what the action returned. */
    public ActionResult withData(Optional<JsonNode> brought) {
        return new ActionResult(outcome, message, toast, link, clipboard, brought, exchange);
    }

    /** A copy with what was sent and answered. */
    public ActionResult withExchange(JsonNode told) {
        return new ActionResult(outcome, message, toast, link, clipboard, data, Optional.of(told));
    }

    /** Whether the action succeeded, as far as it has been done. */
    public boolean success() {
        return outcome.code().equals(Outcome.SUCCESS.code()) || outcome.code().equals(Outcome.ACCEPTED.code());
    }

    /** Without contents, which are customer data. */
    @Override
    public String toString() {
        return "ActionResult[%s]".formatted(outcome.code());
    }
}
