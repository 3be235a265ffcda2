package org.customactions.template;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds what an author probably does not mean: names that lead nowhere, and values in JSON that nobody escapes. */
final class TemplateWarnings {

    private static final int MAX_WARNINGS = 20;

    private final Map<String, Object> known;
    private final List<Object> scopes = new ArrayList<>();
    private final Set<String> warnings = new LinkedHashSet<>();
    private final ParameterText parameter;

    private TemplateWarnings(Escaping escaping, Map<String, Object> known) {
        this.known = known;
        this.parameter = new ParameterText(escaping);
        this.scopes.add(known);
    }

    static List<String> of(List<Token> tokens, Escaping escaping, Map<String, Object> known) {
        var warnings = new TemplateWarnings(escaping, known);
        for (var token : tokens) {
            warnings.add(token);
        }
        return warnings.warnings.stream().limit(MAX_WARNINGS).toList();
    }

    private void add(Token token) {
        switch (token.kind()) {
            case TEXT -> parameter.add(token.content());
            case VARIABLE -> {
                judge(token.path());
                parameter.complaint(token).ifPresent(warnings::add);
            }
            case UNESCAPED_VARIABLE -> judge(token.path());
            case SECTION -> {
                judge(token.path());
                enter(token.path().find(scopes).value());
            }
            case INVERTED_SECTION -> {
                judge(token.path());
                scopes.add(Nothing.HERE);
                scopes.add(scopes.get(scopes.size() - 2));
            }
            case SECTION_END -> {
                scopes.remove(scopes.size() - 1);
                scopes.remove(scopes.size() - 1);
            }
            case COMMENT -> {}
        }
    }

    /** Two scopes for each section, as for one over a list. */
    private void enter(Object value) {
        var isList = value instanceof List<?> || value instanceof AnyData;
        scopes.add(isList ? new ListPosition(1) : Nothing.HERE);
        scopes.add(value instanceof List<?> list && !list.isEmpty() ? list.get(0) : value);
    }

    private void judge(VariablePath path) {
        if (path != null && !path.find(scopes).exists() && !isUnderAnything(path)) {
            warnings.add(KnownNames.sentence(path, known));
        }
    }

    /** Whether a section around enters something of which nothing is known, and the name may be of it. */
    private boolean isUnderAnything(VariablePath path) {
        return !path.isRooted() && scopes.stream().anyMatch(scope -> scope instanceof AnyData);
    }

    /** Keeps the number of scopes. */
    private enum Nothing {
        HERE
    }
}
