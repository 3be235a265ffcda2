package org.customactions.execution;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.customactions.api.ApiException;
import org.customactions.api.FieldError;
import org.customactions.api.JsonFields;
import org.customactions.kind.ActionConfig;
import org.customactions.kind.ActionKinds;
import org.customactions.kind.ActionType;

/** Reads the config of an action that is not saved. */
@ApplicationScoped
class ConfigReading {

    private static final String CONFIG = "config";
    private static final String IN_CONFIG = CONFIG + ".";

    /** Leaving one part out can break another; a config that is broken all over is not shown. */
    private static final int MOST_ROUNDS = 4;

    private final ActionKinds kinds;

    ConfigReading(ActionKinds kinds) {
        this.kinds = kinds;
    }

    /**
     * A config as far as it is in order.
     *
     * @param problems what was left out of it, and why
     */
    record Parts(ActionConfig config, List<FieldError> problems) {}

    /** The whole config; fails with every complaint about it. */
    Uni<ActionConfig> whole(UUID organizationId, ActionType type, ObjectNode config) {
        var fields = fields(config);
        return kinds.read(organizationId, type, fields.object(CONFIG).orElseThrow())
                .invoke(fields::throwIfInvalid)
                .chain(read -> kinds.checked(organizationId, read));
    }

    /** The config without its broken parts; as {@link #whole} if its kind cannot do without any. */
    Uni<Parts> parts(UUID organizationId, ActionType type, ObjectNode config) {
        return kinds.isShownInParts(type)
                ? parts(organizationId, type, config.deepCopy(), new ArrayList<>(), MOST_ROUNDS)
                        .chain(parts -> kinds.problems(organizationId, parts.config())
                                .invoke(parts.problems()::addAll)
                                .replaceWith(parts))
                : whole(organizationId, type, config).map(read -> new Parts(read, new ArrayList<>()));
    }

    private Uni<Parts> parts(
            UUID organizationId, ActionType type, ObjectNode config, List<FieldError> problems, int rounds) {
        var fields = fields(config);
        return kinds.read(organizationId, type, fields.object(CONFIG).orElseThrow())
                .chain(read -> {
                    var complaints = fields.complaints();
                    var hasChanged = false;
                    for (var complaint : complaints) {
                        note(complaint, problems);
                        hasChanged |= remove(config, complaint.field());
                    }
                    if (!hasChanged) {
                        return Uni.createFrom().item(new Parts(read, problems));
                    }
                    return rounds == 1
                            ? Uni.createFrom().failure(ApiException.invalid(problems))
                            : parts(organizationId, type, config, problems, rounds - 1);
                });
    }

    /** The first complaint about a field says what is wrong with it; that it is missing comes of leaving it out. */
    private static void note(FieldError complaint, List<FieldError> problems) {
        if (problems.stream().noneMatch(known -> known.field().equals(complaint.field()))) {
            problems.add(complaint);
        }
    }

    /** Removes a part, or what it is in if it is not there; false if there is nothing to remove. */
    private static boolean remove(ObjectNode config, String field) {
        if (!field.startsWith(IN_CONFIG)) {
            return false;
        }
        var path = field.substring(IN_CONFIG.length());
        var dot = path.indexOf('.');
        var first = dot < 0 ? path : path.substring(0, dot);
        if (dot > 0 && config.get(first) instanceof ObjectNode group && group.remove(path.substring(dot + 1)) != null) {
            return true;
        }
        return config.remove(first) != null;
    }

    private static JsonFields fields(ObjectNode config) {
        return JsonFields.of(JsonNodeFactory.instance.objectNode().set(CONFIG, config));
    }
}
