package org.customactions.template;

import com.github.mustachejava.TemplateContext;
import com.github.mustachejava.codes.DefaultCode;
import java.io.Writer;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Writes text of a form's template, and tells where its line breaks are. */
final class FormTextTag extends DefaultCode {

    private static final Pattern BREAK = Pattern.compile("[ \\t]*+[\\r\\n][ \\t\\r\\n]*+");

    private final String text;
    private final int[] breaks;

    FormTextTag(TemplateContext context, String text) {
        super(context, PlainFactory.INSTANCE, null, null, "");
        this.text = text;
        this.breaks = BREAK.matcher(text)
                .results()
                .flatMapToInt(found -> IntStream.of(found.start(), found.end()))
                .toArray();
    }

    @Override
    public Writer execute(Writer writer, List<Object> scopes) {
        ((RenderOutput) writer).writeForm(text, breaks);
        return writer;
    }
}
