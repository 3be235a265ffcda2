package org.customactions.kind.webhook;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
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

    private static final int MOST_LACKING = 3;

    private WebhookResultRendering() {}

    /**
     * The upstream has already done its work, so a result that cannot be shown, or not as it is meant, is a warning and
     * not a failure.
     */
    static ActionResult render(
            WebhookResult shown, Variables variables, RenderBudget budget, UrlForms links, ActionResult executed) {
        try {
            budget.takeLacking();
            var result = executed;
            if (shown.toast().isPresent()) {
                result = some(shown.toast().get(), variables, budget)
                        .map(text -> executed.with(new Toast(text, Toast.Type.SUCCESS)))
                        .orElseGet(executed::withoutToast);
            }
            if (shown.url().isPresent()) {
                var url = LinkTemplate.compile(shown.url().get(), links).render(variables, budget);
                result = result.with(new ActionResult.Link(url, true));
            }
            var copied = shown.clipboard().flatMap(template -> some(template, variables, budget));
            return warned(copied.map(result::withClipboard).orElse(result), budget.takeLacking());
        } catch (TemplateException | UrlException | RenderException e) {
            var warning = executed.message() + ", but its result cannot be shown: " + e.getMessage();
            return executed.with(new Toast(warning, Toast.Type.WARNING));
        }
    }

    /** What a template says; empty if that is nothing. */
    static Optional<String> some(String template, Variables variables, RenderBudget budget) {
        return Optional.of(Template.compile(template, Escaping.TEXT).render(variables, budget, Room.MOST))
                .filter(text -> !text.isBlank());
    }

    private static ActionResult warned(ActionResult result, List<String> lacking) {
        if (lacking.isEmpty()) {
            return result;
        }
        var said = result.toast().map(Toast::message).orElse(result.message());
        return result.with(new Toast(withLacking(said, lacking), Toast.Type.WARNING));
    }

    /** A text with what the answer lacks that it should have told. */
    static String withLacking(String text, List<String> lacking) {
        return lacking.isEmpty()
                ? text
                : "%s (the answer has no %s)"
                        .formatted(
                                text.strip(),
                                lacking.stream().limit(MOST_LACKING).collect(Collectors.joining(", ")));
    }
}
