package org.customactions.support;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/**
 * The service gives up the database after two seconds, counts an execution as under way for at most nine, and deletes
 * at once what is over: links as soon as they are made, executions and changes after an hour.
 */
public final class Impatient implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "custom-actions.database.timeout", "2S",
                "custom-actions.database.cleaning-interval", "0.1S",
                "custom-actions.webhook.timeout", "3S",
                "custom-actions.script.max-wait", "1S",
                "custom-actions.execution.slack", "2S",
                "custom-actions.redirect.lifetime", "0.1S",
                "custom-actions.history.retention", "1H",
                "custom-actions.deleted-actions.retention", "1H",
                "custom-actions.changes.retention", "1H");
    }
}
