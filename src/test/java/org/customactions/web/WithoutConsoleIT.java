package org.customactions.web;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.is;

import java.util.HashMap;
import org.customactions.support.Full;
import org.customactions.support.PackagedService;
import org.customactions.support.SigningKeys;
import org.customactions.support.TestDatabase;
import org.junit.jupiter.api.Test;

/** The page for managers is switched off when the service is started, not when it is built. */
@Full
class WithoutConsoleIT {

    @Test
    void shouldBeAnUnknownPathOfThePackage() {
        var environment = new HashMap<>(TestDatabase.createDatabase().environment());
        environment.put(
                "MP_JWT_VERIFY_PUBLICKEY_LOCATION",
                SigningKeys.ecPublicKeyLocation().toString());
        environment.put("CUSTOM_ACTIONS_CONSOLE_ENABLED", "false");
        try (var service = PackagedService.startReady(environment)) {

            var answer = given().get(service.url() + "/console/");

            answer.then().statusCode(404).body("error_type", is("not_found"));
        }
    }
}
