package org.customactions.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.net.URI;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the page for managers is served: what it may load, who may keep it, what it holds. */
@QuarkusTest
class ConsoleQuarkusTest {

    private static final String PATH = "/console/";
    private static final Pattern FILE = Pattern.compile("(?:href|src)=\"(\\.\\./assets/console-\\w{8}\\.(?:css|js))\"");

    @Test
    void shouldLetNothingRunButItsOwnFiles() {
        var answer = RestAssured.get(PATH);

        answer.then()
                .statusCode(200)
                .contentType("text/html;charset=UTF-8")
                .header(
                        "Content-Security-Policy",
                        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
                                + "img-src 'self' data:; font-src 'self'; base-uri 'none'; form-action 'none'; "
                                + "frame-ancestors 'none'")
                .header("Referrer-Policy", "no-referrer")
                .header("X-Content-Type-Options", "nosniff");
    }

    @Test
    void shouldHoldNoScriptNorStyleNorAddressOfAnother() {
        var page = RestAssured.get(PATH).asString();

        assertThat(page)
                .doesNotContain("<style", " style=", "onclick", "https:")
                .doesNotContainPattern("<script(?! type=\"module\" src=\"\\.\\./assets/)")
                .doesNotContain("demo");
    }

    @ParameterizedTest
    @ValueSource(strings = {"css", "js"})
    void shouldNameFilesThatAreThere(String extension) {
        // Given
        var file = FILE.matcher(RestAssured.get(PATH).asString())
                .results()
                .map(match -> match.group(1))
                .filter(name -> name.endsWith(extension))
                .findFirst()
                .orElseThrow();

        // When
        var answer = given().header("Accept-Encoding", "gzip")
                .get(URI.create(PATH).resolve(file).toString());

        // Then
        answer.then().statusCode(200).header("Cache-Control", "public, max-age=31536000, immutable");
        assertThat(answer.asString()).doesNotContain("sourceMappingURL");
    }

    @Test
    void shouldBeAskedForEachTimeWithItsTag() {
        // Given
        var first = RestAssured.get(PATH);
        first.then().header("Cache-Control", "no-cache").header("Access-Control-Allow-Origin", nullValue());

        // When
        var second = given().header("If-None-Match", first.header("ETag")).get(PATH);

        // Then
        second.then().statusCode(304).body(is(""));
        given().header("If-None-Match", "\"another\"").get(PATH).then().statusCode(200);
    }

    @Test
    void shouldLeadToTheAddressWithASlash() {
        var answer = given().redirects().follow(false).get("/console");

        answer.then().statusCode(301).header("Location", "console/");
    }

    @Test
    void shouldAnswerHeadWithoutABody() {
        RestAssured.head(PATH).then().statusCode(200).body(is(""));
    }

    @Test
    void shouldServeNothingElse() {
        RestAssured.get("/console/other").then().statusCode(404).header("Content-Security-Policy", nullValue());
        RestAssured.post(PATH).then().statusCode(404).body("error_type", is("not_found"));
    }
}
