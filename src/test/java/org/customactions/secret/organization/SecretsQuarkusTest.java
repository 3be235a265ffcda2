package org.customactions.secret.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customactions.secret.organization.SecretCalls.SECRET;
import static org.customactions.secret.organization.SecretCalls.SECRETS;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Collections;
import java.util.Map;
import java.util.UUID;
import org.customactions.support.Api;
import org.customactions.support.Concurrently;
import org.customactions.support.Patience;
import org.customactions.support.Planted;
import org.customactions.support.ServiceResource;
import org.customactions.support.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Managers name and replace secrets, which nobody reads. */
@QuarkusTest
class SecretsQuarkusTest {

    private static final String URL = "https://api.example.com/";
    private static final String VALUE = Planted.text("crm");

    private final UUID organization = UUID.randomUUID();
    private final SecretCalls secrets = new SecretCalls(organization);

    @Test
    void shouldCreateASecretAndReplaceIt() {
        var created = secrets.put("crm_token", VALUE).statusCode(201).body("data", aMapWithSize(2));
        var replaced = secrets.put("crm_token", VALUE + "2").statusCode(200).body("data.name", is("crm_token"));

        assertThat(replaced.extract().<String>path("data.updated_at"))
                .isGreaterThan(created.extract().path("data.updated_at"));
        secrets.list()
                .body("data.secrets", contains(aMapWithSize(3)))
                .body("data.secrets[0].updated_at", is(replaced.extract().<String>path("data.updated_at")))
                .body("data.secrets[0].used_by", is(0));
    }

    @Test
    void shouldListByName() {
        secrets.put("b", VALUE);
        secrets.put("a_1", VALUE);
        secrets.put("C", VALUE);

        secrets.list().body("data.secrets.name", contains("C", "a_1", "b"));
    }

    @Test
    void shouldStoreThemEncrypted() {
        secrets.put("crm_token", VALUE);

        var stored = ServiceResource.database()
                .queryValue(
                        String.class,
                        "select value::text from organization_secrets where organization_id = ?",
                        organization);

        assertThat(stored).contains("key_id", "encrypted").doesNotContain(VALUE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1a", "_a", "a-b", "a.b", "a b", "ä", "a,b", "a%2Fb"})
    void shouldRefuseANameThatIsNone(String name) {
        secrets.put(name, VALUE).statusCode(400).body("errors.field", contains("name"));
        secrets.delete(name).statusCode(404);
    }

    @Test
    void shouldTakeNamesAndValuesUpToTheirLimits() {
        secrets.put("a".repeat(64), "😀".repeat(8_192)).statusCode(201);

        secrets.put("a".repeat(65), VALUE).statusCode(400);
        secrets.put("b", "v".repeat(8_193)).statusCode(400).body("errors.field", contains("value"));
        secrets.put("b", "").statusCode(400).body("errors.field", contains("value"));
    }

    @Test
    void shouldRefuseABodyThatIsNone() {
        var manager = Tokens.manager(organization).sign();

        Api.as(manager).body(Map.of()).put(SECRET, "a").then().statusCode(400).body("errors.field", contains("value"));
        Api.as(manager)
                .body(Map.of("value", VALUE, "x", 1))
                .put(SECRET, "a")
                .then()
                .statusCode(400)
                .body("errors.field", contains("x"));
        Api.as(manager)
                .body(Collections.singletonMap("value", 1))
                .put(SECRET, "a")
                .then()
                .statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"agent", "supervisor"})
    void shouldBeForManagersOnly(String role) {
        var token = Tokens.of(organization).claim("role", role).sign();
        secrets.put("crm_token", VALUE);

        Api.as(token).get(SECRETS).then().statusCode(403);
        Api.as(token)
                .body(Map.of("value", VALUE))
                .put(SECRET, "crm_token")
                .then()
                .statusCode(403);
        Api.as(token).delete(SECRET, "crm_token").then().statusCode(403);
        Api.anonymous().get(SECRETS).then().statusCode(401);
    }

    @Test
    void shouldKeepOrganizationsApart() {
        secrets.put("crm_token", VALUE);
        var others = new SecretCalls(UUID.randomUUID());

        others.list().body("data.secrets", empty());
        others.delete("crm_token").statusCode(404);
        others.save("Action", Map.of("url", URL + "{{secret.crm_token}}"))
                .statusCode(400)
                .body("errors.field", contains("config.url"));
        others.put("crm_token", VALUE).statusCode(201);
        secrets.list().body("data.secrets.name", contains("crm_token"));
    }

    @Test
    void shouldCountTheActionsThatUseASecret() {
        secrets.put("crm_token", VALUE);
        secrets.put("other", VALUE);
        var first = secrets.webhook("First", Map.of("url", URL + "{{secret.crm_token}}/{{secret.crm_token}}"));
        secrets.webhook("Second", SecretCalls.config(URL, "{\"a\":\"{{secret.crm_token}}\"}"));
        var third = secrets.webhook("Third", Map.of("url", URL, "headers", Map.of("X-Key", "{{secret.crm_token}}")));
        secrets.list().body("data.secrets.used_by", contains(3, 0));

        secrets.update(first, Map.of("config", Map.of("url", URL + "{{secret.other}}")))
                .statusCode(200);
        secrets.deleteAction(third).statusCode(200);

        secrets.list().body("data.secrets.used_by", contains(1, 1));
    }

    /** The header's template is kept by its mask, and with it what it uses. */
    @Test
    void shouldCountWhatAMaskKeeps() {
        secrets.put("crm_token", VALUE);
        var action = secrets.webhook("Action", Map.of("url", URL, "headers", Map.of("X-Key", "{{secret.crm_token}}")));

        secrets.update(action, Map.of("config", Map.of("url", URL + "x", "headers", Map.of("X-Key", "********"))))
                .statusCode(200);

        secrets.list().body("data.secrets.used_by", contains(1));
        secrets.delete("crm_token").statusCode(409);
    }

    @Test
    void shouldNotDeleteASecretThatIsUsed() {
        secrets.put("crm_token", VALUE);
        var action = secrets.webhook("Create ticket", Map.of("url", URL + "{{secret.crm_token}}"));

        secrets.delete("crm_token")
                .statusCode(409)
                .body("message", is("The secret crm_token is used by Create ticket; remove it there first"))
                .body("error_type", is("conflict"));
        secrets.deleteAction(action).statusCode(200);

        secrets.delete("crm_token").statusCode(200).body("data.status", is("deleted"));
        secrets.delete("crm_token").statusCode(404);
    }

    @Test
    void shouldNameTheFirstOfManyActions() {
        secrets.put("crm_token", VALUE);
        for (int i = 1; i <= 7; i++) {
            secrets.webhook("A" + i, Map.of("url", URL + "{{secret.crm_token}}"));
        }

        secrets.delete("crm_token")
                .statusCode(409)
                .body("message", containsString("used by A1, A2, A3, A4, A5 and 2 more actions"));
    }

    @Test
    void shouldHoldAHundredAtMostHoweverTheyCome() {
        for (int i = 0; i < 96; i++) {
            secrets.put("s" + i, VALUE).statusCode(201);
        }

        var statuses = Concurrently.times(
                10, Patience.LIMIT, i -> secrets.put("t" + i, VALUE).extract().statusCode());

        assertThat(statuses).containsOnly(201, 409);
        assertThat(statuses.stream().filter(status -> status == 201)).hasSize(4);
        secrets.put("s1", VALUE).statusCode(200);
        secrets.put("u", VALUE)
                .statusCode(409)
                .body("message", is("An organization can have at most 100 secrets; delete one first"));
    }

    /** Whichever comes first, no action is left with a secret that is gone. */
    @Test
    void shouldEitherDeleteASecretOrLetAnActionUseIt() {
        for (int i = 0; i < 20; i++) {
            var name = "race" + i;
            secrets.put(name, VALUE);
            var url = URL + "{{secret." + name + "}}";

            var statuses = Concurrently.times(
                    2,
                    Patience.LIMIT,
                    first -> first == 0
                            ? secrets.delete(name).extract().statusCode()
                            : secrets.save("Action", Map.of("url", url))
                                    .extract()
                                    .statusCode());

            assertThat(statuses.toString()).isIn("[200, 400]", "[409, 201]");
        }
    }
}
