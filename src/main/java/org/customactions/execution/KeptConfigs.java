package org.customactions.execution;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;
import org.customactions.action.ConfigSecrets;
import org.customactions.api.ApiException;
import org.customactions.database.JsonColumn;
import org.customactions.kind.ActionConfig;
import org.customactions.kind.ActionKinds;
import org.customactions.kind.ActionType;
import org.customactions.secret.UnreadableSecretException;

/**
 * Configs of actions that are clicked again. Each is found by all of its text, so one that has changed is read anew,
 * whoever changed it. What holds an encrypted secret is not kept, but read and decrypted for each click.
 */
// Caffeine loads this class by name for a cache limited by weight and by time since entries were used.
@RegisterForReflection(classNames = "com.github.benmanes.caffeine.cache.SSMWA")
@ApplicationScoped
class KeptConfigs {

    /** Characters of stored configs of all organizations; what was used least is dropped. */
    private static final long MOST = 4L << 20;

    private static final int OVERHEAD = 1_000;
    private static final Duration UNUSED = Duration.ofMinutes(10);
    private static final JsonColumn JSON = new JsonColumn();

    private final ActionKinds kinds;
    private final ConfigSecrets secrets;
    private final Cache<Stored, ActionConfig> kept = Caffeine.newBuilder()
            .maximumWeight(MOST)
            .weigher((Stored stored, ActionConfig config) -> stored.text().length() + OVERHEAD)
            .expireAfterAccess(UNUSED)
            .build();

    private record Stored(UUID actionId, ActionType type, String text) {}

    KeptConfigs(ActionKinds kinds, ConfigSecrets secrets) {
        this.kinds = kinds;
        this.secrets = secrets;
    }

    /**
     * The config to execute.
     *
     * @throws UnreadableSecretException if a secret in it cannot be decrypted
     * @throws ApiException if it has another shape; another program may have written it
     */
    ActionConfig of(ExecutionTarget target) throws UnreadableSecretException {
        var action = target.action();
        var stored = new Stored(action.id, action.actionType, target.config());
        var known = kept.getIfPresent(stored);
        if (known != null) {
            return known;
        }
        action.config = JSON.convertToEntityAttribute(target.config());
        var opened = secrets.opened(action);
        var config = kinds.ofStored(action.actionType, opened);
        if (opened.equals(action.config)) {
            kept.put(stored, config);
        }
        return config;
    }
}
