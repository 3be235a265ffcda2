package org.customactions.execution;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.customactions.kind.Acceptance;
import org.customactions.kind.ActionConfig;
import org.customactions.kind.ActionResult;

/** Runs executions whose row is stored to their end, whatever happens meanwhile. */
@ApplicationScoped
class Runs {

    private final ExecutionRecords records;
    private final ExecutionCompletion completion;
    private final RunLimits limits;

    Runs(ExecutionRecords records, ExecutionCompletion completion, RunLimits limits) {
        this.records = records;
        this.completion = completion;
        this.limits = limits;
    }

    /**
     * Does the work of an execution and writes its end, or what is left to do, also if the work fails or the caller
     * hangs up.
     *
     * @param answering what is answered, from the result and what an agent gets of it
     */
    <T> Uni<T> run(Run run, Supplier<Uni<Acceptance>> work, BiFunction<ActionResult, ExecutionView, T> answering) {
        // Deferred, so that a kind that throws fails like one whose work fails.
        return Uni.createFrom()
                .deferred(work::get)
                .onFailure()
                .invoke(failure -> completion.failed(run))
                .onCancellation()
                .invoke(() -> completion.abandoned(run))
                .chain(acceptance -> completion
                        .completed(run, acceptance)
                        .map(answer -> answering.apply(acceptance.result(), answer)));
    }

    /** The same work, which fails if it takes longer than anything may with this config. */
    <T> Uni<T> inTime(ActionConfig config, Uni<T> work) {
        var limit = limits.run(config);
        records.mayTake(limit);
        return work.ifNoItem()
                .after(limit)
                .failWith(() -> new IllegalStateException("An action ran longer than any action may"));
    }
}
