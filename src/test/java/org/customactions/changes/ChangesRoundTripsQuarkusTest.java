package org.customactions.changes;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.customactions.support.Api;
import org.customactions.support.ServiceResource;
import org.junit.jupiter.api.Test;

/** What the trail costs those who write, once every connection knows its statements. */
@QuarkusTest
class ChangesRoundTripsQuarkusTest {

    /** More than the pool has connections, each of which prepares a statement the first time. */
    private static final int MOST_TRIES = 60;

    private static final Map<String, Object> LINK = Map.of("url", "https://a.example/");

    private final Trail trail = new Trail();

    /** Begin, lock, update, note, commit. */
    @Test
    void shouldUpdateInFiveRoundTrips() {
        var action = trail.create("url", LINK);
        var number = new AtomicInteger();

        var roundTrips = fewest(
                5,
                () -> trail.update(action, Map.of("display_order", number.incrementAndGet()))
                        .statusCode(200));

        assertThat(roundTrips).isEqualTo(5);
    }

    /** Begin, lock, move and note, commit; for the answer the list, how large it is, and its configs. */
    @Test
    void shouldOrderAThousandActionsInSevenRoundTrips() {
        var ids = seed(1_000);

        var roundTrips = fewest(7, () -> {
            Collections.reverse(ids);
            trail.order(ids).statusCode(200);
        });

        assertThat(roundTrips).isEqualTo(7);
    }

    @Test
    void shouldDeleteInOneRoundTrip() {
        var ids = seed(MOST_TRIES).iterator();

        var roundTrips =
                fewest(1, () -> trail.delete(UUID.fromString(ids.next())).statusCode(200));

        assertThat(roundTrips).isEqualTo(1);
    }

    @Test
    void shouldReadAPageInOneRoundTrip() {
        var action = trail.create("url", LINK);

        var roundTrips = fewest(1, () -> trail.of(action));

        assertThat(roundTrips).isEqualTo(1);
    }

    private List<String> seed(int count) {
        ServiceResource.database().execute("""
                insert into custom_actions (id, created_at, updated_at, organization_id, name, icon, action_type, config,
                                            is_active, display_order)
                select gen_random_uuid(), now(), now(), ?, 'Seeded ' || n, '', 'url', '{"url":"https://example.com/"}',
                    true, 0
                from generate_series(1, ?) n
                """, trail.organization(), count);
        return Api.as(trail.manager()).get("/api/custom-actions").path("data.custom_actions.id");
    }

    /**
     * Statements that only warm a connection up, and the pool's own, come on top; so the fewest are the true number.
     */
    private static long fewest(long expected, Runnable call) {
        long fewest = Long.MAX_VALUE;
        for (int i = 0; i < MOST_TRIES && fewest > expected; i++) {
            fewest = Math.min(fewest, ServiceResource.databaseProxy().count(call));
        }
        return fewest;
    }
}
