package org.customactions.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.DecoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the module of the buttons gets into pages: what it weighs, who may load it, how long it is kept. */
@QuarkusTest
class EmbedQuarkusTest {

    private static final String ENTRY = "/embed/custom-actions.js";
    private static final Pattern HAND_ON =
            Pattern.compile("export \\* from \"(\\.\\./assets/custom-actions-\\w{8}\\.js)\";\n");
    private static final int BUDGET = 40 * 1024;
    private static final String FOREIGN = "https://chat.example.com";

    /** A request as a browser makes it for a module of another origin. */
    private static RequestSpecification browser() {
        return given().header("Origin", FOREIGN)
                .config(RestAssuredConfig.config()
                        .decoderConfig(DecoderConfig.decoderConfig().noContentDecoders()));
    }

    private static String module() {
        var entry = RestAssured.get(ENTRY).asString();
        var file = HAND_ON.matcher(entry);
        assertThat(file.matches()).as(entry).isTrue();
        return URI.create(ENTRY).resolve(file.group(1)).toString();
    }

    @Test
    void shouldHandOnToAFileThatIsNamedByItsContent() {
        var answer = browser().get(ENTRY);

        answer.then()
                .statusCode(200)
                .contentType("text/javascript;charset=UTF-8")
                .header("X-Content-Type-Options", "nosniff")
                .body(matchesPattern(HAND_ON));
    }

    @Test
    void shouldLetTheEntryBeAskedForAgainSoonWithItsTag() {
        var first = browser().get(ENTRY);
        first.then().header("Cache-Control", "public, max-age=60, must-revalidate");

        var second = browser().header("If-None-Match", first.header("ETag")).get(ENTRY);

        second.then().statusCode(304).header("ETag", first.header("ETag")).body(is(""));
        browser().header("If-None-Match", "\"another\"").get(ENTRY).then().statusCode(200);
    }

    @Test
    void shouldLetTheFileBeKeptForGood() {
        var answer = browser().get(module());

        answer.then()
                .statusCode(200)
                .contentType("text/javascript;charset=UTF-8")
                .header("Cache-Control", "public, max-age=31536000, immutable")
                .header("Vary", containsString("accept-encoding"))
                .body(containsString("custom-actions"));
    }

    @Test
    void shouldServeAnotherVersionsFileNameUncached() {
        var answer = browser().get("/assets/custom-actions-AAAAAAAA.js");

        answer.then()
                .statusCode(200)
                .contentType("text/javascript;charset=UTF-8")
                .header("Access-Control-Allow-Origin", "*")
                .header("Cache-Control", "no-store");
        assertThat(answer.asString()).isEqualTo(RestAssured.get(module()).asString());
    }

    @Test
    void shouldStayWithinItsBudgetOnTheWire() throws IOException {
        var entry = RestAssured.get(ENTRY).asByteArray();

        var answer = browser().header("Accept-Encoding", "gzip, deflate, br").get(module());

        answer.then().statusCode(200).header("Content-Encoding", "gzip");
        assertThat(gzip(entry).length + answer.asByteArray().length).isLessThan(BUDGET);
    }

    private static byte[] gzip(byte[] content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var compressing = new GZIPOutputStream(bytes)) {
            compressing.write(content);
        }
        return bytes.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(strings = {"identity", "br", "gzip;q=0", "gzip; q=0.0"})
    void shouldNotCompressForWhoCannotRead(String encoding) {
        var answer = browser().header("Accept-Encoding", encoding).get(module());

        answer.then().statusCode(200).header("Content-Encoding", nullValue()).body(containsString("custom-actions"));
    }

    @Test
    void shouldBeOneModule() {
        var text = RestAssured.get(module()).asString();

        assertThat(text).doesNotContainPattern("\\bimport\\s*[\"'{*]").doesNotContainPattern("\\bimport\\(");
        assertThat(text).contains("customElements.define(").contains("export{");
    }

    @Test
    void shouldTellNothingOfItsSources() {
        var file = module();

        assertThat(RestAssured.get(file).asString()).doesNotContain("sourceMappingURL");
        RestAssured.get(file + ".map").then().statusCode(404);
    }

    @Test
    void shouldBeLoadableByPagesOfEveryOrigin() {
        for (Response answer : new Response[] {browser().get(ENTRY), browser().get(module())}) {
            answer.then()
                    .header("Access-Control-Allow-Origin", "*")
                    .header("Cross-Origin-Resource-Policy", "cross-origin")
                    .header("Access-Control-Allow-Credentials", nullValue());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/custom-actions", "/api/contacts", "/q/openapi"})
    void shouldLeaveTheApiClosedToOtherOrigins(String path) {
        browser().get(path).then().header("Access-Control-Allow-Origin", nullValue());
        browser()
                .header("Access-Control-Request-Method", "POST")
                .options(path)
                .then()
                .header("Access-Control-Allow-Origin", nullValue());
    }

    @Test
    void shouldAnswerHeadWithoutABody() {
        for (var path : new String[] {ENTRY, module()}) {
            browser().head(path).then().statusCode(200).body(is(""));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/assets/custom-actions.js",
                "/assets/other-AAAAAAAA.js",
                "/assets/custom-actions-AAAAAAAA.css",
                "/assets/custom-actions-AAAAAAAA.js.map",
                "/assets/",
                "/assets/..%2fapplication.properties",
                "/embed/",
                "/embed/other.js"
            })
    void shouldServeNothingElse(String path) {
        var answer = given().urlEncodingEnabled(false).get(path);

        answer.then().statusCode(404).header("Cache-Control", "no-store");
    }
}
