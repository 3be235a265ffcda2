package org.customactions.changes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.customactions.support.Api;
import org.customactions.support.Refusals;
import org.customactions.support.ServiceResource;
import org.customactions.support.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the trail is read: page by page, by managers. */
@QuarkusTest
class ChangesPagesQuarkusTest {

    /** Not so long ago that the service deletes what happened then, which it does at any moment. */
    private static final LocalDate YESTERDAY = LocalDate.now(ZoneOffset.UTC).minusDays(1);

    private static final String NOON = YESTERDAY + "T12:00:00.123456Z";
    private static final String LATER = YESTERDAY + "T12:00:00.123457Z";

    private final Trail trail = new Trail();
    private UUID action;

    @BeforeEach
    void create() {
        action = trail.create("url", Map.of("url", "https://crm.example/"));
        forget();
    }

    @Test
    void shouldListNothingOfAnActionWhoseChangesAreForgotten() {
        trail.page(action, "").statusCode(200).body("data.changes", hasSize(0)).body("data.next_before", nullValue());
    }

    @Test
    void shouldListTheNewestFirst() {
        trail.store(action, NOON, 1);
        trail.store(action, LATER, 1);

        trail.page(action, "").statusCode(200).body("data.changes.at", equalTo(List.of(LATER, NOON)));
    }

    @Test
    void shouldShowEachOfOneMomentOnceWhileMoreArrive() {
        trail.store(action, NOON, 25);
        trail.store(action, LATER, 25);
        var seen = new ArrayList<String>();

        var before = "";
        do {
            var page = trail.page(action, "?limit=7" + before).statusCode(200);
            seen.addAll(page.extract().path("data.changes.at"));
            String next = page.extract().path("data.next_before");
            before = next == null ? "" : "&before=" + next;
            trail.store(action, YESTERDAY + "T12:00:01Z", 10);
        } while (!before.isEmpty());

        assertThat(seen).hasSize(50);
        assertThat(seen.subList(0, 25)).containsOnly(LATER);
        assertThat(seen.subList(25, 50)).containsOnly(NOON);
    }

    @Test
    void shouldListFiftyUnlessAskedForMore() {
        trail.store(action, NOON, 101);

        trail.page(action, "").body("data.changes", hasSize(50));
        trail.page(action, "?limit=100").body("data.changes", hasSize(100));
    }

    @Test
    void shouldListWhatHappenedBeforeATime() {
        trail.store(action, NOON, 1);
        trail.store(action, LATER, 1);

        trail.page(action, "?before=" + LATER).statusCode(200).body("data.changes.at", equalTo(List.of(NOON)));
    }

    @Test
    void shouldRefuseAPlaceOrALimitThatIsNone() {
        trail.page(action, "?before=yesterday").spec(Refusals.field("before", "the next_before of another page"));
        trail.page(action, "?limit=101").spec(Refusals.field("limit", "from 1 to 100"));
    }

    @Test
    void shouldBeForManagersOnly() {
        readBy(Tokens.agent(trail.organization()), action).spec(Refusals.forbidden());
    }

    @Test
    void shouldNotExistForAnotherOrganization() {
        trail.store(action, NOON, 1);

        readBy(Tokens.manager(UUID.randomUUID()), action).spec(Refusals.notFound());
    }

    @ParameterizedTest
    @ValueSource(strings = {"00000000-0000-4000-8000-000000000001", "not-an-id"})
    void shouldNotExistForAnActionThatNeverWas(String id) {
        readBy(Tokens.manager(trail.organization()), id).spec(Refusals.notFound());
    }

    private static ValidatableResponse readBy(Tokens token, Object id) {
        return Api.as(token.sign()).get("/api/custom-actions/{id}/changes", id).then();
    }

    private void forget() {
        ServiceResource.database().execute("delete from custom_action_changes where action_id = ?", action);
    }
}
