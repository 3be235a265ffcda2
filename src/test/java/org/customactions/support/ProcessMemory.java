package org.customactions.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/**
 * What a running service holds.
 *
 * @param heap bytes in use once the garbage has been collected, where the service runs on a JVM: a native executable
 *     cannot be asked to
 * @param resident bytes of the whole process in physical memory, where the system is Linux
 */
public record ProcessMemory(OptionalLong heap, OptionalLong resident) {

    private static final String HEAP = "jvm_memory_used_bytes{area=\"heap\"";
    private static final long KIBIBYTE = 1024;

    public static ProcessMemory of(PackagedService service) {
        var pid = service.handle().pid();
        var heap = ServicePackage.ofThisBuild().isNative() ? OptionalLong.empty() : OptionalLong.of(heap(service));
        return new ProcessMemory(heap, resident(pid));
    }

    private static long heap(PackagedService service) {
        collectGarbage(service.handle().pid());
        return (long) new Metrics(URI.create(service.managementUrl()))
                .lines().stream()
                        .filter(line -> line.startsWith(HEAP))
                        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                        .sum();
    }

    private static void collectGarbage(long pid) {
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        try {
            var process = new ProcessBuilder(jcmd, Long.toString(pid), "GC.run").start();
            assertThat(process.waitFor()).as("exit code of jcmd").isZero();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted while garbage was collected", e);
        }
    }

    private static OptionalLong resident(long pid) {
        var status = Path.of("/proc", Long.toString(pid), "status");
        if (!Files.isReadable(status)) {
            return OptionalLong.empty();
        }
        try {
            return Files.readAllLines(status).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * KIBIBYTE)
                    .findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
