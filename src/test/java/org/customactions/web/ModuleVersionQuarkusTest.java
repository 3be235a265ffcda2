package org.customactions.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.customactions.support.Patience.await;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.DecoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import org.customactions.support.ServiceResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The module under an address that names its version, for pages that check its hash. */
@QuarkusTest
class ModuleVersionQuarkusTest {

    private static final String DESCRIPTION = "/embed/custom-actions.json";
    private static final String FOR_GOOD = "public, max-age=31536000, immutable";

    @Test
    void shouldDescribeItsOwnVersion() {
        var answer = given().header("Origin", "https://chat.example.com").get(DESCRIPTION);

        answer.then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", "*")
                .header("Cache-Control", "public, max-age=60, must-revalidate")
                .body("version", matchesPattern("[0-9a-f]{16}"))
                .body("src", is(answer.path("version") + "/custom-actions.js"))
                .body("integrity", matchesPattern("sha384-[A-Za-z0-9+/]{64}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "identity"})
    void shouldServeThatVersionForGoodWithTheHashThatItNames(String encoding) throws NoSuchAlgorithmException {
        var described = RestAssured.get(DESCRIPTION);

        var answer = given().header("Accept-Encoding", encoding).get("/embed/" + described.path("src"));

        answer.then()
                .statusCode(200)
                .contentType("text/javascript;charset=UTF-8")
                .header("Cache-Control", FOR_GOOD)
                .header("Vary", "Accept-Encoding")
                .header("Access-Control-Allow-Origin", "*")
                .header("Cross-Origin-Resource-Policy", "cross-origin")
                .header("X-Content-Type-Options", "nosniff");
        assertThat(integrity(answer.asByteArray())).isEqualTo(described.path("integrity"));
    }

    @Test
    void shouldCompressIt() {
        var path = "/embed/" + RestAssured.get(DESCRIPTION).path("src");
        var asSent = RestAssuredConfig.config()
                .decoderConfig(DecoderConfig.decoderConfig().noContentDecoders());

        var answer =
                given().config(asSent).header("Accept-Encoding", "gzip, br").get(path);

        answer.then().statusCode(200).header("Content-Encoding", "gzip");
        assertThat(answer.asByteArray().length).isLessThan(RestAssured.get(path).asByteArray().length / 2);
    }

    @Test
    void shouldBeTheModuleThatTheEntryHandsOnTo() {
        var file = RestAssured.get("/embed/custom-actions.js").asString().replaceAll(".*\"\\.\\.(.+)\".*\n", "$1");

        var answer = RestAssured.get("/embed/" + RestAssured.get(DESCRIPTION).path("src"));

        assertThat(answer.asString()).isEqualTo(RestAssured.get(file).asString());
    }

    @Test
    void shouldStoreItsVersionForOtherReplicas() {
        String version = RestAssured.get(DESCRIPTION).path("version");

        await().untilAsserted(() -> assertThat(ServiceResource.database()
                        .queryCount("select count(*) from button_modules where version = ?", version))
                .isOne());
    }

    @Test
    void shouldServeAVersionThatAnotherReplicaHasStoredAndNoneThatIsNotWhatItIsNamed() throws NoSuchAlgorithmException {
        // Given
        var content = "export {}; // of another version\n".getBytes(StandardCharsets.UTF_8);
        var name = name(content);
        var othersName = "0123456789abcdef";
        store(othersName, "alert(1)".getBytes(StandardCharsets.UTF_8));
        store(name, content);

        // When
        await().until(() -> module(name).statusCode() == 200);

        // Then
        var answer = module(name);
        answer.then().header("Cache-Control", FOR_GOOD).contentType("text/javascript;charset=UTF-8");
        assertThat(answer.asByteArray()).isEqualTo(content);
        module(othersName)
                .then()
                .statusCode(404)
                .header("Cache-Control", "no-store")
                .body("message", is("Version not found"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/embed/1/custom-actions.js", "/embed/0123456789ABCDEF/custom-actions.js", "/embed/other.json"})
    void shouldServeNothingElse(String path) {
        RestAssured.get(path).then().statusCode(404).header("Cache-Control", "no-store");
    }

    private static Response module(String version) {
        return RestAssured.get("/embed/" + version + "/custom-actions.js");
    }

    private static void store(String version, byte[] content) {
        ServiceResource.database()
                .execute(
                        "insert into button_modules (version, content, seen_at) values (?, ?, now())"
                                + " on conflict do nothing",
                        version,
                        content);
    }

    private static String name(byte[] content) throws NoSuchAlgorithmException {
        return HexFormat.of().formatHex(sha384(content)).substring(0, 16);
    }

    private static String integrity(byte[] content) throws NoSuchAlgorithmException {
        return "sha384-" + Base64.getEncoder().encodeToString(sha384(content));
    }

    private static byte[] sha384(byte[] content) throws NoSuchAlgorithmException {
        return MessageDigest.getInstance("SHA-384").digest(content);
    }
}
