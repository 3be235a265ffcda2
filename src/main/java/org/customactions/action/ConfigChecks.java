package org.customactions.action;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.customactions.api.ApiException;

/** All checks of configs that need more than the config. */
@ApplicationScoped
public class ConfigChecks {

    private final List<ConfigCheck> checks;

    ConfigChecks(@All List<ConfigCheck> checks) {
        this.checks = checks;
    }

    /** The config, once every check has passed; fails with each complaint otherwise. */
    public Uni<ActionConfig> passed(UUID organizationId, ActionConfig config) {
        return Multi.createFrom()
                .iterable(checks)
                .onItem()
                .transformToUniAndConcatenate(check -> check.check(organizationId, config))
                .collect()
                .with(Collectors.flatMapping(List::stream, Collectors.toList()))
                .map(errors -> {
                    if (!errors.isEmpty()) {
                        throw ApiException.invalid(errors);
                    }
                    return config;
                });
    }
}
