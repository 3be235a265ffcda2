package org.customactions.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.customactions.api.ApiException;
import org.customactions.identity.Caller;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScopedKeyTest {

    private static final UUID ORGANIZATION = UUID.randomUUID();
    private static final UUID ACTION = UUID.randomUUID();
    private static final UUID EXECUTION = UUID.randomUUID();
    private static final byte[] ANSWER = "{\"message\":\"Ada\"}".getBytes(StandardCharsets.UTF_8);

    @Test
    void shouldOpenWhatTheSameKeySealed() {
        var sealed = key("user", "key").seal(EXECUTION, ANSWER);

        assertThat(key("user", "key").open(EXECUTION, sealed)).isEqualTo(ANSWER);
    }

    @Test
    void shouldSealTheSameDifferentlyEachTime() {
        var key = key("user", "key");

        assertThat(key.seal(EXECUTION, ANSWER)).isNotEqualTo(key.seal(EXECUTION, ANSWER));
    }

    @Test
    void shouldNotOpenWhatAnotherSealed() {
        var sealed = key("user", "key").seal(EXECUTION, ANSWER);

        assertThatThrownBy(() -> key("user", "other").open(EXECUTION, sealed))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> key("other", "key").open(EXECUTION, sealed)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> key("user", "key").open(UUID.randomUUID(), sealed))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void shouldNotOpenWhatWasChanged() {
        var sealed = key("user", "key").seal(EXECUTION, ANSWER);
        sealed[sealed.length - 1] ^= 1;

        assertThatThrownBy(() -> key("user", "key").open(EXECUTION, sealed))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageNotContaining("Ada");
    }

    /** Also where users and keys could be read as one another. */
    @Test
    void shouldScopeAKeyToItsUser() {
        assertThat(List.of(
                        key("user", "key").hash(),
                        key("user", "kez").hash(),
                        key("usea", "key").hash(),
                        key("user/5", "key").hash(),
                        key("user", "5/key").hash(),
                        new IdempotencyKey("key")
                                .of(caller("user"), UUID.randomUUID())
                                .hash()))
                .doesNotHaveDuplicates();
    }

    @Test
    void shouldNotShowTheKey() {
        assertThat(key("user", "s3cret").toString()).doesNotContain("s3cret");
        assertThat(new IdempotencyKey("s3cret").toString()).doesNotContain("s3cret");
    }

    @Test
    void shouldTakeAKeyOfTheFullLength() {
        assertThat(IdempotencyKey.of(List.of("k".repeat(255)))).isPresent();
        assertThat(IdempotencyKey.of(List.of())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void shouldRefuseAnEmptyKey(String text) {
        assertThatThrownBy(() -> IdempotencyKey.of(List.of(text)))
                .isInstanceOf(ApiException.class)
                .hasMessage("Idempotency-Key must be 1 to 255 characters");
    }

    private static ScopedKey key(String user, String text) {
        return new IdempotencyKey(text).of(caller(user), ACTION);
    }

    private static Caller caller(String user) {
        return Caller.of(ORGANIZATION, user);
    }
}
