package org.customactions.kind;

import java.util.Map;
import java.util.stream.Stream;
import org.customactions.api.FieldError;
import org.customactions.template.Escaping;
import org.customactions.template.Template;
import org.customactions.template.TemplateException;

/** What is probably not meant in the templates of a config. */
public final class ConfigWarnings {

    private ConfigWarnings() {}

    /**
     * The warnings for one template; none for one that is not valid.
     *
     * @param known sample variables
     */
    public static Stream<FieldError> of(String field, String template, Escaping escaping, Map<String, Object> known) {
        try {
            return Template.compile(template, escaping).warnings(known).stream()
                    .map(sentence -> new FieldError(field, sentence));
        } catch (TemplateException e) {
            return Stream.empty();
        }
    }
}
