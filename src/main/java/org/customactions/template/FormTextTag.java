package org.customactions.template;

import com.github.mustachejava.TemplateContext;
import com.github.mustachejava.codes.DefaultCode;
import java.io.Writer;
import java.util.List;
import java.util.stream.IntStream;

/** Writes text of a form's template, and tells where its line breaks are. */
final class FormTextTag extends DefaultCode {

    private final String text;
    private final int[] breaks;

    FormTextTag(TemplateContext context, String text) {
        super(context, PlainFactory.INSTANCE, null, null, "");
        this.text = text;
        this.breaks = breaks(text);
    }

    /** Starts and ends of what is blank and holds a line break. */
    private static int[] breaks(String text) {
        var found = IntStream.builder();
        var end = 0;
        for (int start = 0; start < text.length(); start = end + 1) {
            end = start;
            var holdsBreak = false;
            while (end < text.length() && " \t\r\n".indexOf(text.charAt(end)) >= 0) {
                holdsBreak |= text.charAt(end) == '\r' || text.charAt(end) == '\n';
                end++;
            }
            if (holdsBreak) {
                found.add(start).add(end);
            }
        }
        return found.build().toArray();
    }

    @Override
    public Writer execute(Writer writer, List<Object> scopes) {
        ((RenderOutput) writer).writeForm(text, breaks);
        return writer;
    }
}
