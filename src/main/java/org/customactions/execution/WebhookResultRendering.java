package org.customactions.execution;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.customactions.action.WebhookResult;
import org.customactions.template.Escaping;
import org.customactions.template.RenderException;
import org.customactions.template.Template;
import org.customactions.template.TemplateException;
import org.customactions.template.UrlException;
import org.customactions.template.UrlTemplate;
import org.customactions.template.Urls;

/** Shows the agent what a webhook's answer brought. */
final class WebhookResultRendering {

    private WebhookResultRendering() {}

    /** The upstream has done its work by now, so what cannot be shown is a warning and not a failure. */
    static ActionResult render(
            WebhookResult shown, Map<String, Object> variables, Optional<JsonNode> response, ActionResult executed) {
        var all = new LinkedHashMap<>(variables);
        response.ifPresent(json -> all.put("response", PlainData.of(json)));
        try {
            return new ActionResult(
                    executed.outcome(),
                    executed.message(),
                    shown.toast()
                            .map(toast -> text(toast, all))
                            .filter(text -> !text.isBlank())
                            .map(text -> new Toast(text, Toast.Type.SUCCESS))
                            .or(executed::toast),
                    shown.url()
                            .map(url -> UrlTemplate.compile(url, Urls.LINK).render(all))
                            .map(url -> new ActionResult.Link(url, true)),
                    shown.clipboard().map(clipboard -> text(clipboard, all)),
                    executed.data());
        } catch (TemplateException | UrlException | RenderException e) {
            var warning = executed.message() + ", but its result cannot be shown: " + e.getMessage();
            return new ActionResult(
                    executed.outcome(),
                    executed.message(),
                    Optional.of(new Toast(warning, Toast.Type.WARNING)),
                    Optional.empty(),
                    Optional.empty(),
                    executed.data());
        }
    }

    private static String text(String template, Map<String, Object> variables) {
        return Template.compile(template, Escaping.TEXT).render(variables);
    }
}
