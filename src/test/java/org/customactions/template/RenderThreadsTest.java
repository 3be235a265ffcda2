package org.customactions.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.customactions.api.ApiException;
import org.customactions.support.Patience;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RenderThreadsTest {

    private static final UUID ORGANIZATION = UUID.randomUUID();
    private static final List<String> HUNDRED = Collections.nCopies(100, "x");

    private final RenderThreads threads = new RenderThreads();

    @AfterEach
    void close() {
        threads.close();
    }

    @Test
    void shouldFillInASmallTemplateWhereItsCallerIs() {
        assertThat(threadOf("{{contact.name}}", 16)).isSameAs(Thread.currentThread());
    }

    @Test
    void shouldFillInALongLoopElsewhereAndFromTheStart() {
        var budget = untimed();
        var template = Template.compile("{{#l}}{{#l}}{{.}}{{/l}}{{/l}}{{nope}}", Escaping.TEXT);
        var runs = new AtomicInteger();

        var result = threads.fillIn(ORGANIZATION, budget, 10, () -> {
                    runs.incrementAndGet();
                    return template.render(Map.of("l", HUNDRED), budget, Room.MOST);
                })
                .await()
                .atMost(Patience.LIMIT);

        assertThat(result).hasSize(10_000);
        assertThat(runs).hasValue(2);
        assertThat(budget.unknownVariables()).containsExactly("nope");
        assertThat(threadOf("{{#l}}{{#l}}{{.}}{{/l}}{{/l}}", 10).getName()).startsWith("render-");
    }

    @Test
    void shouldNotCountTwiceWhatIsFilledInFromTheStart() {
        var budget = untimed();
        var template = Template.compile("{{#l}}{{#l}}{{#m}}{{/m}}{{/l}}{{/l}}", Escaping.TEXT);
        Map<String, Object> variables = Map.of("l", HUNDRED, "m", HUNDRED.subList(0, 7));
        var steps = 1 + 100 * (2 + 100 * 9);

        threads.fillIn(ORGANIZATION, budget, 10, () -> template.render(variables, budget, Room.MOST))
                .await()
                .atMost(Patience.LIMIT);

        for (int i = steps; i < 100_000; i++) {
            budget.step();
        }
        assertThatThrownBy(budget::step).isInstanceOf(RenderException.class);
    }

    @Test
    void shouldFillInALongSourceAndALongValueElsewhere() {
        assertThat(threadOf("{{contact.name}}", 20_000).getName()).startsWith("render-");
        assertThat(threadOf("{{big}}", 10).getName()).startsWith("render-");
        assertThat(threadOf("{{bigs}}", 10).getName()).startsWith("render-");
    }

    @Test
    void shouldFailWithWhatTheWorkThrows() {
        assertThatThrownBy(() -> threads.aside(ORGANIZATION, () -> {
                            throw new RenderException("no");
                        })
                        .await()
                        .atMost(Patience.LIMIT))
                .isInstanceOf(RenderException.class);
        assertThatThrownBy(() -> threads.aside(ORGANIZATION, RenderThreadsTest::overflow)
                        .await()
                        .atMost(Patience.LIMIT))
                .hasRootCauseInstanceOf(StackOverflowError.class);
    }

    @Test
    void shouldAnswerOnTheContextOfTheCaller() throws Exception {
        var vertx = Vertx.vertx();
        try {
            var answered = new CompletableFuture<Boolean>();
            var context = vertx.getOrCreateContext();

            context.runOnContext(ignored -> threads.aside(ORGANIZATION, () -> 1)
                    .subscribe()
                    .with(result -> answered.complete(Vertx.currentContext() == context)));

            assertThat(answered.get(1, TimeUnit.MINUTES)).isTrue();
        } finally {
            vertx.close();
        }
    }

    @Test
    void shouldLeaveAThreadToOtherOrganizations() throws Exception {
        var gate = new CountDownLatch(1);
        try {
            for (int i = 0; i < 100; i++) {
                threads.aside(ORGANIZATION, () -> waitFor(gate)).subscribe().with(result -> {});
            }

            assertThat(threads.aside(UUID.randomUUID(), () -> 7).await().atMost(Patience.LIMIT))
                    .isEqualTo(7);
        } finally {
            gate.countDown();
        }
    }

    @Test
    void shouldBoundHowMuchOfAnOrganizationWaits() {
        var gate = new CountDownLatch(1);
        var refusals = new ArrayList<Throwable>();
        try {
            for (int i = 0; i < 1_000; i++) {
                threads.aside(ORGANIZATION, () -> waitFor(gate)).subscribe().with(result -> {}, refusals::add);
            }

            assertThat(refusals)
                    .isNotEmpty()
                    .allMatch(e ->
                            e instanceof ApiException refusal && refusal.type().status() == 429);
            assertThat(threads.aside(UUID.randomUUID(), () -> 7).await().atMost(Patience.LIMIT))
                    .isEqualTo(7);
        } finally {
            gate.countDown();
        }
    }

    @Test
    void shouldForgetWorkThatNobodyWaitsForAnyMore() {
        var gate = new CountDownLatch(1);
        var worked = new AtomicInteger();
        var all = new ArrayList<Uni<Integer>>();
        try {
            for (int i = 0; i < Runtime.getRuntime().availableProcessors() + 1; i++) {
                all.add(threads.aside(ORGANIZATION, () -> waitFor(gate)));
            }
            all.forEach(work -> work.subscribe().with(result -> {}));
            threads.aside(ORGANIZATION, worked::incrementAndGet)
                    .subscribe()
                    .with(result -> {})
                    .cancel();
        } finally {
            gate.countDown();
        }
        threads.aside(ORGANIZATION, () -> 1).await().atMost(Patience.LIMIT);
        assertThat(worked).hasValue(0);
    }

    private Thread threadOf(String source, int length) {
        var budget = untimed();
        var template = Template.compile(source, Escaping.TEXT);
        Map<String, Object> variables = Map.of(
                "l",
                HUNDRED,
                "contact",
                Map.of("name", "Ada"),
                "big",
                "x".repeat(100_000),
                "bigs",
                Collections.nCopies(10_000, "xxxxxxxxxx"));
        return threads.fillIn(ORGANIZATION, budget, length, () -> {
                    template.render(variables, budget, Room.MOST);
                    return Thread.currentThread();
                })
                .await()
                .atMost(Patience.LIMIT);
    }

    private static RenderBudget untimed() {
        return new RenderBudget(100_000, () -> 0);
    }

    private static Integer waitFor(CountDownLatch gate) {
        try {
            return gate.await(1, TimeUnit.MINUTES) ? 1 : 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    private static Integer overflow() {
        return overflow() + 1;
    }
}
