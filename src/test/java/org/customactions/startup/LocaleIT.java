package org.customactions.startup;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.customactions.support.Full;
import org.customactions.support.PackagedService;
import org.customactions.support.SigningKeys;
import org.customactions.support.TestDatabase;
import org.customactions.support.Tokens;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A machine that writes numbers with other digits. */
@Full
class LocaleIT {

    @ParameterizedTest
    @CsvSource({"ar, EG, u-nu-arab", "th, TH, u-nu-thai", "tr, TR, ''"})
    void shouldSayTheSameInEveryLocale(String language, String country, String extensions) {
        var environment = new HashMap<>(TestDatabase.createDatabase().environment());
        environment.put(
                "MP_JWT_VERIFY_PUBLICKEY_LOCATION",
                SigningKeys.ecPublicKeyLocation().toString());

        try (var service = PackagedService.startReady(
                environment,
                "-Duser.language=" + language,
                "-Duser.country=" + country,
                "-Duser.extensions=" + extensions)) {
            var manager = Tokens.manager(UUID.randomUUID()).sign();

            call(service, manager)
                    .body(Map.of("ids", List.of()))
                    .put("/api/custom-actions/order")
                    .then()
                    .statusCode(400)
                    .body("errors[0].message", equalTo("Ids must be a list of 1 to 1,000 ids"));
            // Its process is started with numbers in its options.
            var script = Map.of(
                    "code", "return { toast: { message: (1234.5).toLocaleString() + 'iI'.toLocaleUpperCase() } }");
            call(service, manager)
                    .body(Map.of("name", "Script", "action_type", "javascript", "config", script))
                    .post("/api/custom-actions")
                    .then()
                    .statusCode(201);
            call(service, manager)
                    .body(Map.of("action_type", "javascript", "config", script))
                    .post("/api/custom-actions/preview")
                    .then()
                    .statusCode(200)
                    .body(containsString("1,234.5II"));
        }
    }

    private static RequestSpecification call(PackagedService service, String token) {
        return RestAssured.given().baseUri(service.url()).auth().oauth2(token).contentType(ContentType.JSON);
    }
}
