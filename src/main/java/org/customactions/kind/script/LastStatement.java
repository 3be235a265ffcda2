package org.customactions.kind.script;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.customactions.kind.script.ScriptToken.Kind;

/** Warns of a script that returns nothing although its last statement looks like its result. */
final class LastStatement {

    private static final Set<String> RESULTS = Set.of("toast", "clipboard", "url");
    private static final String FORGOTTEN =
            "The code returns nothing, so its result has no effect; write return in front of %s";

    private LastStatement() {}

    /** @param shape of code that does not return at its top */
    static Optional<String> warning(ScriptShape shape) {
        var tokens = withoutEnd(shape.tokens());
        if (tokens.isEmpty()) {
            return Optional.empty();
        }
        var last = tokens.get(tokens.size() - 1);
        if (last.is(")")) {
            var name = called(tokens);
            var returns = tokens.stream().anyMatch(token -> token.isWord("return"));
            if (returns && name.isPresent() && shape.declared().contains(name.get())) {
                return Optional.of(FORGOTTEN.formatted(name.get() + "()"));
            }
        }
        return unused(tokens)
                .map(("%s is never called, so the code does nothing; end it with return %1$s()")::formatted)
                .or(() -> resultWord(shape, tokens).map(FORGOTTEN::formatted));
    }

    private static List<ScriptToken> withoutEnd(List<ScriptToken> tokens) {
        var end = tokens.size();
        while (end > 0 && tokens.get(end - 1).is(";")) {
            end--;
        }
        return tokens.subList(0, end);
    }

    /** The function whose call ends the code. */
    private static Optional<String> called(List<ScriptToken> tokens) {
        var depth = 0;
        for (int i = tokens.size() - 1; i > 0; i--) {
            depth += tokens.get(i).is(")") ? 1 : tokens.get(i).is("(") ? -1 : 0;
            if (depth == 0) {
                var name = tokens.get(i - 1);
                return name.kind() == Kind.WORD && !ScriptShape.isMember(tokens, i - 1)
                        ? Optional.of(name.text())
                        : Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** A function that nothing mentions but its declaration. */
    private static Optional<String> unused(List<ScriptToken> tokens) {
        for (int i = 0; i + 1 < tokens.size(); i++) {
            var name = tokens.get(i + 1);
            if (tokens.get(i).isWord("function") && name.kind() == Kind.WORD) {
                var mentions = tokens.stream()
                        .filter(token -> token.isWord(name.text())
                                || token.kind() == Kind.TEMPLATE && token.text().contains(name.text()))
                        .count();
                if (mentions == 1) {
                    return Optional.of(name.text());
                }
            }
        }
        return Optional.empty();
    }

    /** What ends the code if it is an object that would steer the answer, or a variable alone. */
    private static Optional<String> resultWord(ScriptShape shape, List<ScriptToken> tokens) {
        var last = tokens.get(tokens.size() - 1);
        if (last.kind() == Kind.WORD && last.isFirst() && shape.declared().contains(last.text())) {
            return Optional.of(last.text());
        }
        if (!last.is("}") && !last.is(")")) {
            return Optional.empty();
        }
        for (int i = 0; i + 1 < tokens.size(); i++) {
            var isKey =
                    tokens.get(i + 1).is(":") && RESULTS.contains(tokens.get(i).text());
            if (isKey
                    && i > 0
                    && (tokens.get(i - 1).is("{") || tokens.get(i - 1).is(","))) {
                return Optional.of("the object");
            }
        }
        return Optional.empty();
    }
}
