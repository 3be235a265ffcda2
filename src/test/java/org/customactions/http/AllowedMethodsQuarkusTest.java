package org.customactions.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.customactions.support.Api;
import org.customactions.support.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** RFC 9110, 15.5.6: a 405 names the methods that the path supports. */
@QuarkusTest
class AllowedMethodsQuarkusTest {

    private static final String ACTIONS = "/api/custom-actions";
    private static final UUID ID = UUID.randomUUID();
    private static final List<String> METHODS = List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE");

    private final String manager = Tokens.manager(UUID.randomUUID()).sign();

    static Stream<Arguments> paths() {
        return Stream.of(
                Arguments.of(ACTIONS, "GET, HEAD, OPTIONS, POST"),
                Arguments.of(ACTIONS + "/" + ID, "DELETE, GET, HEAD, OPTIONS, PUT"),
                Arguments.of(ACTIONS + "/" + ID + "/execute", "OPTIONS, POST"),
                Arguments.of(ACTIONS + "/" + ID + "/changes", "GET, HEAD, OPTIONS"),
                Arguments.of(ACTIONS + "/redirect/token", "GET, OPTIONS"),
                Arguments.of("/api/contacts", "GET, HEAD, OPTIONS, PUT"),
                Arguments.of("/api/contacts/" + ID, "DELETE, GET, HEAD, OPTIONS, PUT"),
                Arguments.of("/api/secrets", "GET, HEAD, OPTIONS"),
                Arguments.of("/api/secrets/crm_token", "DELETE, OPTIONS, PUT"));
    }

    @ParameterizedTest
    @MethodSource("paths")
    void shouldNameTheMethodsThatThePathSupports(String path, String allowed) {
        Api.as(manager).body("{}").patch(path).then().statusCode(405).header("Allow", allowed);
    }

    @ParameterizedTest
    @MethodSource("paths")
    void shouldRefuseEveryOtherMethodAndNoneOfThese(String path, String allowed) {
        var names = Arrays.asList(allowed.split(", "));

        var accepted =
                METHODS.stream().filter(method -> status(method, path) != 405).toList();

        assertThat(accepted).isSubsetOf(names);
        assertThat(names).filteredOn(name -> !name.equals("OPTIONS")).hasSameElementsAs(accepted);
    }

    /** A name in the place of an id: what the path is for, not what would be asked of an id. */
    @Test
    void shouldNameTheMethodOfAFixedPath() {
        Api.as(manager)
                .body("{}")
                .patch(ACTIONS + "/order")
                .then()
                .statusCode(405)
                .header("Allow", "OPTIONS, PUT");
        Api.as(manager)
                .body("{}")
                .patch(ACTIONS + "/preview")
                .then()
                .statusCode(405)
                .header("Allow", "OPTIONS, POST");
    }

    /** Past the OpenAPI document, which does not list HEAD. */
    private int status(String method, String path) {
        return RestAssured.given()
                .header("Authorization", "Bearer " + manager)
                .contentType(ContentType.JSON)
                .body("{}")
                .request(method, path)
                .statusCode();
    }
}
