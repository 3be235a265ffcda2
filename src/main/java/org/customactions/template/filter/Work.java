package org.customactions.template.filter;

import org.customactions.text.Region;

/** The tag that a filter works for. */
public interface Work {

    /** The variable as it is written in the template. */
    String variable();

    /** Where the agent is. */
    Region region();

    /** The JSON of a value; writing it counts. */
    String json(Object value);

    /** Counts characters that are worked through or are about to be written; past the click's limit it ends there. */
    void count(long characters);

    /** The value as text: text as it is, anything else as JSON. */
    default String text(Object value) {
        if (value instanceof String text) {
            count(text.length());
            return text;
        }
        return value instanceof Json json ? json.text() : json(value);
    }
}
