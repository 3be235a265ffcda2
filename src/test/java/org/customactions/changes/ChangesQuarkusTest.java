package org.customactions.changes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.customactions.support.Api;
import org.customactions.support.ServiceResource;
import org.customactions.support.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a change of an action leaves in its trail. */
@QuarkusTest
class ChangesQuarkusTest {

    private static final Map<String, Object> LINK = Map.of("url", "https://crm.example/");

    private final Trail trail = new Trail();

    @Test
    void shouldTellWhoCreatedAnActionAndWhen() {
        var before = Instant.now().minusSeconds(60);

        var action = trail.create("url", LINK);

        assertThat(trail.of(action)).singleElement().satisfies(change -> {
            assertThat(change)
                    .containsOnlyKeys("at", "user_id", "user_name", "change", "fields")
                    .containsEntry("user_id", trail.userId())
                    .containsEntry("user_name", "Grace Hopper")
                    .containsEntry("change", "created")
                    .containsEntry("fields", List.of());
            assertThat(Instant.parse((String) change.get("at")))
                    .isBetween(before, Instant.now().plusSeconds(60));
        });
    }

    static Stream<Arguments> changes() {
        return Stream.of(
                arguments(Map.of("name", "New"), List.of("name")),
                arguments(Map.of("icon", "zap", "is_active", false), List.of("icon", "is_active")),
                arguments(Map.of("display_order", 7), List.of("display_order")),
                arguments(Map.of("config", Map.of("url", "tel:1")), List.of("config.url")),
                arguments(
                        Map.of("name", "New", "icon", "", "config", Map.of("url", "tel:1", "open_in_new_tab", false)),
                        List.of("name", "config.open_in_new_tab", "config.url")),
                arguments(
                        Map.of("action_type", "javascript", "config", Map.of("code", "return 1")),
                        List.of("action_type", "config.code", "config.open_in_new_tab", "config.url")));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void shouldNameTheFieldsThatAnUpdateChanged(Map<String, Object> update, List<String> fields) {
        var action = trail.create("url", LINK);

        trail.update(action, update).statusCode(200);

        assertThat(trail.of(action)).hasSize(2);
        assertThat(trail.newest(action))
                .containsEntry("change", "updated")
                .containsEntry("user_id", trail.userId())
                .containsEntry("fields", fields);
    }

    @Test
    void shouldBeOfTheTimeThatTheActionSays() {
        var action = trail.create("url", LINK);

        String updatedAt = trail.update(action, Map.of("name", "New")).extract().path("data.updated_at");

        assertThat(trail.newest(action)).containsEntry("at", updatedAt);
    }

    @Test
    void shouldLeaveNothingWhereNothingChanged() {
        var action = trail.create("url", LINK);

        trail.update(action, Map.of()).statusCode(200);
        trail.update(action, Map.of("name", " Action ", "config", LINK, "display_order", 0))
                .statusCode(200);
        trail.update(action, Map.of("name", "New", "enabled", true)).statusCode(400);
        trail.order(List.of(action, UUID.randomUUID())).statusCode(404);

        assertThat(trail.of(action)).hasSize(1);
    }

    @Test
    void shouldTellWhoDeletedAnActionAfterItIsGone() {
        var action = trail.create("url", LINK);

        trail.delete(action).statusCode(200);
        trail.delete(action).statusCode(404);

        assertThat(trail.of(action)).hasSize(2);
        assertThat(trail.newest(action)).containsEntry("change", "deleted").containsEntry("fields", List.of());
    }

    @Test
    void shouldTellOfAnOrderOnceAndOnlyOfTheActionThatMoved() {
        var first = trail.create("url", LINK);
        var second = trail.create("url", LINK);
        var last = trail.create("url", LINK);

        trail.order(List.of(last, first, second)).statusCode(200);
        trail.order(List.of(last, first, second)).statusCode(200);

        assertThat(trail.of(first)).hasSize(1);
        assertThat(trail.of(second)).hasSize(1);
        assertThat(trail.of(last)).hasSize(2);
        assertThat(trail.newest(last))
                .containsEntry("change", "reordered")
                .containsEntry("fields", List.of("display_order"))
                .containsEntry("values", List.of(Map.of("field", "display_order", "before", 2, "after", 0)));
    }

    @Test
    void shouldTellWhatWasBeforeAndAfter() {
        var action = trail.create("url", LINK);

        trail.update(action, Map.of("name", "New", "confirmation", "Sure?", "config", Map.of("url", "tel:1")))
                .statusCode(200);

        assertThat(trail.newest(action))
                .containsEntry(
                        "values",
                        List.of(
                                Map.of("field", "name", "before", "Action", "after", "New"),
                                Map.of("field", "config.url", "before", "https://crm.example/", "after", "tel:1"),
                                Map.of("field", "confirmation", "after", "Sure?")));
    }

    @Test
    void shouldTellOfSecretsOnlyThatTheyWereReplaced() {
        var action = trail.create("webhook", Map.of("url", "https://a.example/", "headers", Map.of("X-Old", "1")));

        trail.update(action, Map.of("config", Map.of("url", "https://a.example/", "headers", Map.of("X-New", "2"))))
                .statusCode(200);

        assertThat(trail.newest(action))
                .containsEntry(
                        "values",
                        List.of(
                                Map.of("field", "config.headers.X-New", "after", "replaced"),
                                Map.of("field", "config.headers.X-Old", "before", "replaced")));
    }

    @Test
    void shouldKeepTheValuesOfTheNewestThousandChangesOfAnOrganization() {
        var action = trail.create("url", LINK);
        trail.update(action, Map.of("name", "Second")).statusCode(200);
        ServiceResource.database().execute("""
                insert into custom_action_changes
                    (id, created_at, organization_id, action_id, user_id, change, fields, replaced, replaced_bytes)
                select gen_random_uuid(), now() + interval '1 second', ?, ?, 'u', 'updated', '["name"]',
                    '[{"field":"name"}]', 18
                from generate_series(1, 999)
                """, trail.organization(), UUID.randomUUID());

        trail.update(action, Map.of("name", "Third")).statusCode(200);

        assertThat(trail.of(action))
                .extracting(change -> change.containsKey("values"))
                .containsExactly(true, false, false);
        assertThat(trail.newest(action)).containsEntry("fields", List.of("name"));
    }

    /** Their clocks may differ. */
    @Test
    void shouldKeepTheOrderOfChangesMadeByReplicasWithOtherClocks() {
        var action = trail.create("url", LINK);
        ServiceResource.database()
                .execute("update custom_actions set updated_at = updated_at + interval '1 hour' where id = ?", action);

        trail.update(action, Map.of("name", "New"));
        trail.order(List.of(trail.create("url", LINK), action));
        trail.delete(action);

        assertThat(trail.of(action))
                .extracting(change -> change.get("change"))
                .containsExactly("deleted", "reordered", "updated", "created");
    }

    @Test
    void shouldTakeTheNameFromTheDirectoryWhereTheTokenHasNone() {
        var user = UUID.randomUUID();
        ServiceResource.database()
                .execute(
                        "insert into users (id, organization_id, full_name) values (?, ?, 'Ada Lovelace')",
                        user,
                        trail.organization());

        var action = createAs(Tokens.manager(trail.organization()).claim("sub", user.toString()));

        assertThat(trail.newest(action))
                .containsEntry("user_id", user.toString())
                .containsEntry("user_name", "Ada Lovelace");
    }

    @Test
    void shouldTellNoNameOfAUserOfAnotherOrganization() {
        var user = UUID.randomUUID();
        ServiceResource.database()
                .execute(
                        "insert into users (id, organization_id, full_name) values (?, ?, 'Mallory')",
                        user,
                        UUID.randomUUID());

        var action = createAs(Tokens.manager(trail.organization()).claim("sub", user.toString()));

        assertThat(trail.newest(action)).containsEntry("user_name", null);
    }

    @Test
    void shouldKeepTheBeginningOfNamesAndIdsThatAreTooLong() {
        var action = createAs(Tokens.manager(trail.organization())
                .claim("sub", "\u0000" + "i".repeat(2_000))
                .claim("name", "\u0000\n" + "n".repeat(2_000)));

        assertThat(trail.newest(action))
                .containsEntry("user_id", " " + "i".repeat(499) + "…")
                .containsEntry("user_name", "  " + "n".repeat(498) + "…");
    }

    private static UUID createAs(Tokens manager) {
        String id = Api.as(manager.sign())
                .body(Map.of("name", "Action", "action_type", "url", "config", LINK))
                .post("/api/custom-actions")
                .then()
                .statusCode(201)
                .extract()
                .path("data.id");
        return UUID.fromString(id);
    }
}
