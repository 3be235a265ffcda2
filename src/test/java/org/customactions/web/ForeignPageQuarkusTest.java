package org.customactions.web;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsStringIgnoringCase;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import org.customactions.support.Closed;
import org.customactions.support.Full;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What browsers ask before a page of another origin may call the API (Fetch standard, CORS). */
@Full
@QuarkusTest
@TestProfile(Closed.class)
class ForeignPageQuarkusTest {

    private static final String NAMED = "http://127.0.0.1:8000";

    private static RequestSpecification from(String origin) {
        return given().header("Origin", origin);
    }

    @ParameterizedTest
    @ValueSource(strings = {"authorization", "content-type", "idempotency-key", "if-match", "if-none-match", "accept"})
    void shouldLetANamedOriginSendWhatTheButtonsSend(String header) {
        var answer = from(NAMED)
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", header)
                .options("/api/custom-actions/0b0c5a6e-8f5d-4f0e-9a3e-6d6f2a1c0201/execute");

        answer.then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", NAMED)
                .header("Access-Control-Allow-Headers", containsStringIgnoringCase(header))
                .header("Access-Control-Allow-Credentials", "true")
                .header("Access-Control-Max-Age", "3600");
    }

    @ParameterizedTest
    @ValueSource(strings = {"etag", "retry-after", "location", "x-request-id"})
    void shouldLetItReadWhatTheButtonsRead(String header) {
        var answer = from(NAMED).get("/api/custom-actions");

        answer.then()
                .statusCode(401)
                .header("Access-Control-Allow-Origin", NAMED)
                .header("Access-Control-Expose-Headers", containsStringIgnoringCase(header));
    }

    @Test
    void shouldRefuseAnOriginThatIsNotNamed() {
        var answer = from("https://elsewhere.example").get("/api/custom-actions");

        answer.then().statusCode(403).header("Access-Control-Allow-Origin", nullValue());
    }

    @Test
    void shouldStillLetANamedOriginLoadTheModule() {
        var answer = from(NAMED).get("/embed/custom-actions.js");

        answer.then().statusCode(200).header("Access-Control-Allow-Origin", is("*"));
    }
}
