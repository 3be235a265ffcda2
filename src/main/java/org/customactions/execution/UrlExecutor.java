package org.customactions.execution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.customactions.action.UrlConfig;
import org.customactions.api.ApiException;
import org.customactions.template.RenderException;
import org.customactions.template.TemplateException;
import org.customactions.template.UrlException;
import org.customactions.template.UrlTemplate;
import org.customactions.template.Urls;

/** Opens a page. */
@ApplicationScoped
public class UrlExecutor implements ActionExecutor<UrlConfig> {

    private static final String OPENING = "Opening URL";

    @Override
    public Class<UrlConfig> configType() {
        return UrlConfig.class;
    }

    @Override
    public Uni<ActionResult> execute(UrlConfig config, ExecutionInput input) {
        return Uni.createFrom().item(() -> open(config, input));
    }

    @Override
    public Uni<JsonNode> preview(UrlConfig config, ExecutionInput input) {
        return Uni.createFrom().item(() -> {
            try {
                var template = UrlTemplate.compile(config.url(), Urls.LINK);
                var preview = JsonNodeFactory.instance.objectNode().put("url", template.render(input.variables()));
                preview.put("open_in_new_tab", config.openInNewTab());
                preview.set("unknown_variables", PlainData.toJson(template.unknownVariables(input.variables())));
                return preview;
            } catch (UrlException | RenderException e) {
                throw ApiException.invalid("config.url", e.getMessage());
            }
        });
    }

    private static ActionResult open(UrlConfig config, ExecutionInput input) {
        try {
            var url = UrlTemplate.compile(config.url(), Urls.LINK).render(input.variables());
            return new ActionResult(
                    Outcome.SUCCESS,
                    OPENING,
                    Optional.empty(),
                    Optional.of(new ActionResult.Link(url, config.openInNewTab())),
                    Optional.empty(),
                    Optional.empty());
        } catch (TemplateException | UrlException | RenderException e) {
            return ActionResult.failure(Outcome.INVALID, "The URL cannot be opened: " + e.getMessage());
        }
    }
}
