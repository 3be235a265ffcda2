package org.customactions.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customactions.action.ActionBodies.ACTION;
import static org.customactions.action.ActionBodies.ACTIONS;
import static org.customactions.action.ActionBodies.LINK_CONFIG;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.customactions.changes.Trail;
import org.customactions.support.Api;
import org.customactions.support.Concurrently;
import org.customactions.support.Full;
import org.customactions.support.Patience;
import org.customactions.support.ServiceResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;

/** Writes that meet: the end is that of one after the other, and the trail tells in which order. */
@Full
@QuarkusTest
class ConcurrentWritesQuarkusTest {

    private static final int ACTIONS_THERE = 30;

    private final Trail trail = new Trail();
    private final List<String> ids = new ArrayList<>();

    @BeforeEach
    void createActions() {
        ServiceResource.database().execute(ActionBodies.SEED, trail.organization(), ACTIONS_THERE);
        ids.addAll(listed("id"));
    }

    @RepeatedTest(3)
    void shouldLoseNoFieldAndNoChangeOfConcurrentUpdates() {
        var id = Api.createAction(trail.organization(), "url", LINK_CONFIG);
        var updates = List.of(
                Map.<String, Object>of("name", "New"),
                Map.<String, Object>of("icon", "zap"),
                Map.<String, Object>of("is_active", false),
                Map.<String, Object>of("display_order", 7),
                Map.<String, Object>of("config", Map.of("url", "tel:1")));

        var statuses = Concurrently.times(
                updates.size(),
                Patience.LIMIT,
                i -> Api.as(trail.manager())
                        .body(updates.get(i))
                        .put(ACTION, id)
                        .statusCode());

        assertThat(statuses).containsOnly(200);
        Map<String, Object> action = Api.as(trail.manager()).get(ACTION, id).path("data");
        assertThat(action)
                .containsEntry("name", "New")
                .containsEntry("icon", "zap")
                .containsEntry("is_active", false)
                .containsEntry("display_order", 7)
                .containsEntry("config", Map.of("url", "tel:1", "open_in_new_tab", true));
        assertThat(trail.of(id))
                .filteredOn(change -> change.get("change").equals("updated"))
                .extracting(change -> change.get("fields"))
                .containsExactlyInAnyOrder(
                        List.of("name"),
                        List.of("icon"),
                        List.of("is_active"),
                        List.of("display_order"),
                        List.of("config.url"));
    }

    @RepeatedTest(3)
    void shouldEndInOneOfTwoOrdersThatAreSetAtOnce() {
        var reversed = new ArrayList<>(ids);
        Collections.reverse(reversed);
        var orders = List.of(ids, reversed);

        var statuses = Concurrently.times(
                8, Patience.LIMIT, i -> order(orders.get(i % 2)).statusCode());

        assertThat(statuses).containsOnly(200);
        assertThat(orders).contains(listed("id"));
        assertThat(listed("display_order"))
                .isEqualTo(IntStream.range(0, ACTIONS_THERE).boxed().toList());
    }

    /** Either all took their places before the one was deleted, or none did. */
    @RepeatedTest(5)
    void shouldOrderAllOrNoneBesideADeletion() {
        var deleted = ids.get(ids.size() / 2);

        var statuses = atOnce(() -> order(ids), () -> Api.as(trail.manager()).delete(ACTION, deleted));

        assertThat(statuses.get(0)).isIn(200, 404);
        assertThat(statuses.get(1)).isEqualTo(200);
        List<Integer> places = listed("display_order");
        assertThat(places).hasSize(ACTIONS_THERE - 1);
        if (statuses.get(0) == 200) {
            assertThat(places).doesNotHaveDuplicates();
            assertThat(ids.stream().flatMap(id -> changes(id).stream())).containsOnlyOnce("reordered");
        } else {
            assertThat(places).containsOnly(0);
        }
        assertThat(changes(deleted)).startsWith("deleted").containsOnlyOnce("deleted");
    }

    @RepeatedTest(3)
    void shouldOrderWhatIsThereBesideACreation() {
        var statuses = atOnce(
                () -> order(ids),
                () -> Api.as(trail.manager()).body(ActionBodies.named("New")).post(ACTIONS));

        assertThat(statuses).containsExactly(200, 201);
        List<String> now = listed("id");
        assertThat(now).hasSize(ACTIONS_THERE + 1);
        assertThat(now.stream().filter(ids::contains)).containsExactlyElementsOf(ids);
    }

    /** The one that came last says the place. */
    @RepeatedTest(3)
    void shouldKeepTheLaterPlaceOfAnOrderAndAnUpdate() {
        var id = ids.get(5);

        var statuses = atOnce(
                () -> order(ids),
                () -> Api.as(trail.manager()).body(Map.of("display_order", 77)).put(ACTION, id));

        assertThat(statuses).containsExactly(200, 200);
        int place = Api.as(trail.manager()).get(ACTION, id).path("data.display_order");
        assertThat(place).isEqualTo(changes(id).get(0).equals("updated") ? 77 : 5);
    }

    @RepeatedTest(3)
    void shouldDeleteAnActionOnceForManyCallers() {
        var statuses = Concurrently.times(
                8,
                Patience.LIMIT,
                i -> Api.as(trail.manager()).delete(ACTION, ids.get(0)).statusCode());

        assertThat(statuses).containsOnlyOnce(200).containsOnly(200, 404);
        assertThat(changes(ids.get(0))).containsExactly("deleted");
    }

    /** In what was changed, all or nothing: a deletion that comes between is no half of an update. */
    @RepeatedTest(3)
    void shouldUpdateBeforeADeletionOrNotAtAll() {
        var id = ids.get(0);

        var statuses = atOnce(
                () -> Api.as(trail.manager()).body(Map.of("name", "New")).put(ACTION, id),
                () -> Api.as(trail.manager()).delete(ACTION, id));

        assertThat(statuses.get(1)).isEqualTo(200);
        assertThat(changes(id)).isEqualTo(statuses.get(0) == 200 ? List.of("deleted", "updated") : List.of("deleted"));
        assertThat(statuses.get(0)).isIn(200, 404);
    }

    private static List<Integer> atOnce(Callable<Response> one, Callable<Response> other) {
        return Concurrently.call(Patience.LIMIT, List.of(one, other)).stream()
                .map(Response::statusCode)
                .toList();
    }

    private Response order(List<String> wanted) {
        return Api.as(trail.manager()).body(Map.of("ids", wanted)).put(ACTIONS + "/order");
    }

    private <T> List<T> listed(String field) {
        return Api.as(trail.manager()).get(ACTIONS).path("data.custom_actions." + field);
    }

    /** The kinds of an action's changes, newest first. */
    private List<String> changes(Object id) {
        return trail.of(id).stream()
                .map(change -> (String) change.get("change"))
                .toList();
    }
}
