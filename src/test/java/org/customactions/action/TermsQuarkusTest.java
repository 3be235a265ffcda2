package org.customactions.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.customactions.support.Api;
import org.customactions.support.Bodies;
import org.customactions.support.Refusals;
import org.customactions.support.ServiceResource;
import org.customactions.support.Tokens;
import org.junit.jupiter.api.Test;

/** What holds before an action runs: how it is stored and shown, and who sees the action at all. */
@QuarkusTest
class TermsQuarkusTest {

    private static final String ACTIONS = "/api/custom-actions";
    private static final String ACTION = ACTIONS + "/{id}";
    private static final List<Map<String, Object>> INPUTS =
            List.of(Map.of("name", "reason", "label", "Reason", "type", "text", "required", true));

    private final UUID organization = UUID.randomUUID();
    private final String manager = Tokens.manager(organization).sign();
    private final String agent = Tokens.agent(organization).sign();

    private String create(String name, Map<String, Object> terms) {
        var body = new HashMap<String, Object>(terms);
        body.put("name", name);
        body.put("action_type", "url");
        body.put("config", Map.of("url", "https://a.example/"));
        return Api.as(manager)
                .body(body)
                .post(ACTIONS)
                .then()
                .statusCode(201)
                .extract()
                .path("data.id");
    }

    private ValidatableResponse listed(String token, String query) {
        return Api.as(token).get(ACTIONS + query).then().statusCode(200);
    }

    private ValidatableResponse update(String id, Map<String, Object> body) {
        return Api.as(manager).body(body).put(ACTION, id).then().statusCode(200);
    }

    private long stored() {
        return ServiceResource.database()
                .queryCount("select count(*) from custom_action_terms where organization_id = ?", organization);
    }

    @Test
    void shouldShowThemAndLeaveThemOutWhenEmpty() {
        var id = create(
                "A", Map.of("inputs", INPUTS, "confirmation", "Sure?", "visible_to", Map.of("tags", List.of("vip"))));

        Api.as(agent)
                .get(ACTION, id)
                .then()
                .statusCode(200)
                .body("data.inputs", equalTo(INPUTS))
                .body("data.confirmation", equalTo("Sure?"))
                .body("data.visible_to", equalTo(Map.of("tags", List.of("vip"))));
        listed(manager, "").body("data.custom_actions[0].inputs[0].name", equalTo("reason"));

        update(id, Map.of("inputs", List.of(), "confirmation", "", "visible_to", Map.of()))
                .body("data", not(hasKey("inputs")))
                .body("data", not(hasKey("confirmation")))
                .body("data", not(hasKey("visible_to")));
        listed(agent, "").body("data.custom_actions[0]", not(hasKey("inputs")));
        Api.as(manager).get(ACTION, id).then().body("data", not(hasKey("visible_to")));
        assertThat(stored()).isZero();
    }

    @Test
    void shouldChangeOnlyWhatIsSentAndTellOfIt() {
        var id = create("A", Map.of("inputs", INPUTS));
        var before = Api.as(manager).get(ACTION, id).then().extract().<String>path("data.updated_at");

        update(id, Map.of("inputs", INPUTS)).body("data.updated_at", equalTo(before));
        update(id, Map.of("confirmation", "Sure?"))
                .body("data.inputs", equalTo(INPUTS))
                .body("data.updated_at", not(equalTo(before)));
        Api.as(manager)
                .get("/api/custom-actions/{id}/changes", id)
                .then()
                .body("data.changes[0].fields", contains("confirmation"));
    }

    @Test
    void shouldRefuseWhatIsWrongAtOnceAndNullInAnUpdate() {
        var id = create("A", Map.of());

        Api.as(manager)
                .body(Map.of("confirmation", "{{contact.name"))
                .put(ACTION, id)
                .then()
                .spec(Refusals.field("confirmation", "column 1"));
        Api.as(manager)
                .body(Bodies.of("visible_to", null))
                .put(ACTION, id)
                .then()
                .spec(Refusals.field("visible_to", "must not be null"));
        Api.as(manager)
                .body(Map.of("inputs", List.of(Map.of("name", "x", "label", "X", "type", "color"))))
                .put(ACTION, id)
                .then()
                .spec(Refusals.field("inputs[0].type", "text, textarea"));
    }

    @Test
    void shouldWarnOfAQuestionThatNamesNothing() {
        var id = create("A", Map.of());

        update(id, Map.of("confirmation", "Refund {{contact.nmae}}?"))
                .body("data.warnings[0].field", equalTo("confirmation"))
                .body("data.warnings[0].message", containsString("contact.name"));
    }

    @Test
    void shouldShowAnActionToItsRolesAndToManagersOnly() {
        var support = create("A", Map.of("visible_to", Map.of("roles", List.of("Support"))));
        var all = create("B", Map.of());
        var supporter = Tokens.of(organization)
                .claim("role", List.of("agent", "support"))
                .sign();

        listed(agent, "").body("data.custom_actions.id", contains(all)).body("data.total", equalTo(1));
        listed(supporter, "").body("data.total", equalTo(2));
        listed(manager, "").body("data.total", equalTo(2));
        Api.as(agent).get(ACTION, support).then().spec(Refusals.notFound());
        Api.as(supporter).get(ACTION, support).then().statusCode(200);
    }

    @Test
    void shouldPageWhatIsShown() {
        for (int i = 0; i < 3; i++) {
            create("hidden " + i, Map.of("visible_to", Map.of("roles", List.of("support")), "display_order", 0));
        }
        var first = create("first", Map.of("display_order", 1));
        var second = create("second", Map.of("display_order", 2));

        listed(agent, "?page=1&limit=1")
                .body("data.custom_actions.id", contains(first))
                .body("data.total", equalTo(2));
        listed(agent, "?page=2&limit=1").body("data.custom_actions.id", contains(second));
        listed(agent, "?page=3&limit=1")
                .body("data.custom_actions", equalTo(List.of()))
                .body("data.total", equalTo(2));
    }

    @Test
    void shouldListForAContact() {
        var vip = create(
                "A",
                Map.of(
                        "display_order",
                        1,
                        "visible_to",
                        Map.of("tags", List.of("vip", "gold")),
                        "confirmation",
                        "Refund {{contact.name}} & {{user.name}} of {{organization.name}}?"));
        var all = create("B", Map.of("display_order", 2, "confirmation", "{{contact.name | required}}?"));
        var ada = Api.createContact(organization, Map.of("name", "Ada <b>", "tags", List.of("new", "gold")));
        var bob = Api.createContact(organization, Map.of("name", "Bob"));
        var token = Tokens.agent(organization)
                .claim("name", "Sam")
                .claim("organization_name", "Acme")
                .sign();

        listed(token, "?contact_id=" + ada)
                .body("data.custom_actions.id", contains(vip, all))
                .body("data.custom_actions.confirmation", contains("Refund Ada <b> & Sam of Acme?", "Ada <b>?"));
        listed(token, "?contact_id=" + bob).body("data.custom_actions.id", contains(all));
        listed(manager, "?contact_id=" + bob)
                .body("data.custom_actions.id", contains(all))
                .body("data.custom_actions[0].config.url", notNullValue());
        listed(token, "").body("data.custom_actions[1].confirmation", equalTo("{{contact.name | required}}?"));
    }

    @Test
    void shouldRefuseAContactThatIsNotThere() {
        create("A", Map.of());
        var foreign = Api.createContact(UUID.randomUUID(), Map.of());

        Api.as(agent).get(ACTIONS + "?contact_id=" + UUID.randomUUID()).then().spec(Refusals.notFound());
        Api.as(agent).get(ACTIONS + "?contact_id=" + foreign).then().spec(Refusals.notFound());
        Api.as(agent).get(ACTIONS + "?contact_id=7").then().spec(Refusals.field("contact_id", "UUID"));
    }

    /** Not with each answer: only when something of the contact changes. */
    @Test
    void shouldTagAListForAContactByTheContact() {
        create("A", Map.of("confirmation", "Refund {{contact.name}}?"));
        var ada = Api.createContact(organization, Map.of("name", "Ada"));
        var query = "?contact_id=" + ada;
        var tag = listed(agent, query).extract().header("ETag");

        Api.as(agent).header("If-None-Match", tag).get(ACTIONS + query).then().statusCode(304);
        Api.as(manager)
                .body(Map.of("phone_number", "+1 555 0100", "name", "Ada Lovelace"))
                .put("/api/contacts/{id}", ada)
                .then()
                .statusCode(200);
        Api.as(agent)
                .header("If-None-Match", tag)
                .get(ACTIONS + query)
                .then()
                .statusCode(200)
                .body("data.custom_actions[0].confirmation", equalTo("Refund Ada Lovelace?"));
    }

    @Test
    void shouldLimitWhatAnOrganizationStores() {
        var text = "x".repeat(10_000);
        var large = IntStream.range(0, 10)
                .mapToObj(i -> Map.<String, Object>of("name", "a" + i, "label", "A", "type", "text", "default", text))
                .toList();
        for (int i = 0; i < 10; i++) {
            create("A" + i, Map.of("inputs", large));
        }
        var body = new HashMap<String, Object>(Map.of("name", "B", "action_type", "url", "inputs", large));
        body.put("config", Map.of("url", "https://a.example/"));

        Api.as(manager).body(body).post(ACTIONS).then().spec(Refusals.conflict());
        create("C", Map.of("confirmation", "Sure?"));
    }
}
