package org.customactions.kind;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Optional;
import org.customactions.text.HiddenTexts;
import org.customactions.text.HiddenTexts.TooLongException;
import org.customactions.text.Mask;

/** Masks what an action brought back before anybody sees it. What takes too long to mask is left out. */
public final class HiddenData {

    /** What the eight stars of the mask become as a component of a URL. */
    private static final String MASK_IN_URL = "%2A".repeat(Mask.TEXT.length());

    private HiddenData() {}

    /** The JSON without hidden texts: in its texts, names and numbers. */
    public static Optional<JsonNode> of(HiddenTexts hidden, JsonNode json) {
        try {
            return Optional.of(hidden.isEmpty() ? json : masked(hidden, json));
        } catch (TooLongException e) {
            return Optional.empty();
        }
    }

    /** The text without hidden texts. */
    public static Optional<String> of(HiddenTexts hidden, String text) {
        try {
            return Optional.of(hidden.maskedIn(text));
        } catch (TooLongException e) {
            return Optional.empty();
        }
    }

    /** The result without hidden texts. */
    public static ActionResult of(HiddenTexts hidden, ActionResult result) {
        if (hidden.isEmpty()) {
            return result;
        }
        return new ActionResult(
                result.outcome(),
                orMask(hidden, result.message()),
                result.toast().map(toast -> new Toast(orMask(hidden, toast.message()), toast.type())),
                result.link().map(link -> new ActionResult.Link(url(hidden, link.url()), link.openInNewTab())),
                result.clipboard().flatMap(text -> of(hidden, text)),
                result.data().flatMap(json -> of(hidden, json)),
                result.exchange());
    }

    private static String url(HiddenTexts hidden, String url) {
        return orMask(hidden, url.replace(MASK_IN_URL, Mask.TEXT));
    }

    /** The text without hidden texts, or the mask alone where that takes too long. */
    public static String orMask(HiddenTexts hidden, String text) {
        return of(hidden, text).orElse(Mask.TEXT);
    }

    private static JsonNode masked(HiddenTexts hidden, JsonNode json) {
        if (json.isObject()) {
            var object = JsonNodeFactory.instance.objectNode();
            json.properties()
                    .forEach(field -> object.set(hidden.maskedIn(field.getKey()), masked(hidden, field.getValue())));
            return object;
        }
        if (json.isArray()) {
            var array = JsonNodeFactory.instance.arrayNode(json.size());
            json.forEach(element -> array.add(masked(hidden, element)));
            return array;
        }
        return json.isTextual() || json.isNumber() ? maskedValue(hidden, json) : json;
    }

    private static JsonNode maskedValue(HiddenTexts hidden, JsonNode value) {
        var text = value.asText();
        var masked = hidden.maskedIn(text);
        return masked.equals(text) ? value : TextNode.valueOf(masked);
    }
}
