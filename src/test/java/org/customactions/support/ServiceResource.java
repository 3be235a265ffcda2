package org.customactions.support;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import java.util.HashMap;
import java.util.Map;

/**
 * Everything real that the service needs in a test: a fresh database behind a proxy, a receiver for webhooks, the key
 * that {@link Tokens} are verified with, and one that secrets are encrypted with. It applies to every
 * {@code @QuarkusTest} and {@code @QuarkusIntegrationTest} by itself, and starts once for all test classes of a
 * profile; each profile has its own. Tests reach the parts through the static methods.
 */
@WithTestResource(value = ServiceResource.class, scope = TestResourceScope.GLOBAL)
public final class ServiceResource implements QuarkusTestResourceLifecycleManager {
    private static volatile ServiceResource current;

    private TestDatabase database;
    private DatabaseProxy proxy;
    private Receiver receiver;

    /** The database, for looking and preparing rows past the service; such queries are not counted by the proxy. */
    public static TestDatabase database() {
        return current().database;
    }

    /** What stands between the service and the database. Call {@link DatabaseProxy#restore()} after every outage. */
    public static DatabaseProxy databaseProxy() {
        return current().proxy;
    }

    /** The upstream of webhooks. */
    public static Receiver receiver() {
        return current().receiver;
    }

    @Override
    public Map<String, String> start() {
        CompiledPaths.keep();
        database = TestDatabase.createDatabase();
        proxy = DatabaseProxy.start(database.host(), database.port());
        receiver = Receiver.start();
        current = this;
        Map<String, String> configuration = new HashMap<>(database.environment(proxy.host(), proxy.port()));
        configuration.put(
                "mp.jwt.verify.publickey.location",
                SigningKeys.ecPublicKeyLocation().toString());
        configuration.put("custom-actions.secrets.key", Planted.encryptionKey(1));
        configuration.put("custom-actions.webhook.allowed-networks", "127.0.0.0/8,::1/128,localhost");
        // A thread that a starved machine holds up is not blocked by the service.
        configuration.put(
                "quarkus.vertx.max-event-loop-execute-time",
                Pace.limit(EventLoopWatch.LIMIT).toString());
        // The service is started for each profile of the tests, most of which run no script.
        configuration.put("custom-actions.script.start-ahead", "false");
        // The HTTP port of a service under test is random. Then this one must be too: Quarkus labels metrics with ports
        // that are fixed, and the Prometheus registry does not start with labels that differ.
        configuration.put("quarkus.management.port", "0");
        if (Written.isOfPackage()) {
            // After a test that failed, Quarkus would start the next service with the port that this one had.
            configuration.put("quarkus.http.port", "0");
        } else {
            configuration.putAll(Written.logging());
        }
        return configuration;
    }

    @Override
    public void stop() {
        current = null;
        Chromium.stop();
        if (receiver != null) {
            receiver.close();
        }
        if (proxy != null) {
            proxy.close();
        }
    }

    private static ServiceResource current() {
        ServiceResource resource = current;
        if (resource == null) {
            throw new IllegalStateException(
                    "The service's fixtures run only in a class with @QuarkusTest or @QuarkusIntegrationTest");
        }
        return resource;
    }
}
