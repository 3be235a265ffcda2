package org.customactions.history;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.customactions.database.ExpiringRows;

/** Executions that are older than the history reaches back. */
@ApplicationScoped
public class HistoryRetention implements ExpiringRows {

    private final Duration retention;

    HistoryRetention(HistoryConfiguration configuration) {
        this.retention = configuration.retention();
    }

    @Override
    public String name() {
        return "executions that were older than the history reaches back";
    }

    @Override
    public String table() {
        return "custom_action_executions";
    }

    @Override
    public String id() {
        return "id";
    }

    /** Not when it began, so that one that is still under way stays however short the retention is. */
    @Override
    public String expiry() {
        return "lease_until";
    }

    @Override
    public Duration kept() {
        return retention;
    }
}
