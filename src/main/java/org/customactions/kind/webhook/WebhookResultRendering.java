package org.customactions.kind.webhook;

import org.customactions.kind.ActionResult;
import org.customactions.kind.Toast;
import org.customactions.template.Escaping;
import org.customactions.template.LinkTemplate;
import org.customactions.template.RenderBudget;
import org.customactions.template.RenderException;
import org.customactions.template.Room;
import org.customactions.template.Template;
import org.customactions.template.TemplateException;
import org.customactions.template.Variables;
import org.customactions.url.UrlException;
import org.customactions.url.UrlForms;

/** Shows the agent the result of a webhook. */
final class WebhookResultRendering {

    private WebhookResultRendering() {}

    /** The upstream has already done its work, so a result that cannot be shown is a warning and not a failure. */
    static ActionResult render(
            WebhookResult shown, Variables variables, RenderBudget budget, UrlForms links, ActionResult executed) {
        try {
            var result = executed;
            var toast = shown.toast()
                    .map(template -> text(template, variables, budget))
                    .filter(text -> !text.isBlank());
            if (toast.isPresent()) {
                result = result.with(new Toast(toast.get(), Toast.Type.SUCCESS));
            }
            if (shown.url().isPresent()) {
                var url = LinkTemplate.compile(shown.url().get(), links).render(variables, budget);
                result = result.with(new ActionResult.Link(url, true));
            }
            return shown.clipboard().isPresent()
                    ? result.withClipboard(text(shown.clipboard().get(), variables, budget))
                    : result;
        } catch (TemplateException | UrlException | RenderException e) {
            var warning = executed.message() + ", but its result cannot be shown: " + e.getMessage();
            return executed.with(new Toast(warning, Toast.Type.WARNING));
        }
    }

    private static String text(String template, Variables variables, RenderBudget budget) {
        return Template.compile(template, Escaping.TEXT).render(variables, budget, Room.MOST);
    }
}
