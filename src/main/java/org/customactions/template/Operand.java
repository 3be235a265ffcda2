package org.customactions.template;

import java.util.List;

/** What a tag begins with: a variable, or a text in quotes. */
sealed interface Operand permits VariablePath, Operand.Quoted {

    /** The value for one tag, null if there is none. Counts the tag and records an unknown name. */
    Object resolve(List<Object> scopes, RenderBudget budget);

    /** A text that is itself. */
    record Quoted(String text) implements Operand {

        private static final int MAX_SHOWN = 40;

        @Override
        public Object resolve(List<Object> scopes, RenderBudget budget) {
            budget.step();
            return text;
        }

        @Override
        public String toString() {
            return '"' + (text.length() <= MAX_SHOWN ? text : text.substring(0, MAX_SHOWN) + "…") + '"';
        }
    }
}
