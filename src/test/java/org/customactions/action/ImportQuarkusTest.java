package org.customactions.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customactions.action.ActionBodies.ACTION;
import static org.customactions.action.ActionBodies.ACTIONS;
import static org.customactions.action.ActionBodies.LINK_CONFIG;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.customactions.support.Api;
import org.customactions.support.Bodies;
import org.customactions.support.Refusals;
import org.customactions.support.ServiceResource;
import org.customactions.support.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Actions that go from one installation to another. */
@QuarkusTest
class ImportQuarkusTest {

    private static final String MASK = "********";

    private static final Map<String, Object> WEBHOOK = Map.of(
            "url",
            "https://a.example/",
            "headers",
            Map.of("Authorization", "Bearer pl4nted", "Content-Type", "text/plain"),
            "body",
            "Hello {{contact.name}}",
            "signature",
            Map.of("header", "X-Signature", "secret", "pl4nted"));

    private final UUID organization = UUID.randomUUID();
    private final String manager = Tokens.manager(organization).sign();

    @Test
    void shouldExportActionsWithoutIdsTimesAndSecrets() {
        create(Bodies.with(ActionBodies.action("webhook", WEBHOOK), "confirmation", "Sure?"));
        create(ActionBodies.named("Second"));

        var answer = Api.as(manager).get(ACTIONS + "/export").then().statusCode(200);

        answer.body("data.format", equalTo("custom-actions/1"))
                .body("data.custom_actions.name", contains("Action", "Second"))
                .body("data.custom_actions[0]", not(hasKey("id")))
                .body("data.custom_actions[0]", not(hasKey("updated_at")))
                .body("data.custom_actions[0].confirmation", equalTo("Sure?"))
                .body(
                        "data.custom_actions[0].config.headers",
                        equalTo(Map.of("Authorization", MASK, "Content-Type", "text/plain")))
                .body("data.custom_actions[0].config.signature.secret", equalTo(MASK))
                .body("data.custom_actions[1].config.url", equalTo(LINK_CONFIG.get("url")));
        assertThat(answer.extract().asString()).doesNotContain("pl4nted");
    }

    @Test
    void shouldChangeNothingByWhatWasExported() {
        create(Bodies.with(ActionBodies.action("webhook", WEBHOOK), "confirmation", "Sure?"));
        create(ActionBodies.named("Second"));
        var before = list();

        importing(export())
                .statusCode(200)
                .body("data.unchanged", contains("Action", "Second"))
                .body("data.created", empty())
                .body("data.updated", empty())
                .body("data", not(hasKey("warnings")));

        assertThat(list()).isEqualTo(before);
    }

    @Test
    void shouldCreateInAnotherOrganizationAndNameTheSecretsThatAreMissing() {
        create(Bodies.with(ActionBodies.action("webhook", WEBHOOK), "confirmation", "Sure?"));
        create(ActionBodies.named("Second"));
        var other = Tokens.manager(UUID.randomUUID()).sign();

        importing(other, export(), "")
                .statusCode(200)
                .body("data.created", contains("Action", "Second"))
                .body(
                        "data.warnings.field",
                        contains(
                                "custom_actions[0].config.headers.Authorization",
                                "custom_actions[0].config.signature.secret"))
                .body("data.warnings[0].message", containsString("Action has no headers.Authorization now"));

        Api.as(other)
                .get(ACTIONS)
                .then()
                .body("data.custom_actions.name", contains("Action", "Second"))
                .body("data.custom_actions.display_order", contains(0, 1))
                .body("data.custom_actions[0].confirmation", equalTo("Sure?"))
                .body("data.custom_actions[0].config.headers", equalTo(Map.of("Content-Type", "text/plain")))
                .body("data.custom_actions[0].config", not(hasKey("signature")))
                .body("data.custom_actions[0].config.body", equalTo("Hello {{contact.name}}"));
    }

    @Test
    void shouldUpdateByNameAndKeepWhatTheDocumentLacks() {
        var webhook = create(Bodies.with(ActionBodies.action("webhook", WEBHOOK), "confirmation", "Sure?"));
        create(ActionBodies.named("Untouched"));
        var config = Bodies.with(
                Bodies.with(WEBHOOK, "url", "https://b.example/"),
                "headers",
                Map.of("authorization", MASK, "Content-Type", "text/plain"));

        importing(document(
                        Map.of("name", "New", "action_type", "url", "config", LINK_CONFIG),
                        Map.of("name", " Action ", "icon", "zap", "config", config)))
                .statusCode(200)
                .body("data.created", contains("New"))
                .body("data.updated", contains("Action"))
                .body("data.unchanged", empty())
                .body("data", not(hasKey("warnings")));

        Api.as(manager)
                .get(ACTION, webhook)
                .then()
                .body("data.icon", equalTo("zap"))
                .body("data.confirmation", equalTo("Sure?"))
                .body("data.display_order", equalTo(0))
                .body("data.config.url", equalTo("https://b.example/"))
                .body("data.config.headers.authorization", equalTo("Bearer pl4nted"))
                .body("data.config.signature.secret", equalTo("pl4nted"));
        Api.as(manager).get(ACTIONS).then().body("data.custom_actions.name", contains("Action", "Untouched", "New"));
        Api.as(manager)
                .get(ACTION + "/changes", webhook)
                .then()
                .body("data.changes.change", contains("updated", "created"))
                .body(
                        "data.changes[0].fields",
                        contains("icon", "config.headers.Authorization", "config.headers.authorization", "config.url"));
    }

    @Test
    void shouldTellWhatItWouldDoAndDoNothing() {
        create(ActionBodies.named("Old"));
        var before = list();

        importing(
                        manager,
                        document(
                                Map.of("name", "Old", "icon", "zap"),
                                Map.of("name", "New", "action_type", "url", "config", LINK_CONFIG)),
                        "?dry_run=true")
                .statusCode(200)
                .body("data.created", contains("New"))
                .body("data.updated", contains("Old"));

        assertThat(list()).isEqualTo(before);
        importing(manager, document(), "?dry_run=yes").spec(Refusals.field("dry_run", "true or false"));
    }

    static Stream<Arguments> wrong() {
        var fine = Map.of("name", "Fine", "action_type", "url", "config", LINK_CONFIG);
        return Stream.of(
                Arguments.of(Map.of("custom_actions", List.of()), "format", "Format is required"),
                Arguments.of(
                        Map.of("format", "custom-actions/2", "custom_actions", List.of()),
                        "format",
                        "custom-actions/1"),
                Arguments.of(Map.of("format", "custom-actions/1"), "custom_actions", "required"),
                Arguments.of(Bodies.with(document(), "extra", 1), "extra", "not a known field"),
                Arguments.of(document(fine, 7), "custom_actions[1]", "object"),
                Arguments.of(document(fine, Map.of("icon", "zap")), "custom_actions[1].name", "required"),
                Arguments.of(
                        document(fine, Map.of("name", "B", "config", LINK_CONFIG)),
                        "custom_actions[1].action_type",
                        "required"),
                Arguments.of(
                        document(
                                fine,
                                Map.of("name", "B", "action_type", "url", "config", Map.of("url", "javascript:1"))),
                        "custom_actions[1].config.url",
                        ""),
                Arguments.of(
                        document(
                                fine,
                                Map.of(
                                        "name",
                                        "B",
                                        "action_type",
                                        "webhook",
                                        "config",
                                        Map.of("url", "https://169.254.169.254/"))),
                        "custom_actions[1].config.url",
                        "must not point"),
                Arguments.of(
                        document(
                                fine,
                                Map.of("name", "B", "action_type", "javascript", "config", Map.of("code", "return ("))),
                        "custom_actions[1].config.code",
                        ""),
                Arguments.of(
                        document(
                                fine,
                                Map.of(
                                        "name",
                                        "B",
                                        "action_type",
                                        "webhook",
                                        "config",
                                        Map.of("url", "https://a.example/?t={{secret.none}}"))),
                        "custom_actions[1].config.url",
                        "no secret none"),
                Arguments.of(
                        document(fine, Map.of("name", "B", "action_type", "url", "config", LINK_CONFIG, "inputs", "x")),
                        "custom_actions[1].inputs",
                        "list"));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void shouldImportNothingOfADocumentThatBreaksARule(Map<String, ?> document, String field, String message) {
        importing(document).spec(Refusals.field(field, message));

        Api.as(manager).get(ACTIONS).then().body("data.total", is(0));
    }

    @Test
    void shouldRefuseNamesThatAreNotUnique() {
        create(ActionBodies.named("Twice"));
        create(ActionBodies.named("Twice"));
        create(ActionBodies.named("Once"));

        importing(document(Map.of("name", "Once", "icon", "zap"), Map.of("name", "Once ", "icon", "link")))
                .statusCode(409)
                .body("message", containsString("\"Once\""));
        importing(document(Map.of("name", "Twice", "icon", "zap")))
                .statusCode(409)
                .body("message", containsString("\"Twice\""));
        importing(document(Map.of("name", "Once", "icon", "zap"))).statusCode(200);
    }

    @Test
    void shouldImportAThousandActionsAndNoMore() {
        var thousand = IntStream.range(0, 1_000)
                .<Object>mapToObj(i -> Map.of("name", "A" + i, "action_type", "url", "config", LINK_CONFIG))
                .toList();

        importing(document(thousand.toArray())).statusCode(200).body("data.created", hasSize(1_000));
        importing(document(thousand.toArray())).statusCode(200).body("data.unchanged", hasSize(1_000));
        importing(document(Map.of("name", "More", "action_type", "url", "config", LINK_CONFIG)))
                .statusCode(409)
                .body("message", containsString("at most 1,000 custom actions"));
        var more = new ArrayList<>(thousand);
        more.add(Map.of("name", "More"));
        importing(document(more.toArray())).statusCode(409).body("message", containsString("1,001 actions"));
    }

    @Test
    void shouldTakeADocumentOfSeveralMebibytes() {
        var body = "x".repeat(250 * 1024);
        var actions = IntStream.range(0, 16)
                .<Object>mapToObj(i -> Map.of(
                        "name",
                        "A" + i,
                        "action_type",
                        "webhook",
                        "config",
                        Map.of(
                                "url",
                                "https://a.example/",
                                "headers",
                                Map.of("Content-Type", "text/plain"),
                                "body",
                                body)))
                .toArray();

        importing(document(actions)).statusCode(200).body("data.created", hasSize(16));
        importing(document(Map.of("name", "A0", "icon", "zap"))).statusCode(200).body("data.updated", contains("A0"));
        assertThat(((List<?>) export().get("custom_actions"))).hasSize(16);
    }

    @Test
    void shouldKeepTheQuotasOfTheOrganization() {
        var body = "x".repeat(250 * 1024);
        var config = Map.of("url", "https://a.example/", "headers", Map.of("Content-Type", "text/plain"), "body", body);
        var actions = IntStream.range(0, 36)
                .<Object>mapToObj(i -> Map.of("name", "A" + i, "action_type", "webhook", "config", config))
                .toArray();

        importing(document(actions)).statusCode(409).body("message", containsString("8 MiB"));
        Api.as(manager).get(ACTIONS).then().body("data.total", is(0));
    }

    @Test
    void shouldRefuseWhatIsNoJson() {
        Api.as(manager)
                .body("{\"format\":")
                .post(ACTIONS + "/import")
                .then()
                .statusCode(400)
                .body("error_type", equalTo("malformed_request"))
                .body("message", containsString("line 1"));
        Api.as(manager)
                .body("{\"format\":\"custom-actions/1\",\"format\":\"custom-actions/1\",\"custom_actions\":[]}")
                .post(ACTIONS + "/import")
                .then()
                .statusCode(400);
        Api.as(manager).body("[]").post(ACTIONS + "/import").then().statusCode(400);
        Api.as(manager).post(ACTIONS + "/import").then().statusCode(400);
    }

    @Test
    void shouldBeForManagers() {
        var agent = Tokens.agent(organization).sign();

        Api.as(agent).get(ACTIONS + "/export").then().statusCode(403);
        importing(agent, document(), "").statusCode(403);
    }

    @Test
    void shouldMakeRoomAmongDeletedActions() {
        ServiceResource.database().execute("""
                insert into custom_actions (id, created_at, updated_at, deleted_at, organization_id, name, icon, action_type,
                                            config, is_active, display_order)
                select gen_random_uuid(), now(), now(), now() - make_interval(secs => n), ?, 'Gone ' || n, '', 'url',
                    '{}', true, 0
                from generate_series(1, 1005) n
                """, organization);

        importing(document(Map.of("name", "New", "action_type", "url", "config", LINK_CONFIG)))
                .statusCode(200);

        assertThat(ServiceResource.database()
                        .queryCount(
                                "select count(*) from custom_actions where organization_id = ? and deleted_at is not null",
                                organization))
                .isEqualTo(1_000);
    }

    private UUID create(Map<String, ?> body) {
        String id = Api.as(manager)
                .body(body)
                .post(ACTIONS)
                .then()
                .statusCode(201)
                .extract()
                .path("data.id");
        return UUID.fromString(id);
    }

    private static Map<String, Object> document(Object... actions) {
        return Map.of("format", "custom-actions/1", "custom_actions", List.of(actions));
    }

    private Map<String, Object> export() {
        return Api.as(manager).get(ACTIONS + "/export").path("data");
    }

    private String list() {
        return Api.as(manager).get(ACTIONS).asString();
    }

    private ValidatableResponse importing(Map<String, ?> document) {
        return importing(manager, document, "");
    }

    private static ValidatableResponse importing(String token, Map<String, ?> document, String query) {
        return Api.as(token).body(document).post(ACTIONS + "/import" + query).then();
    }
}
