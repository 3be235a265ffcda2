package org.customactions.kind.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.customactions.webhook.WebhookRequest;
import org.junit.jupiter.api.Test;

class LargeRequestsTest {

    private static final int MIB = 1024 * 1024;
    private static final UUID ORGANIZATION = UUID.randomUUID();

    private final LargeRequests requests = new LargeRequests();
    private final List<Cancellable> underWay = new ArrayList<>();

    @Test
    void shouldHold16MiBOfAnOrganizationUntilTheyEnd() {
        begin(ORGANIZATION, 16);

        assertThatThrownBy(() -> send(ORGANIZATION, MIB))
                .isInstanceOf(UnsendableException.class)
                .hasMessage("Too many large requests are under way; please try again shortly");
        assertThat(send(ORGANIZATION, 64 * 1024)).isEqualTo(1);
        assertThat(send(UUID.randomUUID(), MIB)).isEqualTo(1);

        underWay.remove(0).cancel();
        assertThat(send(ORGANIZATION, MIB)).isEqualTo(1);
        assertThat(send(ORGANIZATION, MIB)).isEqualTo(1);
    }

    @Test
    void shouldHold48MiBOfAll() {
        for (int i = 0; i < 3; i++) {
            begin(UUID.randomUUID(), 16);
        }

        assertThatThrownBy(() -> send(UUID.randomUUID(), MIB)).isInstanceOf(UnsendableException.class);
        assertThat(send(UUID.randomUUID(), 1_000)).isEqualTo(1);
    }

    @Test
    void shouldForgetRequestsThatFail() {
        for (int i = 0; i < 20; i++) {
            assertThatThrownBy(() -> requests.held(
                                    ORGANIZATION,
                                    request(MIB),
                                    () -> Uni.createFrom().failure(new IllegalStateException()))
                            .await()
                            .indefinitely())
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    private void begin(UUID organization, int count) {
        for (int i = 0; i < count; i++) {
            underWay.add(requests.held(
                            organization, request(MIB), () -> Uni.createFrom().nothing())
                    .subscribe()
                    .with(answer -> {}));
        }
    }

    private Integer send(UUID organization, int size) {
        return requests.held(organization, request(size), () -> Uni.createFrom().item(1))
                .await()
                .indefinitely();
    }

    private static WebhookRequest request(int size) {
        return new WebhookRequest("POST", URI.create("https://example.com/"), Map.of(), new byte[size]);
    }
}
