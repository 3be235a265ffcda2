package org.customactions.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TestDatabaseTest {
    @Test
    void shouldGiveAFreshDatabaseOnTheSameServerEachTime() {
        TestDatabase first = TestDatabase.createDatabase();
        first.execute("CREATE TABLE t (id int)");

        TestDatabase second = TestDatabase.createDatabase();

        assertThat(second.port()).isEqualTo(first.port());
        assertThat(second.query("SELECT tablename FROM pg_tables WHERE schemaname = 'public'"))
                .isEmpty();
    }

    @Test
    void shouldRunPostgreSQL18InUtf8WithUnicodeCaseFolding() {
        TestDatabase database = TestDatabase.createDatabase();

        String version = database.queryValue(String.class, "SHOW server_version");

        assertThat(version).startsWith("18.");
        assertThat(database.queryValue(String.class, "SHOW server_encoding")).isEqualTo("UTF8");
        assertThat(database.queryValue(Boolean.class, "SELECT 'JÖRG' ILIKE 'jörg'"))
                .isTrue();
    }

    @Test
    void shouldReadBackWhatWasWritten() {
        TestDatabase database = TestDatabase.createDatabase();
        database.execute("CREATE TABLE t (id uuid, n int, j jsonb, at timestamptz)");
        UUID id = UUID.randomUUID();

        int changed = database.execute(
                "INSERT INTO t VALUES (?, ?, ?::jsonb, ?::timestamptz)", id, 7, "{\"a\": 1}", "2024-01-01T00:00:00Z");

        assertThat(changed).isEqualTo(1);
        assertThat(database.queryCount("SELECT count(*) FROM t WHERE id = ?", id))
                .isEqualTo(1);
        assertThat(database.query("SELECT * FROM t"))
                .singleElement()
                .satisfies(row -> assertThat(List.copyOf(row.values()))
                        .isEqualTo(List.of(id, 7, "{\"a\": 1}", Instant.parse("2024-01-01T00:00:00Z"))));
    }

    @Test
    void shouldNameTheStatementThatFails() {
        TestDatabase database = TestDatabase.createDatabase();

        assertThatThrownBy(() -> database.execute("SELEC 1")).hasMessageContaining("SELEC 1");
    }
}
