package org.customactions.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customactions.support.ForeignIdentity.COOKIE;
import static org.customactions.support.ForeignIdentity.CSRF_COOKIE;
import static org.customactions.support.ForeignIdentity.CSRF_HEADER;
import static org.customactions.support.ForeignIdentity.EVERYWHERE;
import static org.customactions.support.ForeignIdentity.ORGANIZATION_HEADER;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.customactions.support.Api;
import org.customactions.support.ForeignIdentity;
import org.customactions.support.Full;
import org.customactions.support.ServiceResource;
import org.customactions.support.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A request that names another organization than its token. */
@QuarkusTest
@TestProfile(ForeignIdentity.class)
@Full
class OrganizationHeaderQuarkusTest {

    private static final String ACTIONS = "/api/custom-actions";

    private final UUID home = UUID.randomUUID();
    private final UUID other = UUID.randomUUID();
    private final UUID user = UUID.randomUUID();
    private UUID action;
    private UUID contact;

    @BeforeEach
    void prepare() {
        action = Api.createAction(other, "url", Map.of("url", "https://example.com/"));
        contact = Api.createContact(other, Map.of());
        ServiceResource.database().execute("insert into organizations (id, name) values (?, 'Other')", other);
    }

    /** Of every family of calls: what it is, and what it answers a member who may manage. */
    static Stream<Arguments> calls() {
        var link = Map.of("name", "Link", "action_type", "url", "config", Map.of("url", "https://example.com/"));
        return Stream.of(
                Arguments.of("GET", ACTIONS, null, 200),
                Arguments.of("GET", ACTIONS + "/{action}", null, 200),
                Arguments.of("POST", ACTIONS, link, 201),
                Arguments.of("PUT", ACTIONS + "/{action}", Map.of("name", "Renamed"), 200),
                Arguments.of("PUT", ACTIONS + "/order", Map.of("ids", List.of("{action}")), 200),
                Arguments.of("POST", ACTIONS + "/{action}/execute", Map.of("contact_id", "{contact}"), 200),
                Arguments.of("GET", ACTIONS + "/{action}/executions", null, 200),
                Arguments.of("GET", ACTIONS + "/{action}/changes", null, 200),
                Arguments.of(
                        "POST",
                        ACTIONS + "/preview",
                        Map.of("action_type", "url", "config", link.get("config"), "contact_id", "{contact}"),
                        200),
                Arguments.of("DELETE", ACTIONS + "/{action}", null, 200),
                Arguments.of("GET", "/api/contacts", null, 200),
                Arguments.of("GET", "/api/contacts/{contact}", null, 200),
                Arguments.of("PUT", "/api/contacts/{contact}", Map.of("phone_number", "+1 555 0101"), 200),
                Arguments.of(
                        "PUT",
                        "/api/contacts",
                        Map.of("contacts", List.of(Map.of("id", "{contact}", "phone_number", "+1 555 0102"))),
                        200),
                Arguments.of("DELETE", "/api/contacts/{contact}", null, 200));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("calls")
    void shouldActInTheOrganizationOfAMember(String method, String path, Object body, int status) {
        join(other, "Owner");

        send(in(other, token().claim("role", "agent")), method, path, body).statusCode(status);
    }

    @Test
    void shouldActInEveryOrganizationByTheClaim() {
        var request = in(other, token().claim(EVERYWHERE, true));

        request.delete(ACTIONS + "/{id}", action).then().statusCode(200);
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("calls")
    void shouldRefuseAStranger(String method, String path, Object body, int status) {
        send(in(other, token().claim("role", "admin")), method, path, body)
                .statusCode(403)
                .body("error_type", equalTo("forbidden"))
                .body("message", equalTo("You are not a member of the organization that X-Organization-ID names"));
    }

    /** Also a manager of the other one, who acts at home here. */
    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("calls")
    void shouldNotReachAnotherOrganizationWithoutTheHeader(String method, String path, Object body, int status) {
        join(other, "Owner");
        var isOfOneRow =
                path.contains("{") && !method.equals("PUT") || path.endsWith("order") || path.endsWith("{action}");

        var answer = send(Api.as(token().claim("role", "admin").sign()), method, path, body);

        if (isOfOneRow || path.endsWith("preview")) {
            answer.statusCode(404);
        } else {
            answer.statusCode(status).body("data.custom_actions.id", not(hasItem(action.toString())));
        }
    }

    @Test
    void shouldHaveTheRoleOfTheOrganizationThatItActsIn() {
        join(home, "Owner");
        join(other, "agent");
        var mine = Api.createAction(home, "url", Map.of("url", "https://example.com/"));

        var token = token().claim("role", "admin");

        in(other, token)
                .get(ACTIONS)
                .then()
                .statusCode(200)
                .body("data.custom_actions.config", equalTo(List.of(Map.of("open_in_new_tab", true))));
        in(other, token).get(ACTIONS + "/" + mine).then().statusCode(404);
        in(other, token)
                .delete(ACTIONS + "/{id}", action)
                .then()
                .statusCode(403)
                .body("message", equalTo("Only these roles may do this: Owner, admin, manager"));
        in(home, token).get(ACTIONS + "/" + mine).then().statusCode(200);
        assertThat(contextIn(other, token))
                .isEqualTo(Map.of(
                        "user", Map.of("id", user.toString(), "name", "Ada", "email", "ada@b.example", "role", "agent"),
                        "organization", Map.of("id", other.toString(), "name", "Other")));
    }

    @Test
    void shouldNotTakeTheNameOfTheTokensOrganizationForAnother() {
        join(other, null);
        var token = token().claim("organization_name", "Home").claim("name", "Grace");

        assertThat(contextIn(other, token))
                .isEqualTo(Map.of(
                        "user",
                                Map.of(
                                        "id",
                                        user.toString(),
                                        "name",
                                        "Grace",
                                        "email",
                                        "ada@b.example",
                                        "role",
                                        "agent"),
                        "organization", Map.of("id", other.toString(), "name", "Other")));
    }

    @Test
    void shouldBeAnAdminByTheClaim() {
        join(other, "agent");

        var context = contextIn(other, token().claim(EVERYWHERE, true).claim("role", "agent"));

        assertThat(context.get("user"))
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsEntry("role", "admin");
    }

    @Test
    void shouldNoteWhatWasDoneInTheOrganizationThatItWasDoneIn() {
        join(other, "Owner");
        click(in(other, token()), UUID.randomUUID().toString()).statusCode(200);
        in(other, token())
                .body(Map.of("name", "Renamed"))
                .put(ACTIONS + "/{id}", action)
                .then()
                .statusCode(200);

        in(other, token())
                .get(ACTIONS + "/{id}/executions", action)
                .then()
                .body("data.executions.user_id", equalTo(List.of(user.toString())));
        in(other, token())
                .get(ACTIONS + "/{id}/changes", action)
                .then()
                .body("data.changes[0].user_id", equalTo(user.toString()));
    }

    /** The key of a click belongs to the organization that it is for. */
    @Test
    void shouldKeepKeysOfOrganizationsApart() {
        join(other, "agent");
        var key = UUID.randomUUID().toString();
        String first = click(in(other, token()), key).statusCode(200).extract().path("data.execution_id");

        click(in(other, token()), key).statusCode(200).body("data.execution_id", equalTo(first));
        click(Api.as(token().sign()), key).statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 129})
    void shouldRefuseWhatCanBeNoOrganization(int length) {
        var answer = Api.as(token().claim(EVERYWHERE, true).sign())
                .header(ORGANIZATION_HEADER, "x".repeat(length))
                .get(ACTIONS);

        expectNoOrganization(answer.then());
    }

    @Test
    void shouldNotChooseBetweenTwoOrganizations() {
        var token = token().claim(EVERYWHERE, true);

        expectNoOrganization(
                in(home, token).header(ORGANIZATION_HEADER, other).get(ACTIONS).then());
        in(other, token).header(ORGANIZATION_HEADER, other).get(ACTIONS).then().statusCode(200);
    }

    private static void expectNoOrganization(ValidatableResponse answer) {
        answer.statusCode(403)
                .body("error_type", equalTo("forbidden"))
                .body(
                        "message",
                        equalTo("X-Organization-ID must be the id of one organization, 1 to 128 characters long"));
    }

    /** An organization that the platform numbers, with nobody in a table. */
    @Test
    void shouldTakeTheSameFormsAsInAToken() {
        var number = ThreadLocalRandom.current().nextInt(1, Integer.MAX_VALUE);
        var token = Tokens.of(home)
                .without("organization_id")
                .claim("account_id", number)
                .claim("role", "manager")
                .sign();
        var owned = create(Api.as(token));
        var everywhere = token().claim(EVERYWHERE, true).sign();

        Stream.of(token, everywhere)
                .forEach(caller -> Api.as(caller)
                        .header(ORGANIZATION_HEADER, number)
                        .get(ACTIONS + "/" + owned)
                        .then()
                        .statusCode(200));
        Api.as(everywhere).get(ACTIONS + "/" + owned).then().statusCode(404);
        assertThat(ServiceResource.database()
                        .queryValue(
                                UUID.class,
                                "select organization_id from custom_actions where id = ?",
                                UUID.fromString(owned)))
                .isEqualTo(OrganizationId.parse(Integer.toString(number))
                        .orElseThrow()
                        .uuid());
    }

    /** Its rows are where no token can lead that names their UUID. */
    @Test
    void shouldNotLeadToAnOrganizationByItsUuid() {
        var text = "org_" + home;
        var owned = create(Api.as(
                token().claim("organization_id", text).claim("role", "manager").sign()));
        var uuid = OrganizationId.parse(text).orElseThrow().uuid();

        Api.as(Tokens.manager(uuid).sign()).get(ACTIONS + "/" + owned).then().statusCode(404);
        in(uuid, token().claim(EVERYWHERE, true))
                .get(ACTIONS + "/" + owned)
                .then()
                .statusCode(404);
    }

    @Test
    void shouldRenderTheOrganizationAsTheTokenHasIt() {
        var text = "org:" + home;
        var token =
                token().claim("organization_id", text).claim("role", "manager").sign();
        var link = create(Api.as(token));
        Api.as(token)
                .body(Map.of("phone_number", "+1 555 0100"))
                .put("/api/contacts/" + contact)
                .then()
                .statusCode(200);

        Api.as(token)
                .body(Map.of(
                        "action_type",
                        "url",
                        "config",
                        Map.of("url", "https://example.com/{{organization.id}}"),
                        "contact_id",
                        contact))
                .post(ACTIONS + "/preview")
                .then()
                .statusCode(200)
                .body("data.url", equalTo("https://example.com/org%3A" + home));
        Api.execute(token, UUID.fromString(link), contact).statusCode(200).body("data.success", equalTo(true));
        Api.as(token).get(ACTIONS + "/{id}/executions", link).then().body("data.executions.size()", equalTo(1));
    }

    private static String create(RequestSpecification caller) {
        return caller.body(Map.of(
                        "name",
                        "Mine",
                        "action_type",
                        "url",
                        "config",
                        Map.of("url", "https://example.com/{{organization.id}}")))
                .post(ACTIONS)
                .then()
                .statusCode(201)
                .extract()
                .path("data.id");
    }

    @Test
    void shouldGoWithTheCookie() {
        join(other, "Owner");
        var cookies = "%s=%s; %s=secret".formatted(COOKIE, token().sign(), CSRF_COOKIE);

        Api.anonymous()
                .header("Cookie", cookies)
                .header(ORGANIZATION_HEADER, other)
                .get(ACTIONS + "/" + action)
                .then()
                .statusCode(200);
        Api.anonymous()
                .header("Cookie", cookies)
                .header(ORGANIZATION_HEADER, other)
                .header(CSRF_HEADER, "secret")
                .delete(ACTIONS + "/" + action)
                .then()
                .statusCode(200);
    }

    private Tokens token() {
        return Tokens.of(home).claim("sub", user.toString());
    }

    private static RequestSpecification in(UUID organization, Tokens token) {
        return Api.as(token.sign()).header(ORGANIZATION_HEADER, organization);
    }

    private ValidatableResponse send(RequestSpecification request, String method, String path, Object body) {
        return (body == null ? request : request.body(filled(body)))
                .request(method, filled(path))
                .then();
    }

    private String filled(String text) {
        return text.replace("{action}", action.toString()).replace("{contact}", contact.toString());
    }

    private Object filled(Object body) {
        if (body instanceof Map<?, ?> fields) {
            return fields.entrySet().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, entry -> filled(entry.getValue())));
        }
        if (body instanceof List<?> values) {
            return values.stream().map(this::filled).toList();
        }
        return body instanceof String text ? filled(text) : body;
    }

    private ValidatableResponse click(RequestSpecification request, String key) {
        return request.header("Idempotency-Key", key)
                .body(Map.of("contact_id", contact))
                .post(ACTIONS + "/{id}/execute", action)
                .then();
    }

    private Map<String, Object> contextIn(UUID organization, Tokens token) {
        var script = Api.createAction(organization, "javascript", Map.of("code", "return 1"));
        Map<String, Object> context = in(organization, token)
                .body(Map.of("contact_id", contact))
                .post(ACTIONS + "/{id}/execute", script)
                .then()
                .statusCode(200)
                .extract()
                .path("data.data.context");
        return Map.of("user", context.get("user"), "organization", context.get("organization"));
    }

    private void join(UUID organization, String role) {
        ServiceResource.database()
                .execute(
                        "insert into users (id, organization_id, email, full_name, role) values (?, ?, 'ada@b.example', 'Ada', ?)",
                        user,
                        organization,
                        role);
    }
}
