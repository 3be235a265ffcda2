package org.customactions.script;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.vertx.http.HttpServerStart;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.ObservesAsync;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.customactions.api.ApiException;
import org.customactions.script.process.Place;
import org.customactions.script.process.ScriptRequest;
import org.customactions.text.Region;

/**
 * Runs customers' JavaScript so that it can neither reach nor exhaust the service. Each run has a context of its own,
 * in one of a few processes that hold nothing else; wall time, steps, memory, stack, output, result and waiting are
 * bounded. Scripts run one at a time in a process, and an organization never takes the last one.
 */
@ApplicationScoped
public class ScriptSandbox {

    private final boolean enabled;
    private final ScriptWorkers workers;
    private final ScriptOutcomes outcomes;

    ScriptSandbox(ScriptConfiguration configuration) {
        this.enabled = configuration.enabled();
        this.workers = new ScriptWorkers(configuration);
        this.outcomes = new ScriptOutcomes(configuration.timeout());
    }

    /**
     * Starts a process in the background once the service can be called; earlier it would slow the service's own start.
     * A script that is submitted before the process is ready waits for it.
     */
    void prepare(@ObservesAsync HttpServerStart event) {
        if (enabled) {
            workers.processes().prepare();
        }
    }

    /** For the metrics. */
    ScriptWorkers workers() {
        return workers;
    }

    /**
     * Runs code for an organization. The Uni never fails: every end is an outcome.
     *
     * @param code the body of an async function
     * @param context the script's variables, each by its name, and all of them together as its variable
     *     {@code context}. If one is called {@code context}, it is that variable, with the contact, the user and the
     *     organization in it. They are passed as JSON, so that the script has its own copy
     * @return the outcome, delivered on the caller's Vert.x context if it has one
     */
    public Uni<ScriptOutcome> run(UUID organizationId, String code, JsonNode context) {
        return run(organizationId, code, context, Region.DEFAULT).map(ScriptRun::outcome);
    }

    /**
     * Runs code as {@link #run(UUID, String, JsonNode)} does, and tells how long that took.
     *
     * @param region the time zone and the language that the script has unless it names others
     */
    public Uni<ScriptRun> run(UUID organizationId, String code, JsonNode context, Region region) {
        return submit(
                organizationId,
                ScriptRequest.run(code, context.toString(), place(region)),
                end -> new ScriptRun(outcomes.ofRun(end), end.took()));
    }

    private static Place place(Region region) {
        return region.equals(Region.DEFAULT)
                ? Place.DEFAULT
                : new Place(
                        region.zone() instanceof ZoneOffset
                                ? Place.DEFAULT.timeZone()
                                : region.zone().getId(),
                        region.locale().equals(Region.DEFAULT.locale())
                                ? Place.DEFAULT.locale()
                                : region.locale().toLanguageTag());
    }

    /**
     * Parses code without running it; empty if the code is fine. Delivered like {@link #run}. Fails with an
     * {@link ApiException} if nobody could look at the code.
     */
    public Uni<Optional<ScriptSyntaxError>> check(UUID organizationId, String code) {
        return submit(organizationId, ScriptRequest.check(code), outcomes::ofCheck);
    }

    private static <T> void tell(UniEmitter<? super T> emitter, Function<JobEnd, T> outcome, JobEnd end) {
        try {
            emitter.complete(outcome.apply(end));
        } catch (ApiException e) {
            emitter.fail(e);
        }
    }

    @PreDestroy
    void close() {
        workers.close();
    }

    private <T> Uni<T> submit(UUID organizationId, ScriptRequest request, Function<JobEnd, T> outcome) {
        Context caller = Vertx.currentContext();
        return Uni.createFrom().emitter(emitter -> {
            var job = Job.now(organizationId, request, end -> {
                Runnable telling = () -> tell(emitter, outcome, end);
                if (caller == null) {
                    telling.run();
                } else {
                    caller.runOnContext(ignored -> telling.run());
                }
            });
            emitter.onTermination(() -> workers.forget(job));
            workers.submit(job);
        });
    }
}
