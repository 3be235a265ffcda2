package org.customactions.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.customactions.api.ApiException;
import org.customactions.api.ErrorType;
import org.junit.jupiter.api.Test;

class ImportPlacesTest {

    private static final int LARGE = 10 * 1024 * 1024;

    private final ImportPlaces places = new ImportPlaces();
    private final UUID organization = UUID.randomUUID();

    @Test
    void shouldTakeOneImportOfAnOrganizationAtATime() {
        var first = begin(organization, 1);

        assertThatThrownBy(() -> begin(organization, 1))
                .isInstanceOfSatisfying(
                        ApiException.class,
                        refusal -> assertThat(refusal.type()).isEqualTo(ErrorType.TOO_MANY_REQUESTS));
        begin(UUID.randomUUID(), 1);
        first.cancel();
        begin(organization, 1);
    }

    @Test
    void shouldBoundTheBytesOfAll() {
        begin(organization, LARGE);

        assertThatThrownBy(() -> begin(UUID.randomUUID(), LARGE))
                .isInstanceOfSatisfying(
                        ApiException.class,
                        refusal -> assertThat(refusal.type()).isEqualTo(ErrorType.UNAVAILABLE));
        begin(UUID.randomUUID(), LARGE / 2);
    }

    @Test
    void shouldFreeThePlaceOfWorkThatFails() {
        assertThatThrownBy(() -> places.in(organization, LARGE, () -> {
                            throw new IllegalStateException();
                        })
                        .await()
                        .indefinitely())
                .isInstanceOf(IllegalStateException.class);

        begin(organization, LARGE);
    }

    /** Work that does not end. */
    private Cancellable begin(UUID id, int bytes) {
        var failure = new AtomicReference<Throwable>();
        var running = places.in(id, bytes, () -> Uni.createFrom().nothing())
                .subscribe()
                .with(item -> {}, failure::set);
        if (failure.get() instanceof RuntimeException refusal) {
            throw refusal;
        }
        return running;
    }
}
