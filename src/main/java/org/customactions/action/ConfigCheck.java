package org.customactions.action;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;
import org.customactions.api.FieldError;

/** A rule of configs that needs more than the config itself, such as the sandbox or an operator's settings. */
public interface ConfigCheck {

    /** What is wrong with the config; empty when nothing is, or when the check is not about its type. */
    Uni<List<FieldError>> check(UUID organizationId, ActionConfig config);
}
