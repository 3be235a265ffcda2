package org.customactions.demo;

import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.profile.IfBuildProfile;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.UUID;
import org.customactions.startup.StartOrder;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Fills an empty database with an organization, people with awkward names, and actions of every kind. */
@ApplicationScoped
@IfBuildProfile("dev")
public class DemoData {

    static final UUID ORGANIZATION = UUID.fromString("0b0c5a6e-8f5d-4f0e-9a3e-6d6f2a1c0001");
    static final UUID USER = UUID.fromString("0b0c5a6e-8f5d-4f0e-9a3e-6d6f2a1c0002");
    static final UUID CONTACT = UUID.fromString("0b0c5a6e-8f5d-4f0e-9a3e-6d6f2a1c0101");
    static final UUID WEBHOOK_ACTION = UUID.fromString("0b0c5a6e-8f5d-4f0e-9a3e-6d6f2a1c0201");

    private static final String SCRIPT = "/demo/data.sql";

    private final AgroalDataSource dataSource;
    private final int port;

    DemoData(AgroalDataSource dataSource, @ConfigProperty(name = "quarkus.http.port") int port) {
        this.dataSource = dataSource;
        this.port = port;
    }

    void fill(@Observes @Priority(StartOrder.DATA) StartupEvent event) throws SQLException {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(script().replace("${address}", "http://localhost:" + port));
        }
    }

    private static String script() {
        try (var script = DemoData.class.getResourceAsStream(SCRIPT)) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
