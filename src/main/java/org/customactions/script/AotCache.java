package org.customactions.script;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The ahead-of-time cache (JEP 483, 514, 515) of script processes: it holds the classes of a process that is ready and
 * halves the start. {@code deployment/docker/train.sh} writes it to the folder of the package.
 */
final class AotCache {

    private static final String NAME = "script-process.aot";

    /** Older versions make such a cache in another way or refuse the option. */
    private static final int FIRST_JAVA = 25;

    private AotCache() {}

    /**
     * The cache to start a process with, if one exists. Java 25 before 25.0.4 does not notice that a cache was made
     * from other jars and would run their old classes (JDK-8377932), so a cache that is older than a jar is ignored.
     *
     * @param classPath class path of the process; the jar of the service's own classes comes first
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
            // One of the files is gone; starting the process will report it.
            return true;
        }
    }
}
