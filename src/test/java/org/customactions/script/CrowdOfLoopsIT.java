package org.customactions.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.customactions.script.PackagedScripts.Answer;
import org.customactions.script.ScriptOutcome.Completed;
import org.customactions.support.Bystander;
import org.customactions.support.Full;
import org.customactions.support.Pace;
import org.junit.jupiter.api.Test;

/** Two hundred organizations keep endless loops under way, and others click their first script. */
@Full
class CrowdOfLoopsIT {

    private static final int ATTACKERS = 200;
    private static final int CUSTOMERS = 10;
    private static final Duration PHASE = Duration.ofSeconds(5);
    private static final Duration BETWEEN_CUSTOMERS = Duration.ofSeconds(2);
    private static final Duration SERVED_WITHIN = Duration.ofSeconds(5);

    @Test
    void shouldServeTheFirstScriptOfOthers() throws Exception {
        Pace.retriedOnce(this::attack);
    }

    private void attack() throws Exception {
        try (var scripts = PackagedScripts.on(Bystander.startService(Map.of()));
                var bystander = Bystander.of(scripts.service())) {
            var attackers = IntStream.range(0, ATTACKERS)
                    .mapToObj(i -> scripts.another())
                    .toList();
            var loops = attackers.stream()
                    .map(attacker -> attacker.saved("for (;;);"))
                    .toList();
            var customers = Stream.generate(scripts::another).limit(CUSTOMERS).toList();
            var firsts = customers.stream()
                    .map(customer -> customer.saved("return 1"))
                    .toList();
            var over = new AtomicBoolean();
            var answers = new ArrayList<Answer>();

            bystander.withstandsOnce("Endless loops of 200 organizations", PHASE, () -> {
                var attacks = IntStream.range(0, ATTACKERS)
                        .mapToObj(i -> keepUp(() -> attackers.get(i).click(loops.get(i)), over))
                        .toArray(CompletableFuture[]::new);
                for (int i = 0; i < CUSTOMERS; i++) {
                    Thread.sleep(BETWEEN_CUSTOMERS.toMillis());
                    answers.add(customers.get(i).click(firsts.get(i)).join());
                }
                over.set(true);
                CompletableFuture.allOf(attacks).join();
                return null;
            });

            System.out.printf(
                    "First scripts of others took %s%n",
                    answers.stream().map(Answer::took).toList());
            assertThat(answers)
                    .allSatisfy(answer -> assertThat(answer.outcome()).isInstanceOf(Completed.class));
            assertThat(answers).allSatisfy(answer -> assertThat(answer.took()).isLessThan(SERVED_WITHIN));
        }
    }

    private static CompletableFuture<Void> keepUp(Supplier<CompletableFuture<Answer>> click, AtomicBoolean over) {
        return click.get()
                .thenCompose(answer -> over.get() ? CompletableFuture.completedFuture(null) : keepUp(click, over));
    }
}
