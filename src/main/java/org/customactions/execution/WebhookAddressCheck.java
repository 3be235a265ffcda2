package org.customactions.execution;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.customactions.action.ActionConfig;
import org.customactions.action.ConfigCheck;
import org.customactions.action.WebhookConfig;
import org.customactions.api.FieldError;
import org.customactions.template.UrlTemplate;
import org.customactions.template.Urls;
import org.customactions.webhook.HostException;
import org.customactions.webhook.LiteralHosts;

/** Refuses a webhook whose URL spells out a host that may not be called; names are judged when the webhook runs. */
@ApplicationScoped
public class WebhookAddressCheck implements ConfigCheck {

    private final LiteralHosts hosts;

    WebhookAddressCheck(LiteralHosts hosts) {
        this.hosts = hosts;
    }

    @Override
    public Uni<List<FieldError>> check(UUID organizationId, ActionConfig config) {
        return Uni.createFrom()
                .item(() -> config instanceof WebhookConfig webhook
                        ? UrlTemplate.compile(webhook.url(), Urls.WEB)
                                .literalHost()
                                .flatMap(this::complaint)
                                .map(message -> new FieldError("config.url", message))
                                .stream()
                                .toList()
                        : List.of());
    }

    private Optional<String> complaint(String host) {
        try {
            return hosts.denied(host)
                    .map(reason -> "Url must not point to %s: webhooks may not reach that network".formatted(host));
        } catch (HostException e) {
            return Optional.of("Url: " + e.getMessage());
        }
    }
}
