package org.customactions.kind.script;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What belongs to the script itself in its tokens, and what to functions in it.
 *
 * @param tokens all of them
 * @param returns where the script itself returns
 * @param declared names that the code gives to variables, functions and classes
 */
record ScriptShape(List<ScriptToken> tokens, List<Integer> returns, Set<String> declared) {

    private static final Set<String> BEFORE_BLOCKS = Set.of("if", "for", "while", "switch", "catch", "with");
    private static final Set<String> DECLARING = Set.of("const", "let", "var", "function", "class");

    static ScriptShape of(List<ScriptToken> tokens) {
        var returns = new ArrayList<Integer>();
        var braces = new ArrayDeque<Boolean>();
        var beforeParens = new ArrayDeque<Integer>();
        var beforeLast = -1;
        var functions = 0;
        for (int i = 0; i < tokens.size(); i++) {
            var token = tokens.get(i);
            if (token.is("(")) {
                beforeParens.push(i - 1);
            } else if (token.is(")") && !beforeParens.isEmpty()) {
                beforeLast = beforeParens.pop();
            } else if (token.is("{")) {
                var isFunction = opensFunction(tokens, i, beforeLast);
                braces.push(isFunction);
                functions += isFunction ? 1 : 0;
            } else if (token.is("}") && !braces.isEmpty()) {
                functions -= braces.pop() ? 1 : 0;
            } else if (token.isWord("return") && functions == 0 && !isMember(tokens, i)) {
                returns.add(i);
            }
        }
        return new ScriptShape(tokens, returns, declared(tokens));
    }

    /** Whether a word follows a dot, so that it names no variable. */
    static boolean isMember(List<ScriptToken> tokens, int i) {
        return i > 0 && (tokens.get(i - 1).is(".") || tokens.get(i - 1).is("?."));
    }

    private static boolean opensFunction(List<ScriptToken> tokens, int brace, int beforeParens) {
        if (brace == 0 || !tokens.get(brace - 1).is(")")) {
            return brace > 0 && tokens.get(brace - 1).is("=>");
        }
        var isBlock = beforeParens >= 0
                && BEFORE_BLOCKS.contains(tokens.get(beforeParens).text());
        var isForAwait = beforeParens > 0 && tokens.get(beforeParens).isWord("await");
        return !isBlock && !isForAwait;
    }

    /**
     * Every word that is declared somewhere; of patterns and parameters all words, so that none is warned of wrongly.
     */
    private static Set<String> declared(List<ScriptToken> tokens) {
        var names = new HashSet<String>();
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).kind() == ScriptToken.Kind.WORD
                    && DECLARING.contains(tokens.get(i).text())) {
                addUntil(tokens, i + 1, names, Set.of("=", ";", "in", "of"));
            } else if (tokens.get(i).is("=>")) {
                addParameters(tokens, i - 1, names);
            } else if (tokens.get(i).isWord("catch")) {
                addUntil(tokens, i + 1, names, Set.of("{"));
            }
        }
        return names;
    }

    private static void addUntil(List<ScriptToken> tokens, int start, Set<String> names, Set<String> ends) {
        for (int i = start; i < tokens.size() && !ends.contains(tokens.get(i).text()); i++) {
            if (tokens.get(i).is("{") && i > start && tokens.get(i - 1).is(")")) {
                return;
            }
            addWord(tokens.get(i), names);
        }
    }

    private static void addParameters(List<ScriptToken> tokens, int last, Set<String> names) {
        var depth = 0;
        for (int i = last; i >= 0; i--) {
            depth += tokens.get(i).is(")") ? 1 : tokens.get(i).is("(") ? -1 : 0;
            addWord(tokens.get(i), names);
            if (depth == 0) {
                return;
            }
        }
    }

    private static void addWord(ScriptToken token, Set<String> names) {
        if (token.kind() == ScriptToken.Kind.WORD) {
            names.add(token.text());
        }
    }
}
