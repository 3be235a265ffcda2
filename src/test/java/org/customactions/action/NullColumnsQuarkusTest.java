package org.customactions.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.anEmptyMap;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.customactions.support.Api;
import org.customactions.support.ServiceResource;
import org.customactions.support.TestDatabase;
import org.customactions.support.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows of another program, which leaves columns null and stores what this service would not. */
@QuarkusTest
class NullColumnsQuarkusTest {

    private static final String EPOCH = "1970-01-01T00:00:00Z";

    private final UUID organization = UUID.randomUUID();
    private final String manager = Tokens.manager(organization).sign();
    private final String agent = Tokens.agent(organization).sign();
    private final TestDatabase database = ServiceResource.database();

    @BeforeEach
    void allowNull() {
        database.execute("""
                alter table custom_actions alter created_at drop not null, alter updated_at drop not null,
                    alter name drop not null, alter icon drop not null, alter action_type drop not null,
                    alter config drop not null, alter is_active drop not null, alter display_order drop not null""");
        database.execute("""
                alter table contacts alter created_at drop not null, alter updated_at drop not null,
                    alter phone_number drop not null, alter name drop not null, alter profile_name drop not null,
                    alter tags drop not null, alter metadata drop not null""");
        database.execute("alter table organizations alter name drop not null");
    }

    private UUID bareAction(String name) {
        return database.queryValue(
                UUID.class,
                "insert into custom_actions (id, organization_id, name, action_type)"
                        + " values (gen_random_uuid(), ?, ?, 'webhook') returning id",
                organization,
                name);
    }

    private UUID bareContact() {
        return database.queryValue(
                UUID.class,
                "insert into contacts (id, organization_id, created_at, updated_at, phone_number, name, profile_name, tags,"
                        + " metadata) values (gen_random_uuid(), ?, null, null, null, null, null, null, null) returning id",
                organization);
    }

    private List<String> listed(String query) {
        return Api.as(manager)
                .get("/api/custom-actions" + query)
                .then()
                .statusCode(200)
                .extract()
                .path("data.custom_actions.name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?limit=10", "?is_active=true", "?search=bare"})
    void shouldListAnActionWithItsDefaults(String query) {
        bareAction("Bare");

        var list = Api.as(manager).get("/api/custom-actions" + query).then().statusCode(200);

        list.body("data.total", is(1))
                .body("data.custom_actions[0].name", is("Bare"))
                .body("data.custom_actions[0].icon", is(""))
                .body("data.custom_actions[0].config", anEmptyMap())
                .body("data.custom_actions[0].is_active", is(true))
                .body("data.custom_actions[0].display_order", is(0))
                .body("data.custom_actions[0].created_at", is(EPOCH))
                .body("data.custom_actions[0].updated_at", is(EPOCH));
        assertThat(listed("?is_active=false")).isEmpty();
        Api.as(agent).get("/api/custom-actions" + query).then().statusCode(200).body("data.total", is(1));
        Api.as(manager)
                .header("If-None-Match", list.extract().header("ETag"))
                .get("/api/custom-actions" + query)
                .then()
                .statusCode(304);
    }

    @Test
    void shouldSortNullAsTheFirstPlaceAndTheOldest() {
        bareAction("Bare");
        Api.createAction(organization, "url", Map.of("url", "https://a.example/"));
        database.execute(
                "update custom_actions set display_order = 1 where organization_id = ? and name = 'Action'",
                organization);
        var young = bareAction("Young");
        database.execute("update custom_actions set created_at = now() where id = ?", young);

        assertThat(listed("")).containsExactly("Young", "Bare", "Action");
    }

    @Test
    void shouldChangeOnlyWhatIsSent() {
        var id = bareAction("Bare");

        Api.as(manager)
                .body(Map.of("name", "Changed"))
                .put("/api/custom-actions/{id}", id)
                .then()
                .statusCode(200)
                .body("data.name", is("Changed"))
                .body("data.is_active", is(true))
                .body("data.display_order", is(0))
                .body("data.created_at", is(EPOCH));
        Api.as(agent).get("/api/custom-actions/{id}", id).then().statusCode(200).body("data.icon", is(""));
    }

    @Test
    void shouldOrderAndDelete() {
        var id = bareAction("Bare");
        var other = bareAction("Other");

        Api.as(manager)
                .body(Map.of("ids", List.of(other.toString(), id.toString())))
                .put("/api/custom-actions/order")
                .then()
                .statusCode(200)
                .body("data.custom_actions.name", contains("Other", "Bare"))
                .body("data.custom_actions.display_order", contains(0, 1));
        Api.as(manager).delete("/api/custom-actions/{id}", id).then().statusCode(200);
    }

    @Test
    void shouldExecuteForAContactWithoutAnything() {
        var contact = bareContact();
        var id = bareAction("Bare");
        database.execute("insert into organizations (id) values (?)", organization);

        Api.execute(agent, id, contact)
                .statusCode(200)
                .body("data.success", is(false))
                .body("data.message", startsWith("The action's configuration needs to be corrected: Url is required"));
        database.execute(
                "update custom_actions set action_type = 'url',"
                        + " config = '{\"url\":\"https://a.example/{{contact.name}}{{#contact.tags}}x{{/contact.tags}}\"}'"
                        + " where id = ?",
                id);
        Api.execute(agent, id, contact).statusCode(200).body("data.success", is(true));
    }

    @Test
    void shouldShowAContactWithoutAnything() {
        var contact = bareContact();

        Api.as(agent)
                .get("/api/contacts/{id}", contact)
                .then()
                .statusCode(200)
                .body("data.phone_number", is(""))
                .body("data.display_name", is(""))
                .body("data.name", is(""))
                .body("data.profile_name", is(""))
                .body("data.tags", empty())
                .body("data.metadata", anEmptyMap())
                .body("data.created_at", is(EPOCH));
        Api.as(agent).get("/api/contacts?limit=5").then().statusCode(200).body("data.total", is(1));
        Api.as(agent).get("/api/contacts?search=x").then().statusCode(200).body("data.total", is(0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"[]", "\"text\"", "null", "7", "{\"headers\":[]}", "{\"url\":{\"a\":1},\"headers\":{\"X\":null}}"
            })
    void shouldListWhateverIsStoredAsAConfig(String config) {
        var id = bareAction("Odd");
        database.execute("update custom_actions set config = ?::jsonb where id = ?", config, id);

        assertThat(listed("")).containsExactly("Odd");
        Api.as(agent).get("/api/custom-actions").then().statusCode(200).body("data.total", is(1));
        Api.as(manager).get("/api/custom-actions/{id}", id).then().statusCode(200);
        Api.as(manager)
                .body(Map.of("icon", "zap"))
                .put("/api/custom-actions/{id}", id)
                .then()
                .statusCode(200);
        assertThat(database.queryValue(String.class, "select config::text from custom_actions where id = ?", id))
                .isEqualTo(database.queryValue(String.class, "select (?::jsonb)::text", config));
        Api.execute(agent, id, bareContact()).statusCode(200).body("data.success", is(false));
    }

    @Test
    void shouldListAConfigThatIsNestedTooDeepToRead() {
        var id = bareAction("Deep");
        database.execute(
                "update custom_actions set config = (repeat('{\"a\":', 2000) || '1' || repeat('}', 2000))::jsonb where id = ?",
                id);

        assertThat(listed("")).containsExactly("Deep");
    }

    @Test
    void shouldTakeAnActionOfAnUnknownTypeForNone() {
        var id = bareAction("Later");
        var other = bareAction("Known");
        database.execute("update custom_actions set action_type = 'email' where id = ?", id);
        var none = bareAction("None");
        database.execute("update custom_actions set action_type = null where id = ?", none);

        assertThat(listed("")).containsExactly("Known");
        for (var unknown : List.of(id, none)) {
            Api.as(manager).get("/api/custom-actions/{id}", unknown).then().statusCode(404);
            Api.as(manager)
                    .body(Map.of("name", "X"))
                    .put("/api/custom-actions/{id}", unknown)
                    .then()
                    .statusCode(404);
            Api.execute(agent, unknown, bareContact()).statusCode(404);
        }
        Api.execute(agent, other, bareContact()).statusCode(200);
    }
}
