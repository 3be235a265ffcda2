package org.customactions.script.confinement;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * A program that gives up nearly all rights and then becomes a command of Java or the native executable, so that every
 * thread of the command starts without them. {@link #arguments} makes its arguments.
 */
public final class Confinement {

    /** First argument of the service's own executable that makes it this program. */
    public static final String ARGUMENT = "confine";

    private static final String COMMAND = "--";

    /** A native executable takes what begins with -D or -X for its own, wherever it stands. */
    private static final String KEEP = "+";

    /** Name of the system property that tells the command what confines it. */
    public static final String PROPERTY = "custom-actions.confinement";

    /** What confines a command if the kernel can do it all. */
    public static final String WHOLE = "seccomp and Landlock";

    private static final String NOTHING = "nothing";
    private static final String OPTION = "-D" + PROPERTY + "=";

    /** The argument of a command that this program replaces by what confines it. */
    public static final String UNTOLD = OPTION + NOTHING;

    /** Where the C library and the loader of programs are, and what Java looks at in every process. */
    private static final List<String> SYSTEM = List.of(
            "/lib",
            "/lib64",
            "/usr/lib",
            "/usr/lib64",
            "/etc/ld.so.cache",
            "/dev/null",
            "/dev/urandom",
            "/dev/random",
            "/sys/fs/cgroup",
            "/proc/self");

    /** What Java reads names of files by. Whoever starts this program decides which of them it has. */
    public static final Set<String> LOCALE = Set.of("LANG", "LC_ALL", "LC_CTYPE");

    private static final long NO_NEW_PRIVILEGES = 38;
    private static final long FILTER = 1;
    private static final long FILTER_ALL_THREADS = 1;

    private Confinement() {}

    /** Whether it can run here: on Linux, and on a Java that calls the kernel. */
    public static boolean isKnown() {
        return Kernel.isKnown();
    }

    /**
     * The arguments of this program.
     *
     * @param readable files and folders that the command may read
     */
    public static List<String> arguments(List<String> readable, List<String> command) {
        return Stream.of(readable.stream(), Stream.of(COMMAND), command.stream().map(KEEP::concat))
                .flatMap(Function.identity())
                .toList();
    }

    /** Becomes the command; does not return. */
    public static void main(String... arguments) {
        var end = Arrays.asList(arguments).indexOf(COMMAND);
        var readable = Stream.concat(SYSTEM.stream(), Arrays.stream(arguments, 0, end))
                .map(Path::of)
                .toList();
        var command = Arrays.stream(arguments, end + 1, arguments.length)
                .map(argument -> argument.substring(KEEP.length()))
                .toList();
        var kernel = Kernel.here();
        var taken = confine(kernel, readable);
        become(kernel, command, taken);
        throw new IllegalStateException("The command could not be started");
    }

    static void require(boolean done, String problem) {
        if (!done) {
            throw new IllegalStateException(problem);
        }
    }

    private static String confine(Kernel kernel, List<Path> readable) {
        var taken = new ArrayList<String>();
        require(kernel.call(SystemCall.PRCTL, NO_NEW_PRIVILEGES, 1) == 0, "The kernel does not know no_new_privs");
        if (filter(kernel)) {
            taken.add("seccomp");
        }
        var files = new FileRules(kernel);
        if (files.areKnown()) {
            // Last, because the classes of this program may be out of reach from here on.
            files.apply(readable);
            taken.add("Landlock");
        }
        return taken.isEmpty() ? NOTHING : String.join(" and ", taken);
    }

    private static boolean filter(Kernel kernel) {
        var instructions = SystemCallFilter.of(
                kernel.machine(), (int) ProcessHandle.current().pid());
        var program = kernel.copy(instructions.length / SystemCallFilter.INSTRUCTION_BYTES, kernel.copy(instructions));
        return kernel.call(SystemCall.SECCOMP, FILTER, FILTER_ALL_THREADS, program) == 0;
    }

    private static void become(Kernel kernel, List<String> command, String taken) {
        var arguments = copy(kernel, command.stream().map(text -> text.equals(UNTOLD) ? OPTION + taken : text));
        var environment = copy(
                kernel,
                System.getenv().entrySet().stream()
                        .filter(variable -> LOCALE.contains(variable.getKey()))
                        .map(variable -> variable.getKey() + "=" + variable.getValue()));
        kernel.call(SystemCall.EXECVE, arguments[0], kernel.copy(arguments), kernel.copy(environment));
    }

    /** Addresses of texts, and the zero that ends a list of them. */
    private static long[] copy(Kernel kernel, Stream<String> texts) {
        return LongStream.concat(
                        texts.mapToLong(text -> kernel.copy((text + "\0").getBytes(StandardCharsets.UTF_8))),
                        LongStream.of(0))
                .toArray();
    }
}
