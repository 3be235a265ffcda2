package org.customactions.execution;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.customactions.action.UrlConfig;
import org.customactions.template.RenderException;
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
    public Uni<ActionResult> execute(UUID organizationId, UrlConfig config, Map<String, Object> variables) {
        return Uni.createFrom().item(() -> open(config, variables));
    }

    private static ActionResult open(UrlConfig config, Map<String, Object> variables) {
        try {
            var url = UrlTemplate.compile(config.url(), Urls.LINK).render(variables);
            return new ActionResult(
                    true,
                    OPENING,
                    Optional.empty(),
                    Optional.of(new ActionResult.Link(url, config.openInNewTab())),
                    Optional.empty(),
                    Optional.empty());
        } catch (UrlException | RenderException e) {
            return ActionResult.failure("The URL cannot be opened: " + e.getMessage());
        }
    }
}
