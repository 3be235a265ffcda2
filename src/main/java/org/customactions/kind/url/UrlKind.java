package org.customactions.kind.url;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.customactions.api.ApiException;
import org.customactions.api.FieldError;
import org.customactions.api.JsonFields;
import org.customactions.kind.ActionKind;
import org.customactions.kind.ActionResult;
import org.customactions.kind.ActionType;
import org.customactions.kind.ConfigWarnings;
import org.customactions.kind.ExecutionInput;
import org.customactions.kind.LinkConfiguration;
import org.customactions.kind.Outcome;
import org.customactions.kind.PlainData;
import org.customactions.template.Escaping;
import org.customactions.template.KnownInputs;
import org.customactions.template.LinkTemplate;
import org.customactions.template.RenderBudget;
import org.customactions.template.RenderException;
import org.customactions.template.RenderThreads;
import org.customactions.template.SampleVariables;
import org.customactions.template.TemplateException;
import org.customactions.url.UrlException;
import org.customactions.url.UrlForms;

/** Opens a page. */
@ApplicationScoped
class UrlKind implements ActionKind<UrlConfig> {

    private static final String OPENING = "Opening URL";
    private static final String OPEN_IN_NEW_TAB = "open_in_new_tab";

    private final RenderThreads threads;
    private final UrlForms links;

    UrlKind(RenderThreads threads, LinkConfiguration configuration) {
        this.threads = threads;
        this.links = UrlForms.ofLinks(configuration.schemes());
    }

    @Override
    public ActionType type() {
        return ActionType.URL;
    }

    @Override
    public Class<UrlConfig> configType() {
        return UrlConfig.class;
    }

    @Override
    public UrlConfig read(JsonFields fields) {
        return UrlConfig.read(fields, links);
    }

    @Override
    public Uni<ActionResult> execute(UrlConfig config, ExecutionInput input) {
        return rendered(config, input, RenderBudget.ofClick())
                .map(url -> ActionResult.of(Outcome.SUCCESS, OPENING).with(link(url, config)))
                .onFailure(e -> isUnusable(e) || e instanceof ApiException)
                .recoverWithItem(
                        e -> ActionResult.failure(Outcome.INVALID, "The URL cannot be opened: " + e.getMessage()));
    }

    @Override
    public Uni<JsonNode> preview(UrlConfig config, ExecutionInput input, Optional<JsonNode> sampleAnswer) {
        var budget = RenderBudget.ofClick();
        return rendered(config, input, budget)
                .<JsonNode>map(url -> JsonNodeFactory.instance
                        .objectNode()
                        .put("url", url)
                        .put(OPEN_IN_NEW_TAB, link(url, config).openInNewTab())
                        .set("unknown_variables", PlainData.toJson(budget.unknownVariables())))
                .onFailure(UrlKind::isUnusable)
                .transform(e -> ApiException.invalid("config.url", e.getMessage()));
    }

    @Override
    public List<FieldError> warnings(UrlConfig config, KnownInputs inputs) {
        return ConfigWarnings.of("config.url", config.url(), Escaping.URL, SampleVariables.forChecking(inputs))
                .toList();
    }

    @Override
    public ObjectNode outline(JsonNode config) {
        var flag = config.path(OPEN_IN_NEW_TAB).asBoolean(true);
        return JsonNodeFactory.instance.objectNode().put(OPEN_IN_NEW_TAB, flag);
    }

    /** It waits for nothing. */
    @Override
    public Duration longestRun() {
        return Duration.ZERO;
    }

    private static ActionResult.Link link(String url, UrlConfig config) {
        return new ActionResult.Link(url, config.openInNewTab());
    }

    private Uni<String> rendered(UrlConfig config, ExecutionInput input, RenderBudget budget) {
        return threads.fillIn(
                input.organizationId(),
                budget,
                config.url().length(),
                () -> LinkTemplate.compile(config.url(), links).render(input.variables(), budget));
    }

    private static boolean isUnusable(Throwable e) {
        return e instanceof TemplateException || e instanceof UrlException || e instanceof RenderException;
    }
}
