package org.customactions.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.customactions.execution.Strict;
import org.customactions.support.Api;
import org.customactions.support.Full;
import org.customactions.support.Refusals;
import org.customactions.support.ServiceResource;
import org.customactions.support.Tokens;
import org.junit.jupiter.api.Test;

/** With {@link Strict}, an organization may have 20 contacts. */
@Full
@QuarkusTest
@TestProfile(Strict.class)
class ContactQuotaQuarkusTest {

    private final UUID organization = UUID.randomUUID();
    private final String manager = Tokens.manager(organization).sign();

    private Response put(List<UUID> ids) {
        var contacts = ids.stream()
                .map(id -> Map.of("id", id.toString(), "phone_number", "+1 555 0100"))
                .toList();
        return Api.as(manager).body(Map.of("contacts", contacts)).put("/api/contacts");
    }

    private static List<UUID> ids(int count) {
        return Stream.generate(UUID::randomUUID).limit(count).toList();
    }

    private long stored() {
        return ServiceResource.database()
                .queryCount("select count(*) from contacts where organization_id = ?", organization);
    }

    @Test
    void shouldRefuseContactsPastTheLimitAndWriteNoneOfThem() {
        put(ids(15)).then().statusCode(200);

        var refused = put(ids(6)).then();

        refused.spec(Refusals.conflict()).body("message", containsString("at most 20 contacts"));
        assertThat(stored()).isEqualTo(15);
    }

    @Test
    void shouldReplaceContactsHoweverOften() {
        var all = ids(20);

        for (int i = 0; i < 3; i++) {
            put(all).then().statusCode(200);
        }

        assertThat(stored()).isEqualTo(20);
    }

    @Test
    void shouldCountDeletedContactsBecauseTheyStay() {
        var all = ids(20);
        put(all).then().statusCode(200);
        Api.as(manager).delete("/api/contacts/{id}", all.get(0)).then().statusCode(200);

        var refused = put(ids(1)).then();

        refused.spec(Refusals.conflict());
        put(all.subList(0, 1)).then().statusCode(200);
    }
}
