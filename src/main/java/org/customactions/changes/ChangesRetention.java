package org.customactions.changes;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.customactions.database.ExpiringRows;

/** Changes that are older than the trail reaches back. */
@ApplicationScoped
public class ChangesRetention implements ExpiringRows {

    private final Duration retention;

    ChangesRetention(ChangesConfiguration configuration) {
        this.retention = configuration.retention();
    }

    @Override
    public String name() {
        return "changes that were older than the trail reaches back";
    }

    @Override
    public String table() {
        return "custom_action_changes";
    }

    @Override
    public String id() {
        return "id";
    }

    @Override
    public String expiry() {
        return "kept_from";
    }

    @Override
    public Duration kept() {
        return retention;
    }
}
