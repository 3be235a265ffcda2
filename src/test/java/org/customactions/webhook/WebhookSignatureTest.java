package org.customactions.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookSignatureTest {

    private static final String KEY = "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    @Test
    void shouldGiveTheKnownAnswer() {
        var secret = SigningSecret.parse("whsec_" + KEY).orElseThrow();
        var body = "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8);
        var at = Instant.ofEpochSecond(1614265330, 999_999_999);

        var headers = WebhookSignature.headers(secret, "msg_p5jXN8AQM9LWM0D4loKWxJek", at, body);

        assertThat(headers)
                .isEqualTo(Map.of(
                        "webhook-id", "msg_p5jXN8AQM9LWM0D4loKWxJek",
                        "webhook-timestamp", "1614265330",
                        "webhook-signature", "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="));
    }

    @ParameterizedTest
    @ValueSource(ints = {24, 64})
    void shouldTakeAKeyOf24To64Bytes(int bytes) {
        assertThat(SigningSecret.parse(secretOf(bytes))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 23, 65})
    void shouldRefuseAKeyOfAnotherLength(int bytes) {
        assertThat(SigningSecret.parse(secretOf(bytes))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", KEY, "whsec_", "WHSEC_" + KEY, "whsec-" + KEY, "whsec_" + KEY + "!", "whsec_ " + KEY})
    void shouldRefuseWhatIsNoSecret(String text) {
        assertThat(SigningSecret.parse(text)).isEmpty();
    }

    @Test
    void shouldNotShowTheSecretInItsText() {
        assertThat(SigningSecret.parse("whsec_" + KEY).orElseThrow().toString()).isEqualTo("SigningSecret");
    }

    private static String secretOf(int bytes) {
        return "whsec_" + Base64.getEncoder().encodeToString(new byte[bytes]);
    }
}
