package org.customactions.template;

import java.util.List;
import java.util.Optional;

/**
 * A template that has been filled in.
 *
 * @param text what has become of it
 * @param gaps where a JSON document lacks a value, in order
 * @param source the template
 * @param origins where each part of a JSON document stands in the template; empty for other texts
 */
public record Filled(String text, List<Gap> gaps, String source, Origins origins) {

    /**
     * A variable outside quotes of which nothing was written.
     *
     * @param variable as the template has it
     * @param offset where it would stand in the text
     * @param origin where its tag begins in the template
     */
    public record Gap(String variable, int offset, int origin) {}

    /**
     * What a tag wrote.
     *
     * @param variable as the template has it
     * @param isEscaped whether it was escaped for its place
     * @param text what has become of it
     */
    public record Value(String variable, boolean isEscaped, String text) {

        /** Without the text, which is customer data. */
        @Override
        public String toString() {
            return "Value[%s]".formatted(variable);
        }
    }

    /** A text that no template was filled in for. */
    public static Filled unchanged(String text) {
        var origins = new Origins();
        origins.add(0, 0, text.length());
        return new Filled(text, List.of(), text, origins);
    }

    /**
     * A place in the template.
     *
     * @param line counted from 1
     * @param column counted from 1 in UTF-16 code units
     */
    public record Place(int line, int column) {}

    /** The place in the template that an offset in a JSON document comes from: of a value, that of its tag. */
    public Place placeOf(long offset) {
        return place(origins.of(offset));
    }

    /** The place in the template of the tag that left a gap. */
    public Place placeOf(Gap gap) {
        return place(gap.origin());
    }

    private Place place(int origin) {
        return new Place(TemplateException.lineAt(source, origin), TemplateException.columnAt(source, origin));
    }

    /** The value that stands at an offset of a JSON document; empty if the template's own text does. */
    public Optional<Value> valueAt(long offset) {
        var origin = origins.of(offset);
        if (!source.startsWith("{{", origin)) {
            return Optional.empty();
        }
        var tag = TagReader.read(source, origin);
        return tag.kind().isVariable()
                ? Optional.of(new Value(tag.content(), tag.is(Token.Kind.VARIABLE), origins.around(offset, text)))
                : Optional.empty();
    }

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
