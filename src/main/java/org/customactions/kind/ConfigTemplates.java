package org.customactions.kind;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;
import org.customactions.api.FieldNames;
import org.customactions.api.JsonFields;
import org.customactions.template.Escaping;
import org.customactions.template.Filled;
import org.customactions.template.LinkTemplate;
import org.customactions.template.RenderBudget;
import org.customactions.template.RenderException;
import org.customactions.template.Room;
import org.customactions.template.SampleVariables;
import org.customactions.template.Template;
import org.customactions.template.TemplateException;
import org.customactions.template.UrlTemplate;
import org.customactions.url.UrlException;
import org.customactions.url.UrlForms;
import org.customactions.url.Urls;

/**
 * Reads the templates of one config. A template that cannot work is refused when it is saved, not when somebody clicks.
 *
 * @param budget what filling in sample values may cost for all of them
 */
public record ConfigTemplates(RenderBudget budget) {

    private static final JsonCheck JSON = new JsonCheck(
            "is empty once sample values are filled in; make it JSON, or set send_body to false if nothing is to be sent",
            "is not valid JSON once sample values are filled in (line %d, column %d); text needs quotes around its"
                    + " variable, lists and numbers need none",
            "holds a number that is out of range");
    private static final String SHOWN = "A secret cannot be used here, because agents see the result; remove it";
    private static final int MAX_URL = 8_192;

    /** @param forms what links may be */
    public Optional<String> link(JsonFields fields, String name, UrlForms forms) {
        return url(fields, name, url -> {
            var link = LinkTemplate.compile(url, forms);
            link.refuseSecrets(SHOWN);
            link.check(SampleVariables.forCheckingResults(), budget);
        });
    }

    public Optional<String> webUrl(JsonFields fields, String name) {
        return url(
                fields,
                name,
                url -> UrlTemplate.compile(url, Urls.WEB).render(SampleVariables.forCheckingResults(), budget));
    }

    private static Optional<String> url(JsonFields fields, String name, Consumer<String> check) {
        return fields.text(name, MAX_URL)
                .map(String::strip)
                .filter(url -> !url.isEmpty())
                .filter(url -> accepts(fields, name, () -> check.accept(url)));
    }

    public Optional<String> text(JsonFields fields, String name, Escaping escaping, int maxLength) {
        return fields.text(name, maxLength).filter(text -> accepts(fields, name, text, escaping));
    }

    /** A template of what an agent gets to see, which may use no secret. */
    public Optional<String> shown(JsonFields fields, String name, Escaping escaping, int maxLength) {
        return fields.text(name, maxLength)
                .filter(text -> accepts(
                        fields, name, () -> Template.compile(text, escaping).refuseSecrets(SHOWN)));
    }

    /** Whether a text is a valid template; if not, the fields get the reason. */
    public static boolean accepts(JsonFields fields, String name, String text, Escaping escaping) {
        return accepts(fields, name, () -> Template.compile(text, escaping));
    }

    /** A body template. If the body is JSON, it must be valid once sample values are filled in. */
    public Optional<String> body(JsonFields fields, String name, Escaping escaping, int maxKib) {
        return fields.text(name)
                .filter(text -> fields.expectSize(name, text, maxKib))
                .filter(text -> accepts(fields, name, () -> {
                    var template = Template.compile(text, escaping);
                    if (escaping.isJson() && !text.isBlank()) {
                        JSON.complaint(filled(template), escaping)
                                .ifPresent(problem -> fields.complain(name, FieldNames.label(name) + " " + problem));
                    }
                }));
    }

    private Filled filled(Template template) {
        return template.fill(SampleVariables.forChecking(), budget, Room.MOST, StandardCharsets.UTF_8);
    }

    private static boolean accepts(JsonFields fields, String name, Runnable compilation) {
        if (fields.isStored()) {
            return true;
        }
        try {
            compilation.run();
            return true;
        } catch (TemplateException | UrlException | RenderException e) {
            fields.complain(name, FieldNames.label(name) + ": " + e.getMessage());
            return false;
        }
    }
}
