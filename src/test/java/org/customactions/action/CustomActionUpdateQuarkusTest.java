package org.customactions.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customactions.action.ActionBodies.ACTION;
import static org.customactions.action.ActionBodies.LINK_CONFIG;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.customactions.support.Api;
import org.customactions.support.Bodies;
import org.customactions.support.Concurrently;
import org.customactions.support.Refusals;
import org.customactions.support.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Partial updates: only what is sent changes, and nothing is lost. */
@QuarkusTest
class CustomActionUpdateQuarkusTest {
    private final UUID organization = UUID.randomUUID();
    private final String manager = Tokens.manager(organization).sign();
    private UUID id;

    @BeforeEach
    void createAction() {
        id = Api.createAction(organization, "url", LINK_CONFIG);
    }

    @Test
    void shouldChangeNothingForAnEmptyUpdate() {
        var before = read();

        var answer = update(Map.of());

        answer.statusCode(200).body("data", equalTo(before));
        assertThat(read()).isEqualTo(before);
    }

    @Test
    void shouldChangeNothingWhenWhatWasReadIsSentBack() {
        var before = read();

        var answer = update(before);

        answer.statusCode(200).body("data", equalTo(before));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void shouldChangeOnlyTheFieldThatIsSent(String field, Object value) {
        var before = read();

        var answer = update(Bodies.of(field, value));

        answer.statusCode(200);
        var after = read();
        assertThat(after).containsEntry(field, value);
        assertThat(Bodies.without(Bodies.without(after, field), "updated_at"))
                .isEqualTo(Bodies.without(Bodies.without(before, field), "updated_at"));
        assertThat(Instant.parse((String) after.get("updated_at")))
                .isAfter(Instant.parse((String) before.get("updated_at")));
    }

    static Stream<Arguments> changes() {
        return Stream.of(
                arguments("name", "New name"),
                arguments("icon", "zap"),
                arguments("is_active", false),
                arguments("display_order", 7),
                arguments("config", Map.of("url", "mailto:{{contact.name}}", "open_in_new_tab", false)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"name", "icon", "action_type", "config", "is_active", "display_order"})
    void shouldRefuseNullForAField(String field) {
        var before = read();

        var answer = update(Bodies.with(Map.of("name", "New"), field, null));

        answer.spec(Refusals.field(field, "must not be null"));
        assertThat(read()).isEqualTo(before);
    }

    @Test
    void shouldRefuseAnUnknownFieldWithoutChangingTheOthers() {
        var before = read();

        var answer = update(Map.of("name", "New", "enabled", false));

        answer.spec(Refusals.field("enabled", "\"enabled\" is not a known field"));
        assertThat(read()).isEqualTo(before);
    }

    @RepeatedTest(5)
    void shouldKeepEveryOneOfFourConcurrentUpdatesOfDifferentFields() {
        var updates = List.of(
                Map.<String, Object>of("name", "New"),
                Map.<String, Object>of("icon", "zap"),
                Map.<String, Object>of("display_order", 7),
                Map.<String, Object>of("config", Map.of("url", "tel:1")));

        var statuses = Concurrently.times(
                updates.size(),
                Duration.ofSeconds(20),
                i -> update(updates.get(i)).extract().statusCode());

        assertThat(statuses).containsOnly(200);
        assertThat(read())
                .containsEntry("name", "New")
                .containsEntry("icon", "zap")
                .containsEntry("display_order", 7)
                .containsEntry("config", Map.of("url", "tel:1", "open_in_new_tab", true));
    }

    private ValidatableResponse update(Map<String, ?> body) {
        return Api.as(manager).body(body).put(ACTION, id).then();
    }

    private Map<String, Object> read() {
        return Api.as(manager).get(ACTION, id).path("data");
    }
}
