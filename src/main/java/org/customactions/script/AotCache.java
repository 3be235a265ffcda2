package org.customactions.script;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The ahead-of-time cache (JEP 483, 514, 515) of script processes, which halves their start: classes as they are once a
 * process is ready. {@code deployment/docker/train.sh} makes it, in the folder of the package.
 */
final class AotCache {

    private static final String NAME = "script-process.aot";

    /** Older ones make such a cache in another way, or refuse the option. */
    private static final int FIRST_JAVA = 25;

    private AotCache() {}

    /**
     * The cache to start a process with, where there is one. Java 25 before 25.0.4 does not notice that a cache is of
     * other jars and would run what they held before (JDK-8377932), so one that is older than a jar is left alone.
     *
     * @param classPath of the process, the jar of the service's own classes first
     */
    static Optional<Path> of(List<Path> classPath, int javaVersion) {
        var cache = classPath.get(0).resolveSibling("..").resolve(NAME).normalize();
        var fits = javaVersion >= FIRST_JAVA
                && Files.isReadable(cache)
                && classPath.stream().allMatch(jar -> Files.isRegularFile(jar) && !isOlder(cache, jar));
        return fits ? Optional.of(cache) : Optional.empty();
    }

    private static boolean isOlder(Path cache, Path jar) {
        try {
            return Files.getLastModifiedTime(cache).compareTo(Files.getLastModifiedTime(jar)) < 0;
        } catch (IOException e) {
            // One of them went away; whoever needs it says so.
            return true;
        }
    }
}
