package org.customactions.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The description of the API, and who gets to it. */
@QuarkusTest
class ApiDescriptionQuarkusTest {

    @ParameterizedTest
    @ValueSource(strings = {"/q/openapi.json", "/q/openapi?format=json", "/q/openapi?format=JSON"})
    void shouldBeJsonIfAskedFor(String path) {
        RestAssured.get(path)
                .then()
                .statusCode(200)
                .contentType("application/json;charset=UTF-8")
                .body("info.title", equalTo("custom-actions"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/q/openapi", "/q/openapi.yaml"})
    void shouldBeYamlOtherwise(String path) {
        RestAssured.get(path)
                .then()
                .statusCode(200)
                .contentType("application/yaml;charset=UTF-8")
                .body(startsWith("---"));
    }

    @Test
    void shouldNotBeSentAgainToWhoHasIt() {
        var first = RestAssured.get("/q/openapi");

        var second = RestAssured.given()
                .header("If-None-Match", first.header("ETag"))
                .get("/q/openapi");

        second.then().statusCode(304).body(is(""));
        assertThat(RestAssured.get("/q/openapi.json").header("ETag")).isNotEqualTo(first.header("ETag"));
        RestAssured.given()
                .header("If-None-Match", "\"another\"")
                .get("/q/openapi")
                .then()
                .statusCode(200);
    }

    /** A gateway that compares the beginning of paths would let them through. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/custom-actions/../../q/openapi",
                "/api/custom-actions/%2e%2e/%2e%2e/q/openapi",
                "/api/custom-actions/.%2E/%2e./q/openapi",
                "/api/custom-actions/./q",
                "/api/custom-actions/..",
                "/api/custom-actions/..;a/q"
            })
    void shouldRefuseSegmentsOfDots(String path) {
        RestAssured.given()
                .urlEncodingEnabled(false)
                .get(path)
                .then()
                .statusCode(400)
                .body("error_type", equalTo("malformed_request"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/custom-actions/..a", "/api/custom-actions/.a", "/api/custom-actions?search=/../"})
    void shouldNotMindOtherDots(String path) {
        var status = RestAssured.given().urlEncodingEnabled(false).get(path).statusCode();

        assertThat(status).isNotEqualTo(400);
    }
}
