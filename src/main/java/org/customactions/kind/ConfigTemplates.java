package org.customactions.kind;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Optional;
import java.util.Set;
import org.customactions.api.FieldNames;
import org.customactions.api.JsonFields;
import org.customactions.api.JsonSetup;
import org.customactions.template.Escaping;
import org.customactions.template.RenderException;
import org.customactions.template.SampleVariables;
import org.customactions.template.Template;
import org.customactions.template.TemplateException;
import org.customactions.template.UrlTemplate;
import org.customactions.url.UrlException;
import org.customactions.url.Urls;

/**
 * Reads the templates of a config, so that one that cannot work is refused when it is saved and not when it is clicked.
 */
public final class ConfigTemplates {

    private static final JsonMapper JSON = JsonSetup.lenient();
    private static final int MAX_URL = 8_192;

    private ConfigTemplates() {}

    public static Optional<String> link(JsonFields fields, String name) {
        return url(fields, name, Urls.LINK);
    }

    public static Optional<String> webUrl(JsonFields fields, String name) {
        return url(fields, name, Urls.WEB);
    }

    private static Optional<String> url(JsonFields fields, String name, Set<String> schemes) {
        return fields.text(name, MAX_URL)
                .map(String::strip)
                .filter(url -> !url.isEmpty())
                .filter(url -> accepts(
                        fields,
                        name,
                        () -> UrlTemplate.compile(url, schemes).render(SampleVariables.forCheckingResults())));
    }

    public static Optional<String> text(JsonFields fields, String name, Escaping escaping, int maxLength) {
        return fields.text(name, maxLength).filter(text -> accepts(fields, name, text, escaping));
    }

    /** Whether a text is a template; if not, why not is left in the fields. */
    public static boolean accepts(JsonFields fields, String name, String text, Escaping escaping) {
        return accepts(fields, name, () -> Template.compile(text, escaping));
    }

    /** A body template; where it is to be JSON, it must be once sample values are filled in. */
    public static Optional<String> body(JsonFields fields, String name, Escaping escaping, int maxKib) {
        return fields.text(name)
                .filter(text -> fields.expectSize(name, text, maxKib))
                .filter(text -> accepts(fields, name, () -> {
                    var template = Template.compile(text, escaping);
                    if (escaping == Escaping.JSON && !text.isBlank()) {
                        checkJson(fields, name, template.render(SampleVariables.forChecking()));
                    }
                }));
    }

    private static void checkJson(JsonFields fields, String name, String rendered) {
        try {
            if (JSON.readTree(rendered).isMissingNode()) {
                fields.complain(
                        name,
                        "%s is empty once sample values are filled in; leave it out or make it JSON"
                                .formatted(FieldNames.label(name)));
            }
        } catch (JsonProcessingException e) {
            var location = e.getLocation();
            fields.complain(
                    name,
                    ("%s is not valid JSON once sample values are filled in (line %d, column %d); text needs quotes around"
                                    + " its variable, lists and numbers need none")
                            .formatted(FieldNames.label(name), location.getLineNr(), location.getColumnNr()));
        } catch (NumberFormatException e) {
            fields.complain(name, FieldNames.label(name) + " holds a number that is out of range");
        }
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
