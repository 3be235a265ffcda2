package org.customactions.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.customactions.support.Api;
import org.customactions.support.ForgedTokens;
import org.customactions.support.Full;
import org.customactions.support.PackagedService;
import org.customactions.support.SigningKeys;
import org.customactions.support.TestDatabase;
import org.customactions.support.Tokens;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The service with a shared secret and roles of its own, configured as production is. */
@Full
class SecretIT {

    private static final UUID ORGANIZATION = UUID.randomUUID();

    private static PackagedService service;

    @BeforeAll
    static void start() {
        var environment = new HashMap<>(TestDatabase.createDatabase().environment());
        environment.put("CUSTOM_ACTIONS_JWT_SECRET", SigningKeys.SECRET);
        environment.put("CUSTOM_ACTIONS_IDENTITY_MANAGER_ROLES", "owner,team-lead");
        service = PackagedService.startReady(environment);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void shouldAcceptATokenOfTheSecret() {
        var answer = list(Tokens.of(ORGANIZATION).signHs256());

        answer.then().statusCode(200);
    }

    static Stream<String> refused() {
        return Stream.concat(
                ForgedTokens.all(ORGANIZATION).values().stream(),
                Stream.of(
                        Tokens.manager(ORGANIZATION).sign(),
                        Tokens.manager(ORGANIZATION).signRs256(),
                        Tokens.manager(ORGANIZATION).without("exp").signHs256(),
                        Tokens.manager(ORGANIZATION).without("organization_id").signHs256()));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void shouldRefuseEveryOtherToken(String token) {
        var answer = list(token);

        answer.then().statusCode(401).body("error_type", equalTo("unauthorized"));
    }

    @ParameterizedTest
    @CsvSource({"owner,200", "team-lead,200", "manager,403", "admin,403", "agent,403"})
    void shouldLetTheConfiguredRolesManage(String role, int status) {
        var answer = Api.as(Tokens.of(ORGANIZATION).claim("role", role).signHs256())
                .baseUri(service.url())
                .body(Map.of("phone_number", "1"))
                .put("/api/contacts/{id}", UUID.randomUUID());

        answer.then().statusCode(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/q/health/live", "/q/health/ready", "/q/health/started", "/q/metrics"})
    void shouldTellOfItselfOnTheManagementPortOnly(String path) {
        assertThat(RestAssured.get(service.managementUrl() + path).statusCode()).isEqualTo(200);
        assertThat(RestAssured.get(service.url() + path).statusCode()).isEqualTo(404);
    }

    @Test
    void shouldDescribeTheApiOnItsOwnPortOnly() {
        assertThat(RestAssured.get(service.url() + "/q/openapi").statusCode()).isEqualTo(200);
        assertThat(RestAssured.get(service.managementUrl() + "/q/openapi").statusCode())
                .isEqualTo(404);
    }

    private static Response list(String token) {
        return Api.as(token).baseUri(service.url()).get("/api/custom-actions");
    }
}
