package org.customactions.async;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class EndingsTest {

    private final AtomicInteger ended = new AtomicInteger();

    private Uni<String> work(Uni<String> work) {
        return Endings.once(() -> work, ended::incrementAndGet);
    }

    @Test
    void shouldEndWithAResult() {
        work(Uni.createFrom().item("done")).await().indefinitely();

        assertThat(ended).hasValue(1);
    }

    @Test
    void shouldEndByAFailure() {
        work(Uni.createFrom().failure(new IllegalStateException()))
                .onFailure()
                .recoverWithNull()
                .await()
                .indefinitely();
        Endings.once(
                        () -> {
                            throw new IllegalStateException();
                        },
                        ended::incrementAndGet)
                .onFailure()
                .recoverWithNull()
                .await()
                .indefinitely();

        assertThat(ended).hasValue(2);
    }

    @Test
    void shouldEndWhenNobodyWaitsAnyMore() {
        work(Uni.createFrom().nothing()).subscribe().with(done -> {}).cancel();

        assertThat(ended).hasValue(1);
    }

    @Test
    void shouldNotEndAgainWhenNobodyWaitsForWhatComesAfterIt() {
        work(Uni.createFrom().item("done"))
                .chain(done -> Uni.createFrom().nothing())
                .subscribe()
                .with(done -> {})
                .cancel();

        assertThat(ended).hasValue(1);
    }

    @Test
    void shouldEndEachTimeThatItIsDone() {
        var work = work(Uni.createFrom().item("done"));

        work.await().indefinitely();
        work.await().indefinitely();

        assertThat(ended).hasValue(2);
    }
}
