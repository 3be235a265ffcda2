package org.customactions.changes;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.customactions.support.Full;
import org.customactions.support.Impatient;
import org.customactions.support.Patience;
import org.customactions.support.ServiceResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Old changes are deleted from the trail. */
@Full
@QuarkusTest
@TestProfile(Impatient.class)
class ChangesRetentionQuarkusTest {

    private final Trail trail = new Trail();
    private UUID action;

    @BeforeEach
    void create() {
        action = trail.create("url", Map.of("url", "https://a.example/"));
    }

    @Test
    void shouldDeleteOldRowsInBatches() {
        trail.store(action, minutesAgo(59), 2);

        trail.store(action, minutesAgo(61), 2_500);

        // And the creation.
        Patience.await().until(() -> stored() == 3);
    }

    private static String minutesAgo(int minutes) {
        return Instant.now().minus(Duration.ofMinutes(minutes)).toString();
    }

    private long stored() {
        return ServiceResource.database()
                .queryCount("select count(*) from custom_action_changes where action_id = ?", action);
    }
}
