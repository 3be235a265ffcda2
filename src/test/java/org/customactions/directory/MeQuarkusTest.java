package org.customactions.directory;

import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.Set;
import java.util.UUID;
import org.customactions.support.Api;
import org.customactions.support.ServiceResource;
import org.customactions.support.Tokens;
import org.junit.jupiter.api.Test;

/** Who a caller is told to be. */
@QuarkusTest
class MeQuarkusTest {

    private final UUID organization = UUID.randomUUID();
    private final UUID user = UUID.randomUUID();
    private final Tokens token = Tokens.agent(organization).claim("sub", user.toString());

    private static void insert(UUID organization, UUID user) {
        ServiceResource.database().execute("insert into organizations (id, name) values (?, 'Acme')", organization);
        ServiceResource.database()
                .execute(
                        "insert into users (id, organization_id, email, full_name) values (?, ?, 'a@b.c', 'Ada')",
                        user,
                        organization);
    }

    @Test
    void shouldTellWhatTheTokenSays() {
        insert(organization, user);

        Api.as(token.claim("name", "Grace").claim("organization_name", "Globex").sign())
                .get("/api/custom-actions/me")
                .then()
                .statusCode(200)
                .body("data.user.id", is(user.toString()))
                .body("data.user.name", is("Grace"))
                .body("data.organization.id", is(organization.toString()))
                .body("data.organization.name", is("Globex"));
    }

    @Test
    void shouldTellWhatTheTablesSayOtherwise() {
        insert(organization, user);

        Api.as(token.sign())
                .get("/api/custom-actions/me")
                .then()
                .statusCode(200)
                .body("data.user.name", is("Ada"))
                .body("data.organization.name", is("Acme"));
    }

    @Test
    void shouldTellNoNameOfStrangers() {
        insert(UUID.randomUUID(), user);

        Api.as(token.sign())
                .get("/api/custom-actions/me")
                .then()
                .statusCode(200)
                .body("data.user.keySet()", is(Set.of("id")))
                .body("data.organization.keySet()", is(Set.of("id")));
    }

    @Test
    void shouldTellNobodyWithoutAToken() {
        RestAssured.get("/api/custom-actions/me").then().statusCode(401).body("error_type", is("unauthorized"));
    }
}
