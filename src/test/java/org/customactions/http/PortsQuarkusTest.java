package org.customactions.http;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.net.URI;
import org.customactions.support.Api;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class PortsQuarkusTest {

    @TestHTTPResource(value = "/", management = true)
    URI management;

    @ParameterizedTest
    @ValueSource(strings = {"/q/health/live", "/q/health/ready", "/q/health/started"})
    void shouldTellOfHealthOnTheManagementPort(String path) {
        var answer = RestAssured.get(management.resolve(path));

        answer.then().statusCode(200).body("status", equalTo("UP"));
    }

    @Test
    void shouldTellOfMetricsOnTheManagementPort() {
        Api.anonymous().get("/api/custom-actions");

        var answer = RestAssured.get(management.resolve("/q/metrics"));

        answer.then().statusCode(200).body(containsString("http_server_requests_seconds_count"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/q/health", "/q/health/live", "/q/health/ready", "/q/health/started", "/q/metrics", "/metrics"})
    void shouldServeNeitherOnTheApisPort(String path) {
        var answer = Api.anonymous().get(path);

        answer.then().statusCode(404);
    }

    @Test
    void shouldDescribeTheApiOnItsPort() {
        var answer = RestAssured.get("/q/openapi?format=json");

        answer.then().statusCode(200).body("info.title", equalTo("custom-actions"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/q/openapi", "/api/custom-actions", "/api/contacts"})
    void shouldServeNoApiOnTheManagementPort(String path) {
        var answer = RestAssured.get(management.resolve(path));

        answer.then().statusCode(404);
    }
}
