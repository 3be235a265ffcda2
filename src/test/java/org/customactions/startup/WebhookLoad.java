package org.customactions.startup;

import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.customactions.support.Api;
import org.customactions.support.Patience;
import org.customactions.support.Receiver;
import org.customactions.support.Tokens;

/**
 * Agents that click on a webhook as fast as it answers, each click with a key and for a contact of its own, whose id
 * the webhook sends. Who gets no answer does not know what happened, and clicks again with the same key in the end.
 */
final class WebhookLoad {

    private static final int AGENTS = 6;
    private static final int CONTACTS = 3_000;
    /** Most that one call takes. */
    private static final int BATCH = 1_000;

    private static final Duration BREATH = Duration.ofMillis(20);

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String token = Tokens.manager(UUID.randomUUID()).sign();
    private final Queue<UUID> waiting = new ConcurrentLinkedQueue<>();
    private final Queue<UUID> succeeded = new ConcurrentLinkedQueue<>();
    private final Queue<UUID> unanswered = new ConcurrentLinkedQueue<>();
    private final AtomicInteger clicks = new AtomicInteger();
    private final List<Thread> agents = new ArrayList<>();
    private final Supplier<String> service;
    private final String action;
    private volatile boolean over;

    /** @param service base URL of the service that is up, or was */
    WebhookLoad(Supplier<String> service, Receiver receiver, String path) {
        this.service = service;
        this.action = request()
                .body(Map.of(
                        "name",
                        "Load",
                        "action_type",
                        "webhook",
                        "config",
                        Map.of("url", receiver.url(path), "body", "{\"contact\":\"{{contact.id}}\"}")))
                .post("/api/custom-actions")
                .then()
                .statusCode(201)
                .extract()
                .path("data.id");
    }

    void start() {
        addContacts();
        for (int i = 0; i < AGENTS; i++) {
            agents.add(new Thread(this::clickUntilOver, "agent-" + i));
        }
        agents.forEach(Thread::start);
    }

    void stop() throws InterruptedException {
        over = true;
        for (var agent : agents) {
            agent.join(Patience.LIMIT.multipliedBy(2).toMillis());
        }
    }

    /** Clicks so far. */
    int clicks() {
        return clicks.get();
    }

    /** Contacts for whom an answer said that the webhook was executed. */
    Collection<UUID> succeeded() {
        return succeeded;
    }

    /** Clicks again for each that got no answer, with the same key. */
    void clickAgain() throws InterruptedException {
        for (var contact : takeUnanswered()) {
            click(contact);
        }
    }

    /** Whether there are clicks without an answer. */
    boolean isWaiting() {
        return !unanswered.isEmpty();
    }

    private List<UUID> takeUnanswered() {
        var taken = List.copyOf(unanswered);
        unanswered.removeAll(taken);
        return taken;
    }

    private void clickUntilOver() {
        try {
            for (var contact = waiting.poll(); contact != null && !over; contact = waiting.poll()) {
                click(contact);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void click(UUID contact) throws InterruptedException {
        clicks.incrementAndGet();
        var click = HttpRequest.newBuilder(URI.create(service.get() + "/api/custom-actions/" + action + "/execute"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", contact.toString())
                .timeout(Patience.LIMIT)
                .POST(BodyPublishers.ofString("{\"contact_id\":\"%s\"}".formatted(contact)))
                .build();
        try {
            var answer = client.send(click, BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                unanswered.add(contact);
            } else if (answer.body().contains("\"success\":true")) {
                succeeded.add(contact);
            }
        } catch (ConnectException e) {
            waiting.add(contact);
            Thread.sleep(BREATH.toMillis());
        } catch (IOException e) {
            unanswered.add(contact);
            Thread.sleep(BREATH.toMillis());
        }
    }

    private void addContacts() {
        for (int i = 0; i < CONTACTS / BATCH; i++) {
            var ids = Stream.generate(UUID::randomUUID).limit(BATCH).toList();
            var contacts = ids.stream()
                    .map(id -> Map.of("id", id, "phone_number", "1"))
                    .toList();
            request()
                    .body(Map.of("contacts", contacts))
                    .put("/api/contacts")
                    .then()
                    .statusCode(200);
            waiting.addAll(ids);
        }
    }

    private RequestSpecification request() {
        return Api.as(token).baseUri(service.get());
    }
}
