package org.customactions.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.customactions.support.Api;
import org.customactions.support.Patience;
import org.customactions.support.ServiceResource;
import org.customactions.support.Tokens;
import org.junit.jupiter.api.Test;

/**
 * What was planned while the tables were empty, as when the service has just been installed, does not read the whole of
 * them for each click.
 */
@QuarkusTest
class FreshTablesQuarkusTest {

    private static final List<String> TABLES =
            List.of("custom_action_executions", "custom_action_keys", "redirect_tokens", "execution_links");

    /** More than it takes PostgreSQL to keep a plan. */
    private static final int CLICKS = 20;

    private final String agent = Tokens.agent(UUID.randomUUID()).sign();

    @Test
    void shouldFindRowsByTheirIndexes() {
        var clicks = new KeyedClicks("url", Map.of("url", "https://a.example/"));
        ServiceResource.database().execute("truncate " + String.join(", ", TABLES));
        var read = counted("seq_tup_read");
        var stored = counted("n_tup_ins");

        for (int i = 0; i < CLICKS; i++) {
            follow(clicks.click(UUID.randomUUID().toString())
                    .then()
                    .statusCode(200)
                    .extract()
                    .path("data.redirect_url"));
        }

        Patience.await().until(() -> counted("n_tup_ins") >= stored + CLICKS * TABLES.size());
        assertThat(counted("seq_tup_read")).isEqualTo(read);
    }

    private void follow(String link) {
        Api.as(agent).redirects().follow(false).get(link).then().statusCode(302);
    }

    private static long counted(String statistic) {
        return ServiceResource.database()
                .queryCount(
                        "select sum(%s) from pg_stat_user_tables where relname = any(string_to_array(?, ','))"
                                .formatted(statistic),
                        String.join(",", TABLES));
    }
}
