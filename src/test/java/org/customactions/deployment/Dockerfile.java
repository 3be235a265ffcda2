package org.customactions.deployment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A Dockerfile as its stages, each a list of instructions that begins with FROM. */
record Dockerfile(List<List<Instruction>> stages) {

    static final Path FOLDER = Path.of("deployment/docker");

    private static final Pattern CONTINUATION = Pattern.compile("\\\\\\R");
    private static final Pattern COMMENT = Pattern.compile("(?m)^\\s*#.*\\R?");

    /** One instruction; its flags, such as {@code --from=build}, apart from its arguments. */
    record Instruction(String name, List<String> flags, List<String> arguments) {

        static Instruction parse(String line) {
            var words = List.of(line.strip().split("\\s+"));
            var rest = words.subList(1, words.size());
            var flags = rest.stream().takeWhile(word -> word.startsWith("--")).toList();
            return new Instruction(
                    words.get(0).toUpperCase(Locale.ROOT), flags, rest.subList(flags.size(), rest.size()));
        }

        boolean isCopyFromContext() {
            return name.equals("COPY") && flags.stream().noneMatch(flag -> flag.startsWith("--from="));
        }

        List<String> sources() {
            return arguments.subList(0, arguments.size() - 1);
        }
    }

    static Dockerfile read(String name) throws IOException {
        return parse(Files.readString(FOLDER.resolve(name)));
    }

    static Dockerfile parse(String text) {
        var stages = new ArrayList<List<Instruction>>();
        var plain = CONTINUATION.matcher(COMMENT.matcher(text).replaceAll("")).replaceAll(" ");
        plain.lines().filter(line -> !line.isBlank()).map(Instruction::parse).forEach(instruction -> {
            if (instruction.name().equals("FROM")) {
                stages.add(new ArrayList<>());
            }
            stages.get(stages.size() - 1).add(instruction);
        });
        return new Dockerfile(stages);
    }

    Stream<Instruction> all(String name) {
        return stages.stream()
                .flatMap(List::stream)
                .filter(instruction -> instruction.name().equals(name));
    }

    /** What the image that comes out is made by. */
    List<Instruction> last() {
        return stages.get(stages.size() - 1);
    }

    Instruction entryPoint() {
        return last().stream()
                .filter(instruction -> instruction.name().equals("ENTRYPOINT"))
                .findFirst()
                .orElseThrow();
    }

    /** The number that an argument of the entry point gives, such as 25 of {@code -XX:MaxRAMPercentage=25}. */
    OptionalLong argument(String name) {
        var found = Pattern.compile(Pattern.quote(name) + "=(\\d+)")
                .matcher(String.join(" ", entryPoint().arguments()));
        return found.find() ? OptionalLong.of(Long.parseLong(found.group(1))) : OptionalLong.empty();
    }
}
