package org.customactions.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.customactions.support.TestDatabase;
import org.junit.jupiter.api.Test;

/**
 * Organizations can be moved apart, to a database each: rows say whose they are, and no table refers to another. Think
 * of it before you make one of these lists longer.
 */
class OrganizationsApartTest {

    private static final List<String> OF_ALL = List.of(
            // The organizations themselves, their id being the key.
            "organizations",
            // Found by a hash of what only their owner knows, and over within a day.
            "custom_action_keys",
            "redirect_tokens",
            // Of the service, not of anybody's data.
            "button_modules",
            "flyway_schema_history");

    /** First columns of indexes that do not begin with the organization. */
    private static final Map<String, List<String>> ACROSS = Map.of(
            // Random or a hash, so they stay unique wherever a row goes.
            "by id",
            List.of("id", "execution_id", "key_hash", "token_hash", "version", "installed_rank"),
            // For what deletes or sends what is due, whoever it belongs to.
            "by time",
            List.of("created_at", "day", "deleted_at", "due_at", "ended_at", "expires_at", "kept_from", "lease_until"),
            // A search by trigrams, a few secrets, and the migrations' own.
            "by value",
            List.of("name", "action_id", "success"));

    private final TestDatabase database = TestDatabase.createDatabase();

    @Test
    void shouldSayWhoseEachRowIs() {
        database.migrate("latest");

        assertThat(names("""
                        select relname as name from pg_class t
                        where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace
                            and not exists (
                                select from pg_attribute a where a.attrelid = t.oid and a.attname = 'organization_id')
                        """)).hasSameElementsAs(OF_ALL);
        assertThat(names("select conname as name from pg_constraint where contype = 'f'"))
                .isEmpty();
    }

    @Test
    void shouldFindRowsOfAnOrganizationWithoutThoseOfOthers() {
        database.migrate("latest");

        assertThat(names("""
                        select distinct pg_get_indexdef(indexrelid, 1, true) as name
                        from pg_index i join pg_class t on t.oid = i.indrelid
                        where t.relnamespace = 'public'::regnamespace
                        """))
                .contains("organization_id")
                .filteredOn(column -> !column.equals("organization_id"))
                .hasSameElementsAs(
                        ACROSS.values().stream().flatMap(List::stream).collect(Collectors.toSet()));
    }

    private List<String> names(String query) {
        return database.query(query).stream()
                .map(row -> (String) row.get("name"))
                .toList();
    }
}
