package org.customactions.action;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import org.customactions.database.ExpiringRows;
import org.customactions.startup.AtLeastOne;

/** Actions that were deleted. */
@ConfigMapping(prefix = "custom-actions.deleted-actions")
public interface DeletedActionsConfiguration {

    /**
     * How long a deleted action can be restored; then it is deleted for good, within
     * {@code custom-actions.database.cleaning-interval}. An organization keeps at most 1,000 of them, and 8 MiB.
     */
    @WithDefault("90D")
    @WithConverter(AtLeastOne.OfDuration.class)
    Duration retention();

    /** Deletes them for good, with what belongs to them. */
    final class Cleaned {

        @Produces
        @Singleton
        ExpiringRows deletedActions(DeletedActionsConfiguration configuration) {
            return new ExpiringRows(
                    "actions that were deleted long ago",
                    "custom_actions",
                    "id",
                    "deleted_at",
                    configuration.retention(),
                    Map.of("custom_action_terms", "action_id", "custom_action_secrets", "action_id"));
        }
    }
}
