package org.customactions.kind;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.customactions.api.ApiException;
import org.customactions.api.FieldError;
import org.customactions.api.JsonFields;
import org.customactions.template.KnownInputs;
import org.customactions.template.RenderThreads;

/** The kinds of action, each found by its type. */
@ApplicationScoped
public class ActionKinds {

    private final Map<ActionType, ActionKind<?>> byType;
    private final RenderThreads threads;

    ActionKinds(@All List<ActionKind<?>> kinds, RenderThreads threads) {
        this.threads = threads;
        this.byType = kinds.stream().collect(Collectors.toMap(ActionKind::type, Function.identity()));
    }

    /**
     * Reads the config of a request, on a thread that serves no other requests, because its templates are tried. If the
     * fields get complaints, the result is of no use.
     */
    public Uni<ActionConfig> read(UUID organizationId, ActionType type, JsonFields fields) {
        return threads.aside(organizationId, () -> byType.get(type).read(fields));
    }

    /**
     * The config of a row. Its templates are not compiled until they are used.
     *
     * @throws ApiException if the row has another shape; another program may have written it
     */
    public ActionConfig ofStored(ActionType type, JsonNode json) {
        var fields = JsonFields.ofStored(json);
        var config = byType.get(type).read(fields);
        fields.throwIfInvalid();
        return config;
    }

    /** The config, if its kind accepts it; fails with all complaints otherwise. */
    public Uni<ActionConfig> checked(UUID organizationId, ActionConfig config) {
        return problems(organizationId, config).map(errors -> {
            if (!errors.isEmpty()) {
                throw ApiException.invalid(errors);
            }
            return config;
        });
    }

    /** The problems with a config that its kind does not accept. */
    public Uni<List<FieldError>> problems(UUID organizationId, ActionConfig config) {
        return problems(byType.get(config.type()), organizationId, config);
    }

    /** Whether a preview can show a part; see {@link ActionKind#isShownInParts}. */
    public boolean isShownInParts(ActionType type) {
        return byType.get(type).isShownInParts();
    }

    /** Leaves masks out; see {@link ActionKind#withoutMasks}. */
    public ObjectNode withoutMasks(ActionType type, ObjectNode config, Consumer<FieldError> told) {
        return byType.get(type).withoutMasks(config, told);
    }

    /** What is probably not meant; see {@link ActionKind#warnings}. */
    public Uni<List<FieldError>> warnings(UUID organizationId, ActionConfig config, KnownInputs inputs) {
        return threads.aside(organizationId, () -> warnings(byType.get(config.type()), config, inputs));
    }

    /** Executes by the config's kind. */
    public Uni<ActionResult> execute(ActionConfig config, ExecutionInput input) {
        return execute(byType.get(config.type()), config, input);
    }

    /** Executes, or does what is answered at once and tells what is left to do; see {@link ActionKind#isDeferred}. */
    public Uni<Acceptance> accept(ActionConfig config, ExecutionInput input) {
        return accept(byType.get(config.type()), config, input);
    }

    /** Does once what was left to do; see {@link ActionKind#attempt}. */
    public Uni<Attempt> attempt(
            ActionType type, UUID organizationId, UUID executionId, byte[] request, Predicate<Boolean> keepsExchange) {
        return byType.get(type).attempt(organizationId, executionId, request, keepsExchange);
    }

    /** Previews by the config's kind. */
    public Uni<JsonNode> preview(ActionConfig config, ExecutionInput input, Optional<JsonNode> sampleAnswer) {
        return preview(byType.get(config.type()), config, input, sampleAnswer);
    }

    /** What everybody may read of a config; see {@link ActionKind#outline}. */
    public JsonNode outline(ActionType type, JsonNode config) {
        return byType.get(type).outline(config);
    }

    /** The longest time that an execution with this config can take. */
    public Duration longestRun(ActionConfig config) {
        return longestRun(byType.get(config.type()), config);
    }

    /** The longest time that an execution of any kind can take, unless its config has a limit of its own. */
    public Duration longestRun() {
        return byType.values().stream()
                .map(ActionKind::longestRun)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** Leaves secrets of every kind out; see {@link ActionKind#leaveOutSecrets}. */
    public void leaveOutSecrets(ObjectNode config, Set<String> places, Consumer<String> leftOut) {
        byType.values().forEach(kind -> kind.leaveOutSecrets(config, places, leftOut));
    }

    /** Whether an export tells of a place; see {@link ActionKind#isExported}. */
    public boolean isExported(String place) {
        return byType.values().stream().anyMatch(kind -> kind.isExported(place));
    }

    /** Replaces the secrets of every kind; see {@link ActionKind#replaceSecrets}. */
    public JsonNode replaceSecrets(JsonNode config, BiFunction<String, JsonNode, JsonNode> replacement) {
        var replaced = config;
        for (var kind : byType.values()) {
            replaced = kind.replaceSecrets(replaced, replacement);
        }
        return replaced;
    }

    private static <C extends ActionConfig> Uni<List<FieldError>> problems(
            ActionKind<C> kind, UUID organizationId, ActionConfig config) {
        return kind.check(organizationId, kind.configType().cast(config));
    }

    private static <C extends ActionConfig> Duration longestRun(ActionKind<C> kind, ActionConfig config) {
        return kind.longestRun(kind.configType().cast(config));
    }

    private static <C extends ActionConfig> List<FieldError> warnings(
            ActionKind<C> kind, ActionConfig config, KnownInputs inputs) {
        return kind.warnings(kind.configType().cast(config), inputs);
    }

    private static <C extends ActionConfig> Uni<ActionResult> execute(
            ActionKind<C> kind, ActionConfig config, ExecutionInput input) {
        return kind.execute(kind.configType().cast(config), input);
    }

    private static <C extends ActionConfig> Uni<Acceptance> accept(
            ActionKind<C> kind, ActionConfig config, ExecutionInput input) {
        var own = kind.configType().cast(config);
        return kind.isDeferred(own)
                ? kind.accept(own, input)
                : kind.execute(own, input).map(Acceptance::ended);
    }

    private static <C extends ActionConfig> Uni<JsonNode> preview(
            ActionKind<C> kind, ActionConfig config, ExecutionInput input, Optional<JsonNode> sampleAnswer) {
        return kind.preview(kind.configType().cast(config), input, sampleAnswer);
    }
}
