package org.customactions.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customactions.support.Patience.await;

import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.customactions.database.Writes;
import org.customactions.support.DatabaseProxy;
import org.customactions.support.Full;
import org.customactions.support.PackagedService;
import org.customactions.support.Patience;
import org.customactions.support.SigningKeys;
import org.customactions.support.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is left of a write whose service was killed in the middle of it: nothing, and nothing in the next one's way. */
@Full
class CrashedWritesIT {

    private static final TestDatabase DATABASE = TestDatabase.createDatabase();

    private static DatabaseProxy proxy;
    private static PackagedService service;

    private Writes writes;

    @BeforeAll
    static void start() {
        proxy = DatabaseProxy.start(DATABASE.host(), DATABASE.port());
        startService();
    }

    @AfterAll
    static void stop() {
        service.close();
        proxy.close();
    }

    @BeforeEach
    void prepare() {
        writes = new Writes(DATABASE, request -> request.baseUri(service.url())).prepare();
    }

    /** All of it was executed then. */
    @ParameterizedTest
    @EnumSource
    void shouldLeaveNothingOfAWriteThatWasNotCommitted(Writes.Kind kind) {
        var before = writes.stored();
        proxy.holdCommits();
        var call = CompletableFuture.supplyAsync(() -> writes.write(kind));
        await().until(() -> proxy.heldCommits() == 1);

        service.close();

        // What the process had not sent yet is gone with it.
        proxy.cut();
        proxy.restore();
        assertThat(call).failsWithin(Patience.LIMIT);
        startService();
        assertThat(writes.stored()).isEqualTo(before);
        assertThat(writes.write(kind).statusCode()).isBetween(200, 201);
        assertThat(writes.written(kind)).isEqualTo(Writes.whole(kind));
    }

    /** Of 200 contacts, 199 were written then. */
    @Test
    void shouldLeaveNothingOfContactsOfWhichAllButOneWereWritten() throws SQLException {
        var before = writes.stored();
        CompletableFuture<Response> call;
        try (var other = holding(writes.lastContact())) {
            call = CompletableFuture.supplyAsync(() -> writes.write(Writes.Kind.CONTACTS));
            await().until(() -> waitingForLocks() == 1);

            service.close();

            other.rollback();
        }
        assertThat(call).failsWithin(Patience.LIMIT);
        startService();
        await().until(() -> waitingForLocks() == 0);
        assertThat(writes.stored()).isEqualTo(before);
        assertThat(writes.write(Writes.Kind.CONTACTS).statusCode()).isEqualTo(200);
    }

    private static void startService() {
        var environment = new HashMap<>(DATABASE.environment(proxy.host(), proxy.port()));
        environment.put(
                "MP_JWT_VERIFY_PUBLICKEY_LOCATION",
                SigningKeys.ecPublicKeyLocation().toString());
        service = PackagedService.startReady(environment);
    }

    private static long waitingForLocks() {
        return DATABASE.queryCount(
                "select count(*) from pg_stat_activity where datname = ? and wait_event_type = 'Lock'",
                DATABASE.name());
    }

    /** A connection that holds the contact's row until it is closed. */
    private static Connection holding(UUID contact) throws SQLException {
        var connection = DATABASE.connect();
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute("select id from contacts where id = '%s' for update".formatted(contact));
        }
        return connection;
    }
}
