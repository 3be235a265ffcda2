package org.customactions.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.customactions.support.TestDatabase;
import org.junit.jupiter.api.Test;

/** A database that has a migration refuses another one of its version, and so does the version before this one. */
class ReleasedMigrationsTest {

    @Test
    void shouldLeaveReleasedMigrationsAsTheyAre() {
        var database = TestDatabase.createDatabase();
        var flyway = database.flyway().load();

        var checksums = Arrays.stream(flyway.info().all())
                .collect(Collectors.toMap(info -> info.getVersion().getVersion(), info -> info.getChecksum()));

        assertThat(checksums)
                .containsAllEntriesOf(Map.of(
                        "1", -739554554,
                        "2", -1221979144,
                        "3", -1507765834,
                        "5", -202788585,
                        "6", 1782555000,
                        "7", -2145757651));
    }
}
