package org.customactions.template;

import java.util.List;
import java.util.Map;
import org.customactions.template.filter.Filter;
import org.customactions.template.filter.FilterException;
import org.customactions.template.filter.Json;
import org.customactions.template.filter.Work;
import org.customactions.text.Region;

/**
 * What one tag means: a value and the filters that it passes, in order.
 *
 * @param operand the value
 * @param filters what is made of it
 * @param names the filters' names, for what is said of the template
 */
record Expression(Operand operand, List<Filter> filters, List<String> names) {

    /** Longer text could not be sent anyway. */
    private static final int MAX_LENGTH = 1024 * 1024;

    static Expression of(Operand operand) {
        return new Expression(operand, List.of(), List.of());
    }

    /** The value that is written: plain data, {@link Json}, or null for nothing. Each filter counts as a tag. */
    Object evaluate(List<Object> scopes, RenderBudget budget) {
        var value = operand.resolve(scopes, budget);
        if (filters.isEmpty()) {
            return value;
        }
        var isHidden = value instanceof String text && budget.hidden().has(text);
        var work = new Tag(operand.toString(), scopes, budget);
        try {
            for (var filter : filters) {
                budget.step();
                value = filter.apply(value, work);
                requireLength(value);
                if (isHidden) {
                    hide(value, budget);
                }
            }
        } catch (FilterException e) {
            throw new RenderException(e.getMessage());
        }
        return value;
    }

    /** A number, such as the length of a text, tells nothing of it. */
    private static void hide(Object value, RenderBudget budget) {
        if (value instanceof String text) {
            budget.hidden().add(text);
        } else if (value instanceof Json json) {
            budget.hidden().add(json.text());
        }
    }

    private void requireLength(Object value) {
        var length = value instanceof String text
                ? text.length()
                : value instanceof Json json ? json.text().length() : 0;
        if (length > MAX_LENGTH) {
            throw new RenderException(
                    "%s becomes longer than 1,048,576 characters by a filter; use a shorter one".formatted(operand));
        }
    }

    private record Tag(String variable, List<Object> scopes, RenderBudget budget) implements Work {

        @Override
        public Region region() {
            return Region.of(scopes.get(0) instanceof Map<?, ?> variables ? variables.get("context") : null);
        }

        @Override
        public String json(Object value) {
            return JsonText.of(value, budget);
        }

        @Override
        public void count(long characters) {
            budget.work(characters);
        }
    }
}
