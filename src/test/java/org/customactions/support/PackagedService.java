package org.customactions.support;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.core.ConditionTimeoutException;

/**
 * The packaged service as a process of its own, as production runs it: the jar or the native executable, whichever was
 * built, with exactly the given environment, {@code PATH} and {@code JAVA_HOME}. HTTP and management listen on random
 * loopback ports unless the environment says otherwise. The process ends at the latest with the JVM of the tests.
 */
public final class PackagedService implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofMinutes(5);
    private static final Duration EXIT_LIMIT = Duration.ofMinutes(2);

    /** What makes a process start sooner that lives for a few calls. */
    private static final List<String> SHORT_LIVED = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private static final Pattern HTTP = Pattern.compile("Listening on: https?://\\S+?:(\\d+)");
    private static final Pattern MANAGEMENT =
            Pattern.compile("[Mm]anagement interface listening on:? https?://\\S+?:(\\d+)");

    private final Process process;
    private final Thread exitHook;
    private final Thread reader;
    private final StringBuffer output = new StringBuffer();

    private PackagedService(Process process) throws IOException {
        this.process = process;
        this.exitHook = new Thread(process::destroyForcibly);
        Runtime.getRuntime().addShutdownHook(exitHook);
        process.getOutputStream().close();
        this.reader = new Thread(this::read, "packaged-service-output");
        reader.setDaemon(true);
        reader.start();
    }

    /** Starts the package with these arguments and returns at once. */
    public static PackagedService start(Map<String, String> environment, String... arguments) {
        var service = ServicePackage.ofThisBuild();
        return start(service, withoutScripts(environment), shortLived(service), List.of(arguments));
    }

    /** Starts the package with these options of its virtual machine and returns once it is ready. */
    public static PackagedService startReady(Map<String, String> environment, String... machineOptions) {
        var service = ServicePackage.ofThisBuild();
        var options = Stream.concat(shortLived(service).stream(), Stream.of(machineOptions));
        return ready(start(service, withoutScripts(environment), options.toList(), List.of()));
    }

    /** As {@link #startReady}, but with nothing that production has not: for load and for what scripts do. */
    public static PackagedService startAsDeployed(Map<String, String> environment, String... machineOptions) {
        return ready(start(ServicePackage.ofThisBuild(), environment, List.of(machineOptions), List.of()));
    }

    private static List<String> shortLived(ServicePackage service) {
        return service.isNative() ? List.of() : SHORT_LIVED;
    }

    /** Their processes take as long to start as the service does. */
    private static Map<String, String> withoutScripts(Map<String, String> environment) {
        var all = new HashMap<>(environment);
        all.putIfAbsent("CUSTOM_ACTIONS_SCRIPT_START_AHEAD", "false");
        return all;
    }

    private static PackagedService ready(PackagedService service) {
        try {
            return service.awaitReady();
        } catch (AssertionError | ConditionTimeoutException e) {
            service.close();
            throw e;
        }
    }

    static PackagedService start(
            ServicePackage service,
            Map<String, String> environment,
            List<String> machineOptions,
            List<String> arguments) {
        ProcessBuilder builder = new ProcessBuilder(service.command(machineOptions, arguments));
        Map<String, String> own = builder.environment();
        own.keySet().retainAll(List.of("PATH"));
        own.put("JAVA_HOME", System.getProperty("java.home"));
        own.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        own.put("QUARKUS_HTTP_PORT", "0");
        own.put("QUARKUS_MANAGEMENT_HOST", "127.0.0.1");
        own.put("QUARKUS_MANAGEMENT_PORT", "0");
        own.putAll(environment);
        try {
            return new PackagedService(builder.redirectErrorStream(true).start());
        } catch (IOException e) {
            throw new UncheckedIOException(service.file() + " cannot be started", e);
        }
    }

    /**
     * Waits until {@code /q/health/ready} answers 200.
     *
     * @throws AssertionError with the output when the process exits first or is not ready within five minutes
     */
    public PackagedService awaitReady() {
        Patience.await().atMost(START_LIMIT).until(() -> !process.isAlive() || readiness() == 200);
        if (!process.isAlive()) {
            throw new AssertionError("The service exited with " + awaitExit() + " instead of starting:\n" + output);
        }
        return this;
    }

    /** The HTTP status of {@code /q/health/ready}, -1 while nothing answers. */
    public int readiness() {
        if (port(MANAGEMENT).isEmpty()) {
            return -1;
        }
        try {
            HttpURLConnection connection = (HttpURLConnection)
                    URI.create(managementUrl() + "/q/health/ready").toURL().openConnection();
            connection.setConnectTimeout(2_000);
            connection.setReadTimeout(10_000);
            return connection.getResponseCode();
        } catch (IOException e) {
            return -1;
        }
    }

    /** The base URL of the API, without a slash at its end. Known once the service is ready. */
    public String url() {
        return "http://127.0.0.1:" + port(HTTP).orElseThrow(this::notListening);
    }

    /** The base URL of health and metrics, without a slash at its end. Known once the service is ready. */
    public String managementUrl() {
        return "http://127.0.0.1:" + port(MANAGEMENT).orElseThrow(this::notListening);
    }

    /** Asks the process to stop, as Kubernetes does (SIGTERM), and returns at once. */
    public void terminate() {
        // Through the handle, because Process.destroy() also closes the output, where the last words stand.
        process.toHandle().destroy();
    }

    /** Ends the process without a chance to clean up (SIGKILL), and returns at once. */
    public void kill() {
        process.toHandle().destroyForcibly();
    }

    /** The process, for what the system knows about it and its children. */
    public ProcessHandle handle() {
        return process.toHandle();
    }

    /** Whether the process runs. */
    public boolean isRunning() {
        return process.isAlive();
    }

    /**
     * Waits for the process to end, two minutes at most, and answers its exit code; all its output has been read then.
     */
    public int awaitExit() {
        try {
            if (!process.waitFor(EXIT_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new AssertionError("The service still runs after " + EXIT_LIMIT.toSeconds() + " s:\n" + output);
            }
            reader.join(EXIT_LIMIT.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted while the service stopped", e);
        }
        return process.exitValue();
    }

    /** Standard output and standard error so far, together. */
    public String output() {
        return output.toString();
    }

    /** The lines of {@link #output()}. */
    public List<String> outputLines() {
        return output().lines().toList();
    }

    /** What has been logged so far. */
    public List<LoggedRecord> logged() {
        return output().lines().map(LoggedRecord::of).flatMap(Optional::stream).toList();
    }

    @Override
    public void close() {
        kill();
        awaitExit();
        try {
            Runtime.getRuntime().removeShutdownHook(exitHook);
        } catch (IllegalStateException e) {
            // The JVM is exiting: the hook has done its work.
        }
    }

    private void read() {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                output.append(line).append('\n');
                Written.add("package-%d.log".formatted(process.pid()), line);
            }
        } catch (IOException e) {
            output.append("(output ended: ").append(e.getMessage()).append(")\n");
        }
    }

    private OptionalInt port(Pattern announcement) {
        Matcher matcher = announcement.matcher(output);
        return matcher.find() ? OptionalInt.of(Integer.parseInt(matcher.group(1))) : OptionalInt.empty();
    }

    private AssertionError notListening() {
        return new AssertionError("The service has not announced its port:\n" + output);
    }
}
