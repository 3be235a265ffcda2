package org.customactions.template;

import java.util.List;
import java.util.Optional;

/**
 * A template that has been filled in.
 *
 * @param text what has become of it
 * @param gaps where a JSON document lacks a value, in order
 */
public record Filled(String text, List<Gap> gaps) {

    /**
     * A variable outside quotes of which nothing was written.
     *
     * @param variable as the template has it
     * @param offset where it would stand in the text
     */
    public record Gap(String variable, int offset) {}

    /** The gap that a reader stumbled over at an offset. */
    public Optional<Gap> gapBefore(long offset) {
        return gaps.stream().filter(gap -> gap.offset() <= offset).reduce((earlier, later) -> later);
    }

    /** Without the text, which is customer data. */
    @Override
    public String toString() {
        return "Filled[%d characters]".formatted(text.length());
    }
}
