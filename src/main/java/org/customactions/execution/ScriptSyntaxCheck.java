package org.customactions.execution;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.customactions.action.ActionConfig;
import org.customactions.action.ConfigCheck;
import org.customactions.action.JavaScriptConfig;
import org.customactions.api.FieldError;
import org.customactions.script.ScriptSandbox;

/** Refuses a script that cannot be parsed when it is saved, not when an agent clicks. */
@ApplicationScoped
public class ScriptSyntaxCheck implements ConfigCheck {

    private final ScriptSandbox sandbox;

    ScriptSyntaxCheck(ScriptSandbox sandbox) {
        this.sandbox = sandbox;
    }

    @Override
    public Uni<List<FieldError>> check(UUID organizationId, ActionConfig config) {
        if (!(config instanceof JavaScriptConfig script)) {
            return Uni.createFrom().item(List.of());
        }
        return sandbox.check(organizationId, script.code())
                .map(found -> found
                        .map(error -> new FieldError(
                                "config.code",
                                "Code is not valid JavaScript: %s (line %d, column %d)"
                                        .formatted(error.message(), error.line(), error.column())))
                        .stream()
                        .toList());
    }
}
