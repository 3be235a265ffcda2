package org.customactions.script;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Metrics of the sandbox: its processes, its queue, and whether the engine compiles code that runs often. An engine
 * that only interprets runs computing loops many times slower.
 */
@ApplicationScoped
class ScriptMetrics {

    /** Name of the engine's runtime if it has no compiler. */
    private static final String INTERPRETED = "Interpreted";

    private static final String PROCESSES = "custom_actions.script.processes";
    private static final String STATE = "state";
    private static final String RUNTIME = "custom_actions.script.runtime";
    private static final String KIND = "kind";

    void register(@Observes StartupEvent event, MeterRegistry registry, ScriptSandbox sandbox) {
        var workers = sandbox.workers();
        var processes = workers.processes();
        Gauge.builder(PROCESSES, processes, ScriptProcesses::working)
                .tag(STATE, "working")
                .register(registry);
        Gauge.builder(PROCESSES, processes, ScriptProcesses::idle)
                .tag(STATE, "idle")
                .register(registry);
        FunctionCounter.builder("custom_actions.script.processes.lost", processes, ScriptProcesses::lost)
                .description("Processes that were not used again after a script")
                .register(registry);
        Gauge.builder("custom_actions.script.waiting", workers, ScriptWorkers::waiting)
                .description("Scripts that wait for a process")
                .register(registry);
        Gauge.builder(RUNTIME, processes, known -> is(known, true))
                .tag(KIND, "optimizing")
                .register(registry);
        Gauge.builder(RUNTIME, processes, known -> is(known, false))
                .tag(KIND, "interpreting")
                .register(registry);
    }

    private static double is(ScriptProcesses processes, boolean optimizing) {
        return processes
                .runtime()
                .map(runtime -> runtime.equals(INTERPRETED) != optimizing ? 1.0 : 0.0)
                .orElse(0.0);
    }
}
