package org.customactions.script.process;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.customactions.script.process.ScriptReply.Kind;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.SourceSection;

/** Translates between the code that the engine sees and the places that its author sees. */
final class ScriptSource {

    /** On the line of the code's first, so that lines are as their author counts them, also in a stack trace. */
    private static final String OPENING = "(async function () {";

    /** On a line of its own, because the last line may be a comment. */
    private static final String CLOSING = "\n})";

    private static final Pattern PARSER_MESSAGE = Pattern.compile("<function>:(\\d+):(\\d+) ([^\\r\\n]*)");

    private ScriptSource() {}

    /**
     * An expression that evaluates to the function. Only for code that has been checked to be the body of one function.
     */
    static Source of(String code) {
        return Source.newBuilder(ScriptEngine.LANGUAGE, OPENING + code + CLOSING, "action.js")
                .buildLiteral();
    }

    static OptionalInt line(PolyglotException exception, Source source) {
        return StreamSupport.stream(exception.getPolyglotStackTrace().spliterator(), false)
                .map(PolyglotException.StackFrame::getSourceLocation)
                .filter(location -> location != null && source.equals(location.getSource()))
                .mapToInt(SourceSection::getStartLine)
                .findFirst();
    }

    /** Reads the parser's message, whose lines count from 1 and whose columns count from 0. */
    static ScriptReply syntaxError(String code, String message) {
        Matcher place = PARSER_MESSAGE.matcher(message);
        if (!place.lookingAt()) {
            return ScriptReply.at(Kind.INVALID, firstLine(message), 1, 1);
        }
        int lines = (int) code.lines().count();
        int line = Integer.parseInt(place.group(1));
        if (line > lines) {
            String last = code.lines().reduce("", (before, next) -> next);
            return ScriptReply.at(Kind.INVALID, place.group(3), Math.max(1, lines), last.length() + 1);
        }
        return ScriptReply.at(Kind.INVALID, place.group(3), line, Integer.parseInt(place.group(2)) + 1);
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().filter(line -> !line.isBlank()).orElse("The code cannot be parsed");
    }
}
