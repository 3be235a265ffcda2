package org.customactions.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.impl.ContextInternal;
import java.lang.reflect.Proxy;
import java.net.ConnectException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Sending a request again if its connection is lost before it is used. */
class ExchangeTest {

    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private Exchange failedWith(Throwable error) {
        HttpClient client = (HttpClient) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {HttpClient.class},
                (proxy, method, arguments) -> Future.failedFuture(error));
        Exchange exchange =
                new Exchange(Caller.post("http://a.test", "{}"), 1, (ContextInternal) vertx.getOrCreateContext());
        exchange.start(client, new RequestOptions());
        return exchange;
    }

    @Test
    void shouldRepeatEvenAPostWhosePooledConnectionWasClosedWhenItWasTaken() {
        HttpClosedException error = new HttpClosedException("Connection was closed");

        Exchange exchange = failedWith(error);

        assertThat(exchange.mayBeRepeatedAfter(error)).isTrue();
        assertThat(exchange.isConnected()).isFalse();
    }

    @Test
    void shouldNotRepeatWhatCouldNotConnect() {
        ConnectException error = new ConnectException();

        Exchange exchange = failedWith(error);

        assertThat(exchange.mayBeRepeatedAfter(error)).isFalse();
    }
}
