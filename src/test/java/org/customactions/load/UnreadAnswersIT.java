package org.customactions.load;

import io.restassured.RestAssured;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.customactions.support.Api;
import org.customactions.support.Bystander;
import org.customactions.support.Full;
import org.customactions.support.PackagedService;
import org.customactions.support.Tokens;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Requests in a row whose answers nobody reads, or a byte a second. */
@Full
class UnreadAnswersIT {

    private static final Duration PHASE = Duration.ofSeconds(3);
    private static final int SECONDS = 8;
    private static final String HEAD = "GET %s HTTP/1.1\r\nHost: localhost\r\n%s\r\n";

    private static PackagedService service;
    private static Bystander bystander;
    private static String asset;
    private static String agent;

    @BeforeAll
    static void start() {
        service = Bystander.startService(Map.of());
        bystander = Bystander.of(service);
        var page = RestAssured.get(service.url() + "/console/").asString();
        var script = Pattern.compile("src=\"\\.\\.(/assets/[^\"]+)\"").matcher(page);
        script.find();
        asset = HEAD.formatted(script.group(1), "");
        var organization = UUID.randomUUID();
        agent = Tokens.manager(organization).expiresIn(Duration.ofHours(1)).sign();
        for (int i = 0; i < 20; i++) {
            Api.as(agent)
                    .baseUri(service.url())
                    .body(Map.of(
                            "name",
                            "Big " + i,
                            "action_type",
                            "javascript",
                            "config",
                            Map.of("code", "/*" + "x".repeat(50_000) + "*/")))
                    .post("/api/custom-actions")
                    .then()
                    .statusCode(201);
        }
    }

    @AfterAll
    static void stop() {
        bystander.close();
        service.close();
    }

    static Stream<Arguments> floods() {
        return Stream.of("asset", "unauthorized", "list", "redirect", "description")
                .flatMap(kind -> Stream.of(4, 1_000).map(connections -> Arguments.of(kind, connections)));
    }

    private static String request(String kind) {
        return switch (kind) {
            case "asset" -> asset;
            case "unauthorized" -> HEAD.formatted("/api/custom-actions", "");
            case "list" -> HEAD.formatted("/api/custom-actions", "Authorization: Bearer " + agent + "\r\n");
            case "redirect" -> HEAD.formatted("/console", "");
            case "description" -> HEAD.formatted("/q/openapi", "");
            default -> throw new IllegalArgumentException(kind);
        };
    }

    @ParameterizedTest(name = "{0} on {1} connections")
    @MethodSource("floods")
    void shouldHarmNobodyIfNobodyReads(String kind, int connections) throws Exception {
        try (var flood = new Flood(service)) {
            bystander.withstands("Unread: %s on %d connections".formatted(kind, connections), PHASE, () -> {
                var opened = flood.connect(connections);
                for (int second = 0; second < SECONDS; second++) {
                    Flood.send(opened, request(kind), kind.equals("list") ? 20 : 200);
                    Thread.sleep(1_000);
                    if (second % 2 == 1) {
                        Flood.sip(opened);
                    }
                }
                flood.close();
                return null;
            });
        }
    }
}
