package org.customactions.template;

import com.github.mustachejava.TemplateContext;
import com.github.mustachejava.codes.DefaultCode;
import java.io.Writer;
import java.util.List;

/** Writes text of a template, and tells where it stands in it. */
final class TextTag extends DefaultCode {

    private final Token token;

    TextTag(TemplateContext context, Token token) {
        super(context, PlainFactory.INSTANCE, null, null, "");
        this.token = token;
    }

    @Override
    public Writer execute(Writer writer, List<Object> scopes) {
        var output = (RenderOutput) writer;
        output.comesFrom(token.start(), token.end());
        output.write(token.content());
        return writer;
    }
}
