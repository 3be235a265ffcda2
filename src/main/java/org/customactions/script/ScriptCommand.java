package org.customactions.script;

import java.io.File;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.customactions.script.process.ProcessLimits;
import org.customactions.script.process.ScriptProcess;
import org.graalvm.nativeimage.ImageInfo;

/** The command that starts a script process: the native executable itself, or Java with what the sandbox needs. */
final class ScriptCommand {

    /** In MiB, what the engine itself needs of the heap. */
    private static final long ENGINE_HEAP = 64;

    private static final int MEBIBYTE_BITS = 20;

    /** A class of each jar that the process needs; nothing of the service itself is among them. */
    private static final List<String> NEEDED = List.of(
            ScriptProcess.class.getName(),
            "org.graalvm.polyglot.Context",
            "org.graalvm.collections.EconomicMap",
            "org.graalvm.nativeimage.ImageInfo",
            "org.graalvm.word.WordBase",
            "com.oracle.truffle.api.TruffleLanguage",
            "com.oracle.truffle.js.lang.JavaScriptLanguage",
            "com.oracle.truffle.regex.RegexLanguage",
            "org.graalvm.shadowed.com.ibm.icu.util.ULocale",
            "org.graalvm.shadowed.org.tukaani.xz.XZInputStream");

    private ScriptCommand() {}

    static List<String> of(ProcessLimits limits) {
        var heap = "-Xmx%dm".formatted(ENGINE_HEAP + (limits.maxMemory() >> MEBIBYTE_BITS));
        var command = new ArrayList<String>();
        if (ImageInfo.inImageRuntimeCode()) {
            command.add(ProcessHandle.current().info().command().orElseThrow());
            command.addAll(List.of(heap, "-XX:+ExitOnOutOfMemoryError", ScriptProcess.ARGUMENT));
        } else {
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(List.of(
                    // Grows only for scripts that need more; the usual ones leave it small.
                    "-Xms16m",
                    heap,
                    "-XX:+UseSerialGC",
                    "-XX:+ExitOnOutOfMemoryError",
                    "-XX:-UsePerfData",
                    "-Xshare:auto",
                    "-cp",
                    classPath(),
                    ScriptProcess.class.getName()));
        }
        command.addAll(limits.toArguments());
        return command;
    }

    private static String classPath() {
        return NEEDED.stream()
                .map(ScriptCommand::locationOf)
                .distinct()
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** The jar or folder that a class comes from. It is looked up as a resource, so that it need not be loaded here. */
    private static Path locationOf(String className) {
        var resource = className.replace('.', '/') + ".class";
        try {
            URL url = Stream.of(
                            ScriptCommand.class.getClassLoader(),
                            Thread.currentThread().getContextClassLoader())
                    .map(loader -> loader.getResource(resource))
                    .filter(found -> found != null)
                    .findFirst()
                    .orElseThrow();
            if (url.openConnection() instanceof JarURLConnection jar) {
                return Path.of(jar.getJarFileURL().toURI());
            }
            var file = url.toURI().toString();
            return Path.of(URI.create(file.substring(0, file.length() - resource.length())));
        } catch (Exception e) {
            throw new IllegalStateException("The sandbox's " + className + " is missing from the package", e);
        }
    }
}
