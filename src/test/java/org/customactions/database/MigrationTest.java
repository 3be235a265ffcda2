package org.customactions.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.customactions.support.TestDatabase;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which setting is at fault where PostgreSQL answers and refuses. */
class MigrationTest {

    @ParameterizedTest
    @CsvSource({
        "no_such_database, postgres, database \"no_such_database\" does not exist",
        "postgres, nobody, role \"nobody\" does not exist"
    })
    void shouldNameTheSettingsOfADatabaseThatRefuses(String name, String user, String reason) {
        var database = TestDatabase.createDatabase();
        var flyway = new TestDatabase(database.port(), name).flyway(user).load();

        var failure = catchThrowableOfType(FlywayException.class, flyway::migrate);

        assertThat(Migration.explain(failure))
                .isEqualTo("PostgreSQL refuses the connection (FATAL: %s): check DB_NAME, DB_USERNAME and DB_PASSWORD"
                        .formatted(reason));
    }
}
