package org.customactions.deployment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What {@code .dockerignore} keeps out of a build: the last pattern that matches a path, or a folder it is in, decides.
 */
record DockerIgnore(List<String> patterns) {

    static DockerIgnore read() throws IOException {
        return new DockerIgnore(Files.readAllLines(Path.of(".dockerignore")).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList());
    }

    boolean ignores(Path path) {
        var ignored = false;
        for (var pattern : patterns) {
            var reopens = pattern.startsWith("!");
            if (matches(reopens ? pattern.substring(1) : pattern, path)) {
                ignored = !reopens;
            }
        }
        return ignored;
    }

    private static boolean matches(String pattern, Path path) {
        var expression = pattern.chars()
                .mapToObj(character -> character == '*' ? "[^/]*" : Pattern.quote(Character.toString(character)))
                .collect(Collectors.joining());
        for (var part = path.normalize(); part != null; part = part.getParent()) {
            if (part.toString().matches(expression)) {
                return true;
            }
        }
        return false;
    }
}
