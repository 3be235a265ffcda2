package org.customactions.web;

import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import org.customactions.support.Closed;
import org.customactions.support.Full;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page for managers where an operator wants none. */
@Full
@QuarkusTest
@TestProfile(Closed.class)
class WithoutConsoleQuarkusTest {

    @ParameterizedTest
    @ValueSource(strings = {"/console/", "/console"})
    void shouldBeAnUnknownPath(String path) {
        var answer = RestAssured.get(path);

        answer.then()
                .statusCode(404)
                .body("status", is("error"))
                .body("error_type", is("not_found"))
                .header("Content-Security-Policy", nullValue());
    }

    @Test
    void shouldLeaveTheButtonsWhereTheyAre() {
        RestAssured.get("/embed/custom-actions.js").then().statusCode(200);
    }
}
