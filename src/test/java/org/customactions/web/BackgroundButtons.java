package org.customactions.web;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static org.customactions.support.Patience.await;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.customactions.support.ServiceResource;

/** Webhooks in the background of a test's organization, whose attempts come when the test wants them. */
final class BackgroundButtons {

    private static final String PATH = "/hook";

    private final Buttons buttons;

    BackgroundButtons(Buttons buttons) {
        this.buttons = buttons;
    }

    UUID webhook(String name, Map<String, Object> result) {
        var config = new HashMap<String, Object>(Map.of("background", true));
        if (!result.isEmpty()) {
            config.put("result", result);
        }
        return buttons.webhook(name, ServiceResource.receiver().url(PATH), config);
    }

    /** What the upstream answers from now on. */
    static void answer(int status, String body) {
        ServiceResource.receiver()
                .server()
                .stubFor(post(PATH)
                        .willReturn(status == 200 ? okJson(body) : aResponse().withStatus(status)));
    }

    /** Waits until so many of the organization have failed and wait; their next attempts do not come by themselves. */
    void awaitFirstAttempts(int count) {
        await().until(() -> {
            ServiceResource.database()
                    .execute(
                            "update background_executions set due_at = now() + interval '1 hour', is_ready = false"
                                    + " where organization_id = ? and attempts > 0 and due_at is not null"
                                    + " and not under_way",
                            buttons.organization());
            return waiting().size() == count;
        });
    }

    private List<Map<String, Object>> waiting() {
        return ServiceResource.database()
                .query(
                        "select execution_id from background_executions where organization_id = ? and attempts > 0"
                                + " and due_at > now() + interval '30 minutes' and not under_way",
                        buttons.organization());
    }

    /** Lets all next attempts come at once. */
    void hurry() {
        ServiceResource.database()
                .execute(
                        "update background_executions set due_at = now() where organization_id = ?"
                                + " and due_at is not null and not under_way",
                        buttons.organization());
    }

    void awaitEnded(int count) {
        await().until(() -> ServiceResource.database()
                        .queryCount(
                                "select count(*) from background_executions where organization_id = ?"
                                        + " and ended_at is not null",
                                buttons.organization())
                == count);
    }
}
