package org.customactions.kind.webhook;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.Set;
import org.customactions.api.JsonFields;
import org.customactions.kind.ConfigTemplates;
import org.customactions.template.Escaping;
import org.customactions.url.UrlForms;

/**
 * What an agent sees of a webhook's answer. Its templates may also use {@code response}, the upstream's JSON, and what
 * else {@link AnswerVariables} has.
 *
 * @param toast text of the toast
 * @param clipboard text for the clipboard
 * @param url link to open, under the rules of a url action
 * @param failure text of the toast if the call failed with an answer
 */
record WebhookResult(
        Optional<String> toast, Optional<String> clipboard, Optional<String> url, Optional<String> failure) {

    private static final Set<String> KNOWN = Set.of("toast", "clipboard", "url", "failure");
    private static final int MAX_TOAST = 1_000;
    private static final int MAX_CLIPBOARD = 64 * 1024;

    static WebhookResult read(JsonFields fields, ConfigTemplates templates, UrlForms links) {
        fields.refuseUnknown(KNOWN, Set.of());
        return new WebhookResult(
                templates.text(fields, "toast", Escaping.TEXT, MAX_TOAST),
                templates.text(fields, "clipboard", Escaping.TEXT, MAX_CLIPBOARD),
                templates.link(fields, "url", links),
                templates.text(fields, "failure", Escaping.TEXT, MAX_TOAST));
    }

    /** Characters of all its templates. */
    int length() {
        return toast.map(String::length).orElse(0)
                + clipboard.map(String::length).orElse(0)
                + url.map(String::length).orElse(0)
                + failure.map(String::length).orElse(0);
    }

    ObjectNode toJson() {
        var json = JsonNodeFactory.instance.objectNode();
        toast.ifPresent(text -> json.put("toast", text));
        clipboard.ifPresent(text -> json.put("clipboard", text));
        url.ifPresent(text -> json.put("url", text));
        failure.ifPresent(text -> json.put("failure", text));
        return json;
    }
}
