package org.customactions.demo;

import io.quarkus.arc.profile.IfBuildProfile;
import io.quarkus.vertx.http.HttpServerStart;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.ObservesAsync;
import org.jboss.logging.Logger;

/** Logs what to try first, as soon as the service answers. */
@ApplicationScoped
@IfBuildProfile("dev")
public class DemoWelcome {

    private static final Logger LOG = Logger.getLogger(DemoWelcome.class);

    private final DemoTokens tokens;

    DemoWelcome(DemoTokens tokens) {
        this.tokens = tokens;
    }

    void welcome(@ObservesAsync HttpServerStart started) {
        var address = "http://localhost:" + started.options().getPort();
        tokens.sign("manager")
                .ifPresent(token -> LOG.infof("""
                Open %1$s/ for a page to click, or list the demo's actions:
                curl -s -H 'Authorization: Bearer %2$s' %1$s/api/custom-actions
                and click one:
                curl -s -H 'Authorization: Bearer %2$s' -H 'Content-Type: application/json' \
                -d '{"contact_id":"%4$s"}' %1$s/api/custom-actions/%3$s/execute""", address, token, DemoData.WEBHOOK_ACTION, DemoData.CONTACT));
    }
}
