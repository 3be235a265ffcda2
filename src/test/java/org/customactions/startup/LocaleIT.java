package org.customactions.startup;

import static org.hamcrest.Matchers.equalTo;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.customactions.support.Full;
import org.customactions.support.PackagedService;
import org.customactions.support.SigningKeys;
import org.customactions.support.TestDatabase;
import org.customactions.support.Tokens;
import org.junit.jupiter.api.Test;

/** A machine that writes numbers with other digits. */
@Full
class LocaleIT {

    @Test
    void shouldSayTheSameInEveryLocale() {
        var environment = new HashMap<>(TestDatabase.createDatabase().environment());
        environment.put(
                "MP_JWT_VERIFY_PUBLICKEY_LOCATION",
                SigningKeys.ecPublicKeyLocation().toString());

        try (var service = PackagedService.startReady(
                environment, "-Duser.language=ar", "-Duser.country=EG", "-Duser.extensions=u-nu-arab")) {
            RestAssured.given()
                    .baseUri(service.url())
                    .auth()
                    .oauth2(Tokens.manager(UUID.randomUUID()).sign())
                    .contentType(ContentType.JSON)
                    .body(Map.of("ids", List.of()))
                    .put("/api/custom-actions/order")
                    .then()
                    .statusCode(400)
                    .body("errors[0].message", equalTo("Ids must be a list of 1 to 1,000 ids"));
        }
    }
}
