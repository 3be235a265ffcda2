package org.customactions.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customactions.action.ActionBodies.ACTION;
import static org.customactions.action.ActionBodies.ACTIONS;
import static org.customactions.action.ActionBodies.link;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.customactions.support.Api;
import org.customactions.support.Bodies;
import org.customactions.support.Full;
import org.customactions.support.Refusals;
import org.customactions.support.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of an action's own fields, at creation and at update. */
@QuarkusTest
class CustomActionFieldsQuarkusTest {
    private final UUID organization = UUID.randomUUID();
    private final String manager = Tokens.manager(organization).sign();

    @ParameterizedTest
    @MethodSource("wrongValues")
    void shouldRefuseToCreateWithAWrongValue(String field, Object value, String message) {
        var answer = Api.as(manager)
                .body(Bodies.with(link(), field, value))
                .post(ACTIONS)
                .then();

        answer.spec(Refusals.field(field, message));
        Api.as(manager).get(ACTIONS).then().body("data.total", equalTo(0));
    }

    @Full
    @ParameterizedTest
    @MethodSource("wrongValues")
    void shouldRefuseToUpdateToAWrongValue(String field, Object value, String message) {
        var id = Api.createAction(organization, "url", ActionBodies.LINK_CONFIG);
        var before = Api.as(manager).get(ACTION, id).asString();

        var answer = Api.as(manager)
                .body(Bodies.with(Bodies.of("name", "New"), field, value))
                .put(ACTION, id)
                .then();

        answer.spec(Refusals.field(field, message));
        assertThat(Api.as(manager).get(ACTION, id).asString()).isEqualTo(before);
    }

    static Stream<Arguments> wrongValues() {
        var order = "whole number from 0";
        return Stream.of(
                arguments("name", "", "Name is required"),
                arguments("name", " \t\n\u2003", "Name is required"),
                arguments("name", "n".repeat(101), "at most 100"),
                arguments("name", "\uD83D\uDE00".repeat(101), "at most 100"),
                arguments("name", 5, "a string"),
                arguments("name", true, "a string"),
                arguments("name", List.of("CRM"), "a string"),
                arguments("name", Map.of(), "a string"),
                arguments("icon", "Ticket", "a-z"),
                arguments("icon", "bar chart", "a-z"),
                arguments("icon", "bar_chart", "a-z"),
                arguments("icon", "café", "a-z"),
                arguments("icon", "ticket\n", "a-z"),
                arguments("icon", "i".repeat(51), "50"),
                arguments("icon", 5, "a string"),
                arguments("action_type", "", "webhook, url or javascript"),
                arguments("action_type", "URL", "webhook, url or javascript"),
                arguments("action_type", " url", "webhook, url or javascript"),
                arguments("action_type", "ftp", "webhook, url or javascript"),
                arguments("action_type", 1, "a string"),
                arguments("config", "https://example.com", "an object"),
                arguments("config", List.of(), "an object"),
                arguments("config", 1, "an object"),
                arguments("config", false, "an object"),
                arguments("is_active", "true", "true or false"),
                arguments("is_active", 1, "true or false"),
                arguments("is_active", List.of(), "true or false"),
                arguments("display_order", -1, order),
                arguments("display_order", 2_147_483_648L, order),
                arguments("display_order", new BigDecimal("1e30"), order),
                arguments("display_order", 1.5, order),
                arguments("display_order", "1", order),
                arguments("display_order", true, order),
                arguments("colour", "red", "\"colour\" is not a known field"),
                arguments("Name", "CRM", "\"Name\" is not a known field"),
                arguments("organization_id", UUID.randomUUID(), "organization_id"));
    }

    @ParameterizedTest
    @CsvSource({"name,Name is required", "action_type,Action type is required", "config,Config is required"})
    void shouldRefuseToCreateWithoutARequiredField(String field, String message) {
        var answer = Api.as(manager)
                .body(Bodies.without(link(), field))
                .post(ACTIONS)
                .then();

        answer.spec(Refusals.field(field, message));
    }

    @ParameterizedTest
    @CsvSource({"name,Name is required", "action_type,Action type is required", "config,Config is required"})
    void shouldRefuseToCreateWithNullForARequiredField(String field, String message) {
        var answer = Api.as(manager)
                .body(Bodies.with(link(), field, null))
                .post(ACTIONS)
                .then();

        answer.spec(Refusals.field(field, message));
    }

    @Test
    void shouldReportEveryWrongFieldAtOnce() {
        var body = Map.of("name", "", "icon", "No Icon", "display_order", -1, "config", Map.of(), "x", 1);

        var answer = Api.as(manager).body(body).post(ACTIONS).then();

        answer.statusCode(400)
                .body("errors.field", containsInAnyOrder("name", "icon", "display_order", "action_type", "x"));
    }

    @ParameterizedTest
    @MethodSource("acceptedNames")
    void shouldAcceptNamesUpToOneHundredCharacters(String name) {
        var answer =
                Api.as(manager).body(ActionBodies.named(name)).post(ACTIONS).then();

        answer.statusCode(201).body("data.name", equalTo(name.strip()));
    }

    static Stream<String> acceptedNames() {
        return Stream.of(
                "n",
                "n".repeat(100),
                "\uD83D\uDE00".repeat(100),
                " ".repeat(200) + "n".repeat(100) + " ".repeat(200),
                "Zoë's \"quotes\" <b> + % _ \\ \u2028 {{contact.name}}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ticket",
                "user",
                "bar-chart",
                "link",
                "phone",
                "mail",
                "file-text",
                "external-link",
                "zap",
                "globe",
                "code",
                "unheard-of-9",
                "01234567890123456789012345678901234567890123456789"
            })
    void shouldAcceptIconsKnownOrNot(String icon) {
        var answer = Api.as(manager)
                .body(Bodies.with(link(), "icon", icon))
                .post(ACTIONS)
                .then();

        answer.statusCode(201).body("data.icon", equalTo(icon));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, Integer.MAX_VALUE})
    void shouldAcceptDisplayOrders(int order) {
        var answer = Api.as(manager)
                .body(Bodies.with(link(), "display_order", order))
                .post(ACTIONS)
                .then();

        answer.statusCode(201).body("data.display_order", equalTo(order));
    }
}
