package org.customactions.template;

import java.util.List;
import java.util.Map;

/** The names of a template that lead nowhere. */
final class UnknownNames {

    private UnknownNames() {}

    static List<String> of(Template template, Map<String, Object> variables) {
        var budget = RenderBudget.ofClick();
        template.render(variables, budget, Room.MOST);
        return budget.unknownVariables();
    }
}
