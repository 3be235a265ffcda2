package org.customactions.terms;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.customactions.api.FieldError;
import org.customactions.api.JsonFields;
import org.customactions.template.Escaping;
import org.customactions.template.RenderBudget;
import org.customactions.template.RenderException;
import org.customactions.template.Room;
import org.customactions.template.SampleVariables;
import org.customactions.template.Template;
import org.customactions.template.TemplateException;
import org.customactions.template.VariableUse;

/** The question that an agent is asked first: a template of the contact, the user and the organization. */
final class Confirmation {

    static final String NAME = "confirmation";

    /** Characters of the template. */
    static final int MAX_LENGTH = 300;

    /** Of what is filled in, which a name can make long. */
    private static final Room ROOM = Room.of(NAME, 2_000);

    private static final Set<String> ROOTS = Set.of("contact", "user", "organization");

    private Confirmation() {}

    /** Reads {@code confirmation}, if it was sent; complaints are left in the fields. */
    static Optional<String> read(JsonFields fields) {
        return fields.text(NAME, MAX_LENGTH).map(String::strip).filter(text -> accepts(fields, text));
    }

    private static boolean accepts(JsonFields fields, String text) {
        if (fields.isStored()) {
            return true;
        }
        try {
            var foreign = Template.compile(text, Escaping.TEXT).variables().stream()
                    .filter(Confirmation::isForeign)
                    .findFirst();
            foreign.ifPresent(use -> fields.complain(
                    NAME,
                    "Confirmation: %s cannot be used here, only contact, user and organization (line %d, column %d)"
                            .formatted(use.segments().get(0), use.line(), use.column())));
            return foreign.isEmpty();
        } catch (TemplateException e) {
            fields.complain(NAME, "Confirmation: " + e.getMessage());
            return false;
        }
    }

    /** Whether it is known elsewhere only. What is known nowhere is a warning, as in other templates. */
    private static boolean isForeign(VariableUse use) {
        return use.segments().stream()
                .findFirst()
                .filter(root -> !ROOTS.contains(root)
                        && SampleVariables.forCheckingResults().containsKey(root))
                .isPresent();
    }

    static List<FieldError> warnings(String template) {
        return Template.compile(template, Escaping.TEXT).warnings(SampleVariables.forConfirmations()).stream()
                .map(sentence -> new FieldError(NAME, sentence))
                .toList();
    }

    /** Filled in as plain text; the template itself if that cannot be done. */
    static String filledIn(String template, Map<String, Object> variables, RenderBudget budget) {
        try {
            return Template.compile(template, Escaping.TEXT).render(variables, budget, ROOM);
        } catch (TemplateException | RenderException e) {
            return template;
        }
    }
}
