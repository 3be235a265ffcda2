package org.customactions.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class SharedReadsTest {

    private final UUID organization = UUID.randomUUID();
    private final List<CompletableFuture<String>> running = new ArrayList<>();
    private final SharedReads<UUID, String> reads = new SharedReads<>();

    private Uni<String> answer(UUID organization) {
        return reads.of(organization, () -> {
            var read = new CompletableFuture<String>();
            running.add(read);
            return Uni.createFrom().completionStage(read);
        });
    }

    private CompletableFuture<String> ask(UUID organization) {
        return answer(organization).subscribeAsCompletionStage();
    }

    @Test
    void shouldNotAnswerWithAReadThatBeganBeforeTheQuestion() {
        var first = ask(organization);
        var later = ask(organization);

        running.get(0).complete("old");

        assertThat(first).isCompletedWithValue("old");
        assertThat(later).isNotDone();
        running.get(1).complete("new");
        assertThat(later).isCompletedWithValue("new");
    }

    @Test
    void shouldReadOnceForAllWhoAskMeanwhile() {
        ask(organization);
        var later = List.of(ask(organization), ask(organization), ask(organization));
        running.get(0).complete("old");

        running.get(1).complete("new");

        assertThat(running).hasSize(2);
        assertThat(later).allSatisfy(one -> assertThat(one).isCompletedWithValue("new"));
    }

    @Test
    void shouldReadAtOnceForWhoIsAlone() {
        var first = ask(organization);
        running.get(0).complete("one");

        var second = ask(organization);
        running.get(1).complete("two");

        assertThat(first).isCompletedWithValue("one");
        assertThat(second).isCompletedWithValue("two");
    }

    @Test
    void shouldReadForEachOrganization() {
        ask(organization);
        ask(UUID.randomUUID());

        assertThat(running).hasSize(2);
    }

    @Test
    void shouldTellAFailureToThoseWhoWaitForTheNextReadTooAndReadAgainThen() {
        var first = ask(organization);
        var later = ask(organization);

        running.get(0).completeExceptionally(new IllegalStateException());
        var last = ask(organization);
        running.get(1).complete("new");

        assertThat(first).isCompletedExceptionally();
        assertThat(later).isCompletedExceptionally();
        assertThat(last).isCompletedWithValue("new");
    }

    @Test
    void shouldAnswerTheOthersIfSomebodyStopsWaiting() {
        var first = answer(organization).subscribe().with(answer -> {});
        var cancelled = answer(organization).subscribe().with(answer -> {});
        var later = ask(organization);
        first.cancel();
        cancelled.cancel();

        running.get(0).complete("old");
        running.get(1).complete("new");

        assertThat(later).isCompletedWithValue("new");
    }
}
