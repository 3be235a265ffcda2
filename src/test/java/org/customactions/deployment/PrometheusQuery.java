package org.customactions.deployment;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** A PromQL expression, as far as it names metrics and labels. */
record PrometheusQuery(String expression) {

    private static final Pattern TEXT = Pattern.compile("\"[^\"]*\"");
    private static final Pattern LABELS = Pattern.compile("\\{[^}]*}");
    private static final Pattern GROUPING = Pattern.compile("\\b(by|on|ignoring|without)\\s*\\([^)]*\\)");
    private static final Pattern RANGE = Pattern.compile("\\[[^]]*]");
    private static final Pattern NAME = Pattern.compile("[a-zA-Z_:][a-zA-Z0-9_:]*(?!\\s*\\(|[a-zA-Z0-9_:])");
    private static final Pattern MATCHER = Pattern.compile("(\\w+)\\s*(?:=~|!=|=)\\s*\"([^\"]*)\"");
    private static final Set<String> OPERATORS = Set.of("and", "or", "unless", "bool", "label_values");

    /** Names that are neither functions nor labels. */
    Set<String> metrics() {
        var plain = TEXT.matcher(expression).replaceAll("\"\"");
        for (var pattern : List.of(LABELS, GROUPING, RANGE)) {
            plain = pattern.matcher(plain).replaceAll("");
        }
        var metrics = new TreeSet<String>();
        NAME.matcher(plain).results().map(name -> name.group()).forEach(metrics::add);
        metrics.removeAll(OPERATORS);
        return metrics;
    }

    /** The values that a label is compared with; those of a pattern one by one. */
    List<String> values(String label) {
        return MATCHER.matcher(expression)
                .results()
                .filter(matcher -> matcher.group(1).equals(label))
                .flatMap(matcher -> List.of(matcher.group(2).split("\\|")).stream())
                .toList();
    }
}
