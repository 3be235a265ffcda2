package org.customactions.script;

import java.io.File;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.customactions.script.confinement.Confinement;
import org.customactions.script.process.ProcessLimits;
import org.customactions.script.process.ScriptProcess;
import org.graalvm.nativeimage.ImageInfo;

/**
 * The command that starts a script process: the native executable itself, or Java with the jars that the sandbox needs.
 */
final class ScriptCommand {

    /** Heap that the engine itself needs, in MiB. */
    private static final long ENGINE_HEAP = 64;

    private static final int MEBIBYTE_BITS = 20;

    /** One class of each jar that the process needs. None belongs to the service itself. */
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
            "org.graalvm.shadowed.org.tukaani.xz.XZInputStream",
            "com.ibm.icu.text.IDNA");

    private ScriptCommand() {}

    static List<String> of(ProcessLimits limits, boolean confined) {
        if (ImageInfo.inImageRuntimeCode()) {
            var command = executable(limits);
            return confined && Confinement.isKnown() ? confinedExecutable(command) : command;
        }
        var classPath = classPath();
        var aotCache = AotCache.of(classPath, Runtime.version().feature());
        var command = java(limits, classPath, aotCache);
        return confined && Confinement.isKnown() ? confined(command, classPath, aotCache) : command;
    }

    static List<Path> classPath() {
        return NEEDED.stream().map(ScriptCommand::locationOf).distinct().toList();
    }

    private static List<String> executable(ProcessLimits limits) {
        var command = new ArrayList<String>();
        command.add(ProcessHandle.current().info().command().orElseThrow());
        command.addAll(
                List.of(heap(limits), "-XX:+ExitOnOutOfMemoryError", Confinement.UNTOLD, ScriptProcess.ARGUMENT));
        command.addAll(limits.toArguments());
        return List.copyOf(command);
    }

    /** The same executable first, as the program that gives up what scripts have no use for. */
    private static List<String> confinedExecutable(List<String> command) {
        var executable = command.get(0);
        var confined = new ArrayList<>(List.of(executable, "-Xmx32m", Confinement.ARGUMENT));
        confined.addAll(Confinement.arguments(List.of(executable), command));
        return List.copyOf(confined);
    }

    static List<String> java(ProcessLimits limits, List<Path> classPath, Optional<Path> aotCache) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        aotCache.map(cache -> "-XX:AOTCache=" + cache).ifPresent(command::add);
        command.addAll(List.of(
                // Standard output is for replies only, and Java would write warnings there, such as one about a cache
                // that does not fit.
                "-Xlog:disable",
                // The heap grows only for scripts that need more; the usual ones leave it small.
                "-Xms16m",
                heap(limits),
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:-UsePerfData",
                Confinement.UNTOLD,
                "-cp",
                classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)),
                ScriptProcess.class.getName()));
        command.addAll(limits.toArguments());
        return List.copyOf(command);
    }

    /** The command behind a small program that gives up what scripts have no use for, and then becomes the command. */
    static List<String> confined(List<String> command, List<Path> classPath, Optional<Path> aotCache) {
        var home = Path.of(System.getProperty("java.home"));
        var confined = new ArrayList<String>();
        confined.add(command.get(0));
        confined.addAll(List.of(
                "-Xlog:disable",
                "-Xmx32m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classPath.get(0).toString(),
                Confinement.class.getName()));
        // Distributions keep some folders of Java elsewhere, with links to them.
        var readable = Stream.of(
                        Stream.of(home, home.resolve("conf"), home.resolve("lib")),
                        classPath.stream(),
                        aotCache.stream())
                .flatMap(paths -> paths)
                .map(Path::toString)
                .toList();
        confined.addAll(Confinement.arguments(readable, command));
        return List.copyOf(confined);
    }

    private static String heap(ProcessLimits limits) {
        return "-Xmx%dm".formatted(ENGINE_HEAP + (limits.maxMemory() >> MEBIBYTE_BITS));
    }

    /**
     * The jar or folder that a class comes from. The class is looked up as a resource, so that it is not loaded here.
     */
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
