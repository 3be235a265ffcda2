package org.customactions.startup;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import org.customactions.support.Api;
import org.customactions.support.Planted;

/** A manager who changes the header of one action after the other until stopped. */
final class UpdatesUnderWay {

    private final Map<UUID, String> acknowledged = new ConcurrentHashMap<>();
    private final CompletableFuture<Void> manager;
    private volatile boolean stopped;

    UpdatesUnderWay(String url, String token, List<UUID> actions) {
        manager = CompletableFuture.runAsync(() -> {
            while (!stopped) {
                var action = actions.get(ThreadLocalRandom.current().nextInt(actions.size()));
                var value = Planted.unique();
                var config = Map.of("url", "https://a.example/", "headers", Map.of("Authorization", value));
                Api.as(token)
                        .baseUri(url)
                        .body(Map.of("config", config))
                        .put("/api/custom-actions/{id}", action)
                        .then()
                        .statusCode(200);
                acknowledged.put(action, value);
            }
        });
    }

    /** The last value of each action that was changed. */
    Map<UUID, String> stop() throws InterruptedException, ExecutionException {
        stopped = true;
        manager.get();
        return acknowledged;
    }
}
