package org.customactions.script.process;

import java.io.DataOutputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What a run costs inside the script process, apart from pipes and queues. Run like {@code ScriptSandboxBenchmark}. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 4)
@Measurement(iterations = 4, time = 4)
@Fork(1)
public class ScriptRunnerBenchmark {

    private static final ProcessLimits LIMITS = new ProcessLimits(Duration.ofSeconds(1), 100_000_000_000L, 64L << 20);
    private static final String CONTEXT = "{\"contact\":{\"name\":\"Ann\",\"tags\":[\"vip\"]}}";
    private static final String CODE = """
            const { name, tags = [] } = contact;
            const vip = tags.some((tag) => tag === 'vip');
            return { toast: { message: `Hello ${name}${vip ? ' *' : ''}`, type: 'success' }, clipboard: name.trim() };
            """;

    private ScriptEngine engine;
    private ScriptRunner runner;

    @Setup
    public void start() {
        engine = new ScriptEngine(LIMITS);
        runner = new ScriptRunner(LIMITS, new DataOutputStream(OutputStream.nullOutputStream()));
        runner.warmUp(1);
    }

    /** A context that nothing has run in, with its prelude. */
    @Benchmark
    public void contextOnly() {
        engine.open().close();
    }

    /** A context, a script in it, and its end. */
    @Benchmark
    public ScriptReply contextAndRun() {
        var reply = runner.answer(ScriptRequest.run(CODE, CONTEXT));
        runner.prepare();
        return reply;
    }
}
