package org.customactions.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.customactions.support.Api;
import org.customactions.support.Full;
import org.customactions.support.PackagedService;
import org.customactions.support.SigningKeys;
import org.customactions.support.TestDatabase;
import org.customactions.support.Tokens;
import org.junit.jupiter.api.Test;

/**
 * A database from before two organizations could use the same contact ids, with a replica of that version still on it.
 */
@Full
class ContactIdsIT {

    private static final String VERSION_BEFORE = "5";

    /** As the version before writes contacts. */
    private static final String WRITE_OF_BEFORE = """
            insert into contacts as c (id, organization_id, phone_number) values (?, ?, ?)
            on conflict (id) do update set phone_number = excluded.phone_number
                where c.organization_id = excluded.organization_id""";

    private final UUID one = UUID.randomUUID();
    private final UUID other = UUID.randomUUID();
    private final UUID contact = UUID.randomUUID();
    private final TestDatabase database = TestDatabase.createDatabase();

    @Test
    void shouldLetTheVersionBeforeWriteUntilAnIdIsUsedTwice() {
        migrateToTheVersionBefore();
        writeAsBefore("+1 555 0100");
        try (var first = start();
                var second = start()) {
            write(first, one, "+1 555 0101").statusCode(200);
            write(second, one, "+1 555 0102").statusCode(200);
            assertThatCode(() -> writeAsBefore("+1 555 0103")).doesNotThrowAnyException();

            write(second, other, "+1 555 0104").statusCode(200);

            write(first, one, "+1 555 0105").statusCode(200);
            read(first, one).body("data.phone_number", equalTo("+1 555 0105"));
            read(first, other).body("data.phone_number", equalTo("+1 555 0104"));
            assertThatThrownBy(() -> writeAsBefore("+1 555 0106")).hasStackTraceContaining("ON CONFLICT");
            assertThat(second.outputLines()).anyMatch(line -> line.contains("use the same contact ids"));
        }
    }

    private void migrateToTheVersionBefore() {
        database.flyway()
                .table("custom_actions_migrations")
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .target(VERSION_BEFORE)
                .load()
                .migrate();
    }

    private void writeAsBefore(String phoneNumber) {
        database.execute(WRITE_OF_BEFORE, contact, one, phoneNumber);
    }

    private PackagedService start() {
        var environment = new HashMap<>(database.environment());
        environment.put(
                "MP_JWT_VERIFY_PUBLICKEY_LOCATION",
                SigningKeys.ecPublicKeyLocation().toString());
        return PackagedService.startAsDeployed(environment);
    }

    private ValidatableResponse write(PackagedService service, UUID organization, String phoneNumber) {
        return Api.as(Tokens.manager(organization).sign())
                .baseUri(service.url())
                .body(Map.of("phone_number", phoneNumber))
                .put("/api/contacts/{id}", contact)
                .then();
    }

    private ValidatableResponse read(PackagedService service, UUID organization) {
        return Api.as(Tokens.manager(organization).sign())
                .baseUri(service.url())
                .get("/api/contacts/{id}", contact)
                .then()
                .statusCode(200);
    }
}
