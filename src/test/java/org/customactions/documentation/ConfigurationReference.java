package org.customactions.documentation;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;

/** Reads the settings of the service out of the Javadoc of its {@code @ConfigMapping} interfaces. */
final class ConfigurationReference {

    private ConfigurationReference() {}

    /** One setting. */
    private record Setting(String property, String type, Optional<String> defaultValue, String description) {

        String row() {
            return "| `%s`<br>`%s` | %s | %s | %s |"
                    .formatted(
                            property,
                            property.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_"),
                            type,
                            defaultValue.map(value -> "`" + value + "`").orElse("none"),
                            description);
        }
    }

    /** Rows of a Markdown table, by property. */
    static String table(Path sources) throws IOException {
        var settings = new ArrayList<Setting>();
        try (var files = Files.walk(sources)) {
            var interfaces = files.filter(file -> file.toString().endsWith("Configuration.java"))
                    .sorted()
                    .toList();
            var compiler = ToolProvider.getSystemJavaCompiler();
            try (var manager = compiler.getStandardFileManager(null, null, null)) {
                var task = (JavacTask) compiler.getTask(
                        null, manager, null, null, null, manager.getJavaFileObjectsFromPaths(interfaces));
                var comments = DocTrees.instance(task);
                for (var unit : task.parse()) {
                    for (var type : unit.getTypeDecls()) {
                        settings.addAll(settings(comments, TreePath.getPath(unit, type)));
                    }
                }
            }
        }
        return settings.stream().map(Setting::row).sorted().collect(Collectors.joining("\n"));
    }

    private static List<Setting> settings(DocTrees comments, TreePath path) {
        var type = (ClassTree) path.getLeaf();
        var prefix = annotation(type.getModifiers().getAnnotations(), "ConfigMapping")
                .orElseThrow(() -> new AssertionError(type.getSimpleName() + " is no @ConfigMapping"));
        return type.getMembers().stream()
                .filter(MethodTree.class::isInstance)
                .map(MethodTree.class::cast)
                .map(method -> new Setting(
                        prefix + "." + kebab(method.getName().toString()),
                        type(method.getReturnType().toString()),
                        annotation(method.getModifiers().getAnnotations(), "WithDefault"),
                        markdown(comments.getDocComment(new TreePath(path, method)), method)))
                .toList();
    }

    private static Optional<String> annotation(List<? extends AnnotationTree> annotations, String name) {
        return annotations.stream()
                .filter(annotation -> annotation.getAnnotationType().toString().equals(name))
                .map(annotation -> literal(annotation.getArguments().get(0)))
                .findFirst();
    }

    private static String literal(ExpressionTree argument) {
        var value = argument instanceof AssignmentTree assignment ? assignment.getExpression() : argument;
        return ((LiteralTree) value).getValue().toString();
    }

    private static String type(String declared) {
        var plain = declared.replaceAll("Optional(Int|Long)?", "").replaceAll("[<>]", "");
        if (plain.endsWith("ClaimPaths")) {
            return "list of claims, separated by commas";
        }
        if (plain.startsWith("Set") || plain.startsWith("List")) {
            return "list, separated by commas";
        }
        return switch (plain) {
            case "Duration" -> "duration, such as `10S` or `500MS`";
            case "MemorySize" -> "size, such as `64K` or `1M`";
            case "boolean" -> "`true` or `false`";
            case "", "int", "long" -> "number";
            default -> "text";
        };
    }

    private static String kebab(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    private static String markdown(String comment, MethodTree method) {
        if (comment == null) {
            throw new AssertionError(method.getName() + " has no Javadoc");
        }
        return comment.strip()
                .replaceAll("\\{@code ([^}]*)}", "`$1`")
                .replaceAll("\\{@link #?([^}]*)}", "`$1`")
                .replaceAll("\\s+", " ");
    }
}
