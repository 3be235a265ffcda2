package org.customactions.whatomate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customactions.support.Patience.await;
import static org.hamcrest.Matchers.anEmptyMap;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.startsWith;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.customactions.support.Api;
import org.customactions.support.Full;
import org.customactions.support.Nginx;
import org.customactions.support.PackagedService;
import org.customactions.support.Receiver;
import org.customactions.support.SigningKeys;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The service on Whatomate's tables, with the cookies and headers of its pages, behind its gateway. */
@Full
class WhatomateIT {

    private static final String ACTIONS = "/api/custom-actions";
    private static final WhatomateDatabase WHATOMATE = WhatomateDatabase.create();

    private static PackagedService service;

    private final UUID organization = WHATOMATE.organization(UUID.randomUUID().toString());
    private final UUID user = WHATOMATE.user(organization, WHATOMATE.role(organization, "admin", true, true), false);

    /** It starts before somebody has made the last view. */
    @BeforeAll
    static void start() {
        WHATOMATE.withViews().migrated().database().execute("drop view custom_actions.users cascade");
        service = PackagedService.start(environment());
        await().until(() -> service.readiness() == 503 && service.output().contains("is not ready"));
        service.readiness();
        WHATOMATE.withViews();
        service.awaitReady();
    }

    private static Map<String, String> environment() {
        var environment = new HashMap<>(WHATOMATE.environment());
        environment.put("CUSTOM_ACTIONS_JWT_SECRET", SigningKeys.SECRET);
        environment.put("QUARKUS_HTTP_PORT", "0");
        environment.put("CUSTOM_ACTIONS_SCRIPT_ENABLED", "false");
        return environment;
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private WhatomateLogin login(UUID user) {
        return WhatomateLogin.of(user, organization);
    }

    private RequestSpecification as(WhatomateLogin login) {
        return login.at(service.url());
    }

    private RequestSpecification asAdmin(String url) {
        return login(user).at(url);
    }

    private RequestSpecification asAdmin() {
        return asAdmin(service.url());
    }

    private UUID create(String name, String url) {
        return UUID.fromString(asAdmin()
                .body(Map.of("name", name, "action_type", "url", "config", Map.of("url", url)))
                .post(ACTIONS)
                .then()
                .statusCode(201)
                .extract()
                .path("data.id"));
    }

    private Map<String, Object> row(UUID action) {
        return WHATOMATE
                .database()
                .query("select * from public.custom_actions where id = ?", action)
                .get(0);
    }

    @Test
    void shouldHaveToldOnceWhatWasMissing() {
        assertThat(service.outputLines())
                .filteredOn(line -> line.contains("is not ready"))
                .singleElement()
                .asString()
                .contains("in the database it lacks the table users");
    }

    @Test
    void shouldListWhatIsThere() {
        WHATOMATE.action(organization, "Last", "url", "{\"url\":\"/x\",\"extra\":1}", 9_000_000_000L);
        WHATOMATE.bareAction(organization, "Bare");
        var agent = WHATOMATE.user(organization, WHATOMATE.role(organization, "agent", true, false), false);

        asAdmin()
                .get(ACTIONS)
                .then()
                .statusCode(200)
                .body("data.custom_actions.name", contains("Bare", "Last"))
                .body("data.custom_actions.display_order", contains(0, 9_000_000_000L))
                .body("data.custom_actions[0].config", anEmptyMap())
                .body("data.custom_actions[0].is_active", is(true));
        as(login(agent)).get(ACTIONS).then().statusCode(200).body("data.total", is(2));
        as(login(agent))
                .body(Map.of("name", "x", "action_type", "url", "config", Map.of("url", "/x")))
                .post(ACTIONS)
                .then()
                .statusCode(403);
    }

    @Test
    void shouldWriteWhereWhatomateReads() {
        var first = create("First", "/contacts/{{contact.id}}");
        var second = create("Second", "https://a.example/");
        assertThat(row(first)).containsEntry("name", "First").containsEntry("organization_id", organization);

        asAdmin()
                .body(Map.of("is_active", false))
                .put(ACTIONS + "/{id}", second)
                .then()
                .statusCode(200);
        asAdmin()
                .body(Map.of("ids", List.of(second.toString(), first.toString())))
                .put(ACTIONS + "/order")
                .then()
                .statusCode(200)
                .body("data.custom_actions.name", contains("Second", "First"));
        assertThat(row(second)).containsEntry("is_active", false).containsEntry("display_order", 0L);
        asAdmin().delete(ACTIONS + "/{id}", second).then().statusCode(200);
        assertThat(row(second).get("deleted_at")).isNotNull();
        asAdmin().get(ACTIONS).then().body("data.custom_actions.name", contains("First"));
    }

    @Test
    void shouldOpenAPageOfWhatomatesOwn() {
        var action = create("Contact", "/contacts/{{contact.id}}?name={{contact.name}}");
        var contact = WHATOMATE.contact(organization, "+1 555 0100");

        String redirect = asAdmin()
                .body(Map.of("contact_id", contact.toString()))
                .post(ACTIONS + "/{id}/execute", action)
                .then()
                .statusCode(200)
                .body("data.success", is(true))
                .extract()
                .path("data.redirect_url");

        Api.anonymous()
                .baseUri(service.url())
                .get(redirect)
                .then()
                .statusCode(302)
                .header("Location", "/contacts/%s?name=%%2B1%%20555%%200100".formatted(contact));
    }

    private UUID switchedTo(UUID other, String role) {
        WHATOMATE.member(user, other, WHATOMATE.role(other, role, true, false));
        return other;
    }

    private static Map<String, Object> link() {
        return Map.of("name", "Link", "action_type", "url", "config", Map.of("url", "/x"));
    }

    private static ValidatableResponse clicked(RequestSpecification caller, UUID action, UUID contact) {
        return caller.body(Map.of("contact_id", contact.toString()))
                .post(ACTIONS + "/{id}/execute", action)
                .then();
    }

    @Test
    void shouldRefuseAWriteOfAnotherSitesPage() {
        var action = create("Mine", "/x");
        var contact = WHATOMATE.contact(organization, "+1 555 0100");

        Stream.of(login(user).withCsrf(null), login(user).withCsrf("guessed")).forEach(forged -> {
            mismatch(as(forged).body(link()).post(ACTIONS).then());
            mismatch(as(forged)
                    .body(Map.of("name", "Theirs"))
                    .put(ACTIONS + "/{id}", action)
                    .then());
            mismatch(as(forged).delete(ACTIONS + "/{id}", action).then());
            mismatch(clicked(as(forged), action, contact));
            as(forged).get(ACTIONS).then().statusCode(200).body("data.custom_actions.name", contains("Mine"));
        });
    }

    private static void mismatch(ValidatableResponse answer) {
        answer.statusCode(403).body("message", is("CSRF token mismatch"));
    }

    /** Its token is of the first organization again after a refresh; the header alone goes on naming the other one. */
    @Test
    void shouldServeTheOrganizationThatAMemberSwitchedTo() {
        create("At home", "/x");
        var other = switchedTo(WHATOMATE.organization(UUID.randomUUID().toString()), "manager");
        var action = WHATOMATE.action(other, "There", "url", "{\"url\":\"/there\"}", 0);
        var contact = WHATOMATE.contact(other, "+1 555 0100");
        var switched = login(user).in(other);

        as(switched).get(ACTIONS).then().statusCode(200).body("data.custom_actions.name", contains("There"));
        clicked(as(switched), action, contact).statusCode(200).body("data.success", is(true));
        String created = as(switched)
                .body(link())
                .post(ACTIONS)
                .then()
                .statusCode(201)
                .extract()
                .path("data.id");
        assertThat(row(UUID.fromString(created))).containsEntry("organization_id", other);
        asAdmin().get(ACTIONS).then().body("data.custom_actions.name", contains("At home"));
    }

    @Test
    void shouldTakeTheRoleOfTheOrganizationThatAMemberSwitchedTo() {
        var other = switchedTo(WHATOMATE.organization(UUID.randomUUID().toString()), "agent");

        as(login(user).in(other)).get(ACTIONS).then().statusCode(200);
        as(login(user).in(other)).body(link()).post(ACTIONS).then().statusCode(403);
        asAdmin().body(link()).post(ACTIONS).then().statusCode(201);
    }

    @Test
    void shouldServeASuperAdminInEveryOrganization() {
        var other = WHATOMATE.organization(UUID.randomUUID().toString());
        var action = WHATOMATE.action(other, "There", "url", "{\"url\":\"/there\"}", 0);
        var everywhere = login(WHATOMATE.user(organization, null, true)).everywhere();

        as(everywhere).body(link()).post(ACTIONS).then().statusCode(201);
        as(everywhere.in(other)).get(ACTIONS).then().body("data.custom_actions.name", contains("There"));
        as(everywhere.in(other))
                .body(Map.of("name", "Renamed"))
                .put(ACTIONS + "/{id}", action)
                .then()
                .statusCode(200);
        assertThat(row(action)).containsEntry("name", "Renamed");
    }

    /** The pages go on naming it after another user has signed in, or a member has left. */
    @Test
    void shouldStayAtHomeWhereTheUserIsNoMember() {
        create("At home", "/x");
        var other = WHATOMATE.organization(UUID.randomUUID().toString());
        var theirs = WHATOMATE.action(other, "There", "url", "{\"url\":\"/there\"}", 0);
        var stranger = login(user).in(other);

        as(stranger).get(ACTIONS).then().statusCode(200).body("data.custom_actions.name", contains("At home"));
        as(stranger).get(ACTIONS + "/{id}", theirs).then().statusCode(404);
        as(stranger).delete(ACTIONS + "/{id}", theirs).then().statusCode(404);
        as(login(user).in(null))
                .header("X-Organization-ID", "")
                .get(ACTIONS)
                .then()
                .statusCode(200)
                .body("data.custom_actions.name", contains("At home"));
        String created = as(stranger)
                .body(link())
                .post(ACTIONS)
                .then()
                .statusCode(201)
                .extract()
                .path("data.id");
        assertThat(row(UUID.fromString(created))).containsEntry("organization_id", organization);
    }

    /** With 401 Whatomate's pages get a new cookie and ask again. */
    @Test
    void shouldAskForANewCookieWhenTheLoginHasExpired() {
        var expired = login(user).expired(Duration.ofMinutes(1));

        as(expired).get(ACTIONS).then().statusCode(401).body("message", containsString("expired at"));
        as(expired).body(link()).post(ACTIONS).then().statusCode(401);
        Api.anonymous()
                .baseUri(service.url())
                .header("Cookie", "whm_csrf=" + WhatomateLogin.CSRF)
                .header("X-CSRF-Token", WhatomateLogin.CSRF)
                .body(link())
                .post(ACTIONS)
                .then()
                .statusCode(401);
    }

    /** With 401 the pages would give up: Whatomate gives them no new cookie as long as they have one. */
    @Test
    void shouldServeACookieThatHasNotExpiredByWhatomatesClock() {
        as(login(user).expired(Duration.ofSeconds(2))).get(ACTIONS).then().statusCode(200);
    }

    @Test
    void shouldRefuseWhatomatesTokensForOtherPurposes() {
        Stream.of(
                        login(user).claim("jti", UUID.randomUUID().toString()),
                        login(user).claim("sub", "ws"))
                .forEach(other -> {
                    as(other)
                            .get(ACTIONS)
                            .then()
                            .statusCode(401)
                            .body("message", containsString("is for another purpose"));
                    Api.as(other.token())
                            .baseUri(service.url())
                            .get(ACTIONS)
                            .then()
                            .statusCode(401);
                });
        Api.as(login(user).token()).baseUri(service.url()).get(ACTIONS).then().statusCode(200);
    }

    @Test
    void shouldServeTheSameFromAnotherReplica() {
        var action = create("Stays", "/x");

        try (var other = PackagedService.startReady(environment())) {
            asAdmin(other.url())
                    .body(Map.of("icon", "zap"))
                    .put(ACTIONS + "/{id}", action)
                    .then()
                    .statusCode(200);
        }
        asAdmin().get(ACTIONS + "/{id}", action).then().statusCode(200).body("data.icon", is("zap"));
    }

    @Test
    void shouldNameStoredActionsToCorrect() {
        var action = WHATOMATE.action(
                organization,
                "Old \"one\"",
                "webhook",
                "{\"url\":\"https://{{contact.name}}.example/\",\"method\":\"TRACE\",\"surprise\":1}",
                0);
        WHATOMATE.action(organization, "Metadata", "webhook", "{\"url\":\"http://169.254.169.254/\"}", 0);
        WHATOMATE.action(organization, "Scripted", "url", "{\"url\":\"javascript:alert(1)\"}", 0);
        WHATOMATE.action(organization, "Mail", "email", "{}", 0);
        WHATOMATE.action(organization, "List", "url", "[]", 0);
        create("Fine", "/x");

        try (var command = PackagedService.start(environment(), "check-actions")) {
            assertThat(command.awaitExit()).isEqualTo(2);
            var start = "organization_id=%s action_id=%s name=\"Old \\\"one\\\"\" field=config."
                    .formatted(organization, action);
            assertThat(command.outputLines().stream()
                            .filter(line -> line.contains(organization.toString()))
                            .toList())
                    .anyMatch(line -> line.startsWith(start + "url Url: Only unescaped variables"))
                    .anyMatch(line -> line.startsWith(start + "method Method must be "))
                    .anyMatch(line -> line.startsWith(start + "surprise \"surprise\" is not a known field"))
                    .anyMatch(line -> line.contains("name=\"Metadata\" field=config.url Url must not point to"))
                    .anyMatch(line -> line.contains("name=\"Scripted\" field=config.url Url: The URL must start with"))
                    .anyMatch(line -> line.contains("name=\"Mail\" field=action_type Action type must be"))
                    .anyMatch(line -> line.contains("name=\"List\" field=config Config must be an object"))
                    .noneMatch(line -> line.contains("Fine"));
            assertThat(command.outputLines()).anyMatch(line -> line.startsWith("Corrections: "));
        }
    }

    @Test
    void shouldWorkBehindTheGatewayOfTheDocumentation() throws IOException {
        try (var whatomate = Receiver.start();
                var gateway = Nginx.start(Files.readString(Path.of("deployment/whatomate/nginx.conf"))
                        .replace("8000", "LISTEN")
                        .replace("127.0.0.1:8081", service.url().substring("http://".length()))
                        .replace(
                                "127.0.0.1:8080",
                                "127.0.0.1:" + whatomate.server().port()))) {
            // For the description of the API, which the answers are held against and this gateway does not route here.
            whatomate.handOnTo(service.url());
            asAdmin("http://" + gateway.authority())
                    .body(Map.of("name", "x", "action_type", "url", "config", Map.of("url", "/x")))
                    .post(ACTIONS)
                    .then()
                    .statusCode(201)
                    .header("Location", startsWith("http://%s%s/".formatted(gateway.authority(), ACTIONS)));
            asAdmin("http://" + gateway.authority()).get(ACTIONS).then().statusCode(200);
            asAdmin("http://" + gateway.authority()).get("/api/contacts").then().statusCode(200);

            assertThat(whatomate.requests(ACTIONS)).isEmpty();
            assertThat(whatomate.requests("/api/contacts")).hasSize(1);
        }
    }

    @Test
    void shouldKnowThePathBelowWhichAGatewayHasIt() {
        var configuration = """
                events {}
                http {
                    server {
                        listen LISTEN;
                        location /buttons/ {
                            proxy_pass %s/;
                            proxy_set_header Host $http_host;
                            proxy_set_header X-Forwarded-Proto https;
                            proxy_set_header X-Forwarded-Host chat.example.com;
                            proxy_set_header X-Forwarded-Port 443;
                            proxy_set_header X-Forwarded-Prefix /buttons;
                        }
                    }
                }
                """;
        try (var gateway = Nginx.start(configuration.formatted(service.url()))) {
            asAdmin("http://" + gateway.authority() + "/buttons")
                    .body(Map.of("name", "x", "action_type", "url", "config", Map.of("url", "/x")))
                    .post(ACTIONS)
                    .then()
                    .statusCode(201)
                    .header(
                            "Location",
                            matchesPattern("https://chat\\.example\\.com/buttons/api/custom-actions/[0-9a-f-]{36}"));
        }
    }

    /** Whoever is no proxy may say what they like. */
    @Test
    void shouldNotBelieveAnybodyElse() throws IOException {
        var port = Integer.parseInt(service.url().substring(service.url().lastIndexOf(':') + 1));
        var body = "{\"name\":\"x\",\"action_type\":\"url\",\"config\":{\"url\":\"/x\"}}";
        try (var socket = new Socket("127.0.0.1", port, InetAddress.getByName("127.0.0.2"), 0)) {
            socket.getOutputStream()
                    .write(
                            ("POST %s HTTP/1.1\r\nHost: right.example\r\nAuthorization: Bearer %s\r\nContent-Type: application/json\r\n"
                                            + "Content-Length: %d\r\nX-Forwarded-Host: evil.example\r\nX-Forwarded-Prefix: /evil\r\n"
                                            + "Forwarded: host=evil.example\r\nConnection: close\r\n\r\n%s")
                                    .formatted(ACTIONS, login(user).token(), body.length(), body)
                                    .getBytes(StandardCharsets.US_ASCII));
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answer)
                    .startsWith("HTTP/1.1 201")
                    .contains("http://right.example" + ACTIONS)
                    .doesNotContain("evil");
        }
    }
}
