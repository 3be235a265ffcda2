package org.customactions.script;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Runs customers' JavaScript so that it can neither reach nor exhaust the service. Each run has a context of its own on
 * a bounded pool beside the event loop; wall time, steps, memory, stack, output, result and waiting are bounded.
 */
@ApplicationScoped
@Startup
public class ScriptSandbox {

    private final CompletableFuture<ScriptEngine> engine = new CompletableFuture<>();
    private final ScriptPrograms programs = new ScriptPrograms();
    private final ScriptWorkers workers;

    /** Starts to warm up in the background; what is asked for before it is warm waits for it. */
    public ScriptSandbox(ScriptConfiguration configuration) {
        this.workers = new ScriptWorkers(configuration, engine);
        Watch.daemon(new WarmUp(configuration, engine), "script-warm-up").start();
    }

    /**
     * Runs code for an organization. Never fails: every end is an outcome.
     *
     * @param code the body of an async function
     * @param context becomes the variable {@code context} of the script, and each of its members a variable of its own;
     *     handed in as JSON, so that the script has its own copy
     * @return the outcome, delivered on the caller's Vert.x context where there is one
     */
    public Uni<ScriptOutcome> run(UUID organizationId, String code, JsonNode context) {
        String contextJson = context.toString();
        return submit(end -> new Job<>(organizationId, new RunScript(programs, code, contextJson), end));
    }

    /** Parses code without running it; empty when it is fine. Delivered like {@link #run}. */
    public Uni<Optional<ScriptSyntaxError>> check(UUID organizationId, String code) {
        return submit(end -> new Job<>(organizationId, new CheckScript(programs, code), end));
    }

    @PreDestroy
    void close() {
        workers.close();
        engine.thenAccept(ready -> Watch.daemon(ready::close, "script-close").start());
    }

    private <T> Uni<T> submit(Function<Consumer<T>, Job<T>> job) {
        Context caller = Vertx.currentContext();
        return Uni.createFrom()
                .emitter(emitter -> workers.submit(job.apply(result -> {
                    if (caller == null) {
                        emitter.complete(result);
                    } else {
                        caller.runOnContext(ignored -> emitter.complete(result));
                    }
                })));
    }
}
