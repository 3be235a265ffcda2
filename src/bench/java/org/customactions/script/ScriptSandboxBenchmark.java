package org.customactions.script;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Runs of a usual action through the whole sandbox: queue, pipe, script process and back.
 *
 * <p>{@code ./mvnw -q -Pbench -DskipTests test-compile exec:exec}; with {@code -Dbench.java=…/bin/java} on another
 * runtime. To run a part, add {@code -Dbench=coldStart}.
 */
@State(Scope.Benchmark)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
public class ScriptSandboxBenchmark {

    private static final ScriptConfiguration CONFIGURATION = TestConfiguration.of(Duration.ofSeconds(1));
    private static final String CODE = """
            const { name, tags = [] } = contact;
            const vip = tags.some((tag) => tag === 'vip');
            return { toast: { message: `Hello ${name}${vip ? ' *' : ''}`, type: 'success' }, clipboard: name.trim() };
            """;

    private ScriptSandbox sandbox;
    private JsonNode context;

    /** An organization of its own for each caller, so that each has a process. */
    @State(Scope.Thread)
    public static class Caller {
        private final UUID organizationId = UUID.randomUUID();
    }

    @Setup(Level.Iteration)
    public void start() throws Exception {
        context = new ObjectMapper().readTree("{\"contact\":{\"name\":\"Ann\",\"tags\":[\"vip\"]}}");
        if (sandbox == null) {
            sandbox = new ScriptSandbox(CONFIGURATION);
            // Once by one thread: some of the libraries' own start is not made for two.
            sandbox.run(UUID.randomUUID(), CODE, context).await().indefinitely();
        }
    }

    @TearDown(Level.Trial)
    public void stop() {
        sandbox.close();
    }

    /** From nothing to the answer of the first script, the start of a process included. */
    @Benchmark
    @BenchmarkMode(Mode.SingleShotTime)
    @Warmup(iterations = 2)
    @Measurement(iterations = 10)
    public ScriptOutcome coldStart(Caller caller) {
        var cold = new ScriptSandbox(CONFIGURATION);
        var outcome = cold.run(caller.organizationId, CODE, context).await().indefinitely();
        cold.close();
        return outcome;
    }

    @Benchmark
    @BenchmarkMode(Mode.AverageTime)
    @Warmup(iterations = 5, time = 4)
    @Measurement(iterations = 4, time = 4)
    @Threads(1)
    public ScriptOutcome warmRunOfOneCaller(Caller caller) {
        return sandbox.run(caller.organizationId, CODE, context).await().indefinitely();
    }

    @Benchmark
    @BenchmarkMode(Mode.AverageTime)
    @Warmup(iterations = 5, time = 4)
    @Measurement(iterations = 4, time = 4)
    @Threads(2)
    public ScriptOutcome warmRunOfTwoCallers(Caller caller) {
        return sandbox.run(caller.organizationId, CODE, context).await().indefinitely();
    }
}
