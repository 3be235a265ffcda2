package org.customactions.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.customactions.api.ApiException;
import org.customactions.api.ErrorType;
import org.junit.jupiter.api.Test;

/** A pool of sixteen connections: two for one organization, twelve for all. */
class ReadPlacesTest {

    private final ReadPlaces places = new ReadPlaces(() -> 4, 16);
    private final List<CompletableFuture<String>> running = new ArrayList<>();
    private final List<Throwable> failures = new ArrayList<>();

    private Cancellable read(UUID organization) {
        return places.in(organization, this::work).subscribe().with(done -> {}, failures::add);
    }

    private Uni<String> work() {
        var work = new CompletableFuture<String>();
        running.add(work);
        return Uni.createFrom().completionStage(work);
    }

    private void read(UUID organization, int times) {
        IntStream.range(0, times).forEach(i -> read(organization));
    }

    @Test
    void shouldGiveAnOrganizationItsShareAndLetTheRestWait() {
        read(UUID.randomUUID(), 4);

        assertThat(running).hasSize(2);
        assertThat(failures).isEmpty();
    }

    @Test
    void shouldRefuseOneReadTooMany() {
        read(UUID.randomUUID(), 5);

        assertThat(failures).singleElement().isInstanceOfSatisfying(ApiException.class, refusal -> {
            assertThat(refusal.type()).isEqualTo(ErrorType.TOO_MANY_REQUESTS);
            assertThat(refusal.retryAfter()).isPresent();
        });
    }

    @Test
    void shouldNotRefuseWhatOnlyWaitsForItsTurn() {
        var organization = UUID.randomUUID();

        IntStream.range(0, 9)
                .forEach(
                        i -> places.inTurn(organization, this::work).subscribe().with(done -> {}, failures::add));

        assertThat(running).hasSize(2);
        assertThat(failures).isEmpty();
        for (int i = 0; i < 9; i++) {
            running.get(i).complete("done");
        }
        read(organization);
        assertThat(running).hasSize(10);
        assertThat(failures).isEmpty();
    }

    @Test
    void shouldCountWhoSharesAReadAndNotTheReadItself() {
        var organization = UUID.randomUUID();
        places.shared(organization, this::work).subscribe().with(done -> {});
        var shared = new CompletableFuture<String>();
        for (int i = 0; i < 4; i++) {
            places.sharing(organization, () -> Uni.createFrom().completionStage(shared))
                    .subscribe()
                    .with(done -> {}, failures::add);
        }
        assertThat(failures).isEmpty();

        read(organization);
        assertThat(failures).hasSize(1);

        shared.complete("done");
        running.get(0).complete("done");
        read(organization, 4);
        assertThat(failures).hasSize(1);
    }

    @Test
    void shouldCountOnceWhoStopsWaitingForWhatComesAfterTheSharedRead() {
        var organization = UUID.randomUUID();
        var ended = new ArrayList<String>();
        places.shared(organization, this::work).subscribe().with(ended::add);

        var waiting = places.sharing(organization, () -> Uni.createFrom().item("shared"))
                .chain(shared -> Uni.createFrom().nothing())
                .subscribe()
                .with(done -> {});
        waiting.cancel();
        running.get(0).complete("done");
        read(organization, 5);

        assertThat(ended).containsExactly("done");
        assertThat(running).hasSize(3);
        assertThat(failures).singleElement().isInstanceOf(ApiException.class);
    }

    @Test
    void shouldStartTheNextReadOnceOneEnds() {
        read(UUID.randomUUID(), 3);

        running.get(0).complete("done");

        assertThat(running).hasSize(3);
    }

    @Test
    void shouldTakeReadsAgainOnceSomeHaveFailed() {
        var organization = UUID.randomUUID();
        read(organization, 4);

        List.copyOf(running).forEach(work -> work.completeExceptionally(new IllegalStateException()));
        read(organization, 2);

        assertThat(running).hasSize(4);
        assertThat(failures).hasSize(2).allMatch(IllegalStateException.class::isInstance);
    }

    @Test
    void shouldLeavePlacesForOtherOrganizationsAndOfThePoolForOtherWork() {
        Stream.generate(UUID::randomUUID).limit(8).forEach(organization -> read(organization, 4));

        assertThat(running).hasSize(12);
    }

    @Test
    void shouldGiveTurnsToTheOrganizationsThatWait() {
        var started = new ArrayList<UUID>();
        var organizations = Stream.generate(UUID::randomUUID).limit(7).toList();
        for (var organization : organizations) {
            IntStream.range(0, 4)
                    .forEach(i -> places.in(organization, () -> {
                                var work = new CompletableFuture<String>();
                                running.add(work);
                                started.add(organization);
                                return Uni.createFrom().completionStage(work);
                            })
                            .subscribe()
                            .with(done -> {}));
        }
        var before = List.copyOf(running);
        started.clear();

        before.forEach(work -> work.complete("done"));

        assertThat(started).contains(organizations.get(6));
        assertThat(running).hasSize(24);
    }

    @Test
    void shouldForgetAReadThatNobodyWaitsForAnyMore() {
        var organization = UUID.randomUUID();
        read(organization, 2);
        var waiting = read(organization);
        read(organization);

        waiting.cancel();
        read(organization);

        assertThat(failures).isEmpty();
    }

    @Test
    void shouldKeepThePlaceOfAReadThatHasBegunUntilItEnds() {
        var organization = UUID.randomUUID();
        var first = read(organization);
        read(organization, 3);

        first.cancel();
        read(organization);

        assertThat(running).hasSize(2);
        assertThat(failures).hasSize(1);
    }
}
