package org.customactions.execution;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import org.customactions.api.ApiException;
import org.customactions.async.Uncancellable;
import org.customactions.directory.ContactSource;
import org.customactions.history.exchange.Exchanges;
import org.customactions.idempotency.KeyUse;
import org.customactions.identity.Caller;
import org.customactions.kind.Acceptance;
import org.customactions.kind.ActionConfig;
import org.customactions.kind.ActionKinds;
import org.customactions.kind.ActionResult;
import org.customactions.kind.ExecutionInput;
import org.customactions.kind.Outcome;
import org.customactions.secret.UnreadableSecretException;
import org.customactions.secret.organization.OrganizationSecrets;
import org.jboss.logging.Logger;

/** Executes a click from its row through its run to its end. */
@ApplicationScoped
class Executions {

    private static final Logger LOG = Logger.getLogger(Executions.class);
    private static final String UNREADABLE =
            "The action's secrets cannot be read at the moment, so nothing was sent; please tell your administrator";

    private final OrganizationLimiter limiter;
    private final ContactSource contacts;
    private final ExecutionRecords records;
    private final Admission admission;
    private final ActionKinds kinds;
    private final KeptConfigs configs;
    private final OrganizationSecrets organizationSecrets;
    private final ExecutionCompletion completion;
    private final KeptAnswers answers;
    private final Exchanges exchanges;
    private final Runs runs;
    private final Clock clock;

    Executions(
            OrganizationLimiter limiter,
            ContactSource contacts,
            ExecutionRecords records,
            Admission admission,
            ActionKinds kinds,
            KeptConfigs configs,
            OrganizationSecrets organizationSecrets,
            ExecutionCompletion completion,
            KeptAnswers answers,
            Exchanges exchanges,
            Runs runs,
            Clock clock) {
        this.limiter = limiter;
        this.contacts = contacts;
        this.records = records;
        this.admission = admission;
        this.kinds = kinds;
        this.configs = configs;
        this.organizationSecrets = organizationSecrets;
        this.completion = completion;
        this.answers = answers;
        this.exchanges = exchanges;
        this.runs = runs;
        this.clock = clock;
    }

    /**
     * The answer to a click. Without a key, the execution stops if its caller hangs up. With a key it goes on, for the
     * call that asks again.
     */
    Uni<ExecutionView> execute(Click click) {
        var execution = limiter.limited(
                click.organizationId(), () -> contacts.isElsewhere() ? executeAsking(click) : begin(click));
        return click.key().isPresent() ? Uncancellable.of(() -> execution) : execution;
    }

    /** Another redirect to the page that an execution of the caller led to. */
    Uni<FreshRedirect> redirectAgain(Caller caller, UUID executionId) {
        return limiter.limited(caller.organizationId(), () -> completion.redirectAgain(caller, executionId))
                .map(redirect -> new FreshRedirect(redirect.path()));
    }

    /** A contact that is not told ends the click before anything is stored. */
    private Uni<ExecutionView> executeAsking(Click click) {
        return contacts.read(click.caller(), click.contactId())
                .onItemOrFailure()
                .transformToUni((contact, failure) ->
                        failure == null ? begin(click.with(contact)) : keptAnswer(click, failure));
    }

    private Uni<ExecutionView> begin(Click click) {
        return records.begin(click).chain(start -> proceed(click, start));
    }

    private Uni<ExecutionView> proceed(Click click, ExecutionStart start) {
        if (start instanceof ExecutionStart.Begun begun) {
            return admitted(click, begun.target());
        }
        // A kept answer counts even if the action or the contact has changed or is deleted since.
        var refusal = start instanceof ExecutionStart.Refused refused ? refused.reason() : KeyUse.stillRunning();
        return keptAnswer(click, refusal);
    }

    private Uni<ExecutionView> keptAnswer(Click click, Throwable refusal) {
        return click.key()
                .map(key -> answers.find(key, click.input())
                        .chain(found -> found.map(answer -> Uni.createFrom().item(answer))
                                .orElseGet(() -> Uni.createFrom().failure(refusal))))
                .orElseGet(() -> Uni.createFrom().failure(refusal));
    }

    /** What must not run leaves nothing behind. */
    private Uni<ExecutionView> admitted(Click click, ExecutionTarget target) {
        try {
            return run(click, target, admission.inputs(click, target));
        } catch (ApiException refusal) {
            return records.takeBack(click).chain(() -> Uni.createFrom().failure(refusal));
        }
    }

    private Uni<ExecutionView> run(Click click, ExecutionTarget target, ObjectNode inputs) {
        return runs.run(
                new Run(click, target.action().actionType),
                () -> execute(
                        target,
                        new ExecutionInput(
                                click.executionId(),
                                click.organizationId(),
                                ActionVariables.of(click, target, inputs, clock.instant()),
                                exchanges::contain)),
                (result, answer) -> answer);
    }

    private Uni<Acceptance> execute(ExecutionTarget target, ExecutionInput input) {
        try {
            var config = configs.of(target);
            return runs.inTime(config, withSecrets(config, input).chain(ready -> kinds.accept(config, ready)))
                    .onFailure(UnreadableSecretException.class)
                    .recoverWithItem(Executions::unreadable);
        } catch (UnreadableSecretException e) {
            return Uni.createFrom().item(unreadable(e));
        } catch (ApiException e) {
            // Another program wrote the row, or an older version accepted it.
            return Uni.createFrom()
                    .item(Acceptance.ended(ActionResult.failure(
                            Outcome.INVALID, "The action's configuration needs to be corrected: " + e.getMessage())));
        }
    }

    /** A third round trip, for the actions that use secrets of the organization. */
    private Uni<ExecutionInput> withSecrets(ActionConfig config, ExecutionInput input) {
        var names = config.secretsMentioned();
        return names.isEmpty()
                ? Uni.createFrom().item(input)
                : organizationSecrets.read(input.organizationId(), names).map(input::withSecrets);
    }

    private static Acceptance unreadable(Throwable e) {
        LOG.error(e.getMessage());
        return Acceptance.ended(ActionResult.failure(Outcome.SECRET_UNREADABLE, UNREADABLE));
    }
}
