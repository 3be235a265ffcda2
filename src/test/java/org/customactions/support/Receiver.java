package org.customactions.support;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.util.List;

/**
 * The upstream that webhooks call: a real HTTP server on a random port of the loopback interface. Stub it through
 * {@link #server()}; what is not stubbed answers 404.
 */
public final class Receiver implements AutoCloseable {
    private static final String ADDRESS = "127.0.0.1";
    private static final int LAST = 100;

    private final WireMockServer server = new WireMockServer(
            WireMockConfiguration.options().bindAddress(ADDRESS).dynamicPort());

    private Receiver() {}

    /** Starts a receiver without stubs. */
    public static Receiver start() {
        Receiver receiver = new Receiver();
        receiver.server.start();
        return receiver;
    }

    /** WireMock itself, e.g. for {@code receiver.server().stubFor(post("/hook").willReturn(ok()))}. */
    public WireMockServer server() {
        return server;
    }

    /** The absolute URL of a path that starts with a slash. */
    public String url(String path) {
        return "http://" + ADDRESS + ":" + server.port() + path;
    }

    /** Every request to the path since the last reset, of any method and query, oldest first. */
    public List<LoggedRequest> requests(String path) {
        return server.findAll(anyRequestedFor(urlPathEqualTo(path)));
    }

    /** Hands everything that no other stub answers on to a server, given by its URL without a path. */
    public void handOnTo(String url) {
        server.stubFor(any(anyUrl()).atPriority(LAST).willReturn(aResponse().proxiedFrom(url)));
    }

    /** Forgets all stubs and requests. */
    public void reset() {
        server.resetAll();
    }

    @Override
    public void close() {
        server.stop();
    }
}
