package org.customactions.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.customactions.support.Planted;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretKeysTest {

    private static final String SECRET = Planted.text("Bearer ü 🦄");
    private static final String FIRST = Planted.encryptionKey(1);
    private static final String SECOND = Planted.encryptionKey(2);
    private static final UUID ORGANIZATION = new UUID(1, 2);
    private static final UUID ACTION = new UUID(3, 4);
    private static final SecretPlace PLACE = SecretPlace.ofAction(ORGANIZATION, ACTION, "headers.authorization");

    private final SecretKeys keys = keys(FIRST);

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "Bearer ü 🦄", "********", "{\"key_id\":\"0\"}"})
    void shouldReadWhatItEncrypted(String secret) throws UnreadableSecretException {
        var stored = keys.encrypt(PLACE, secret);

        assertThat(keys.decrypt(PLACE, stored)).isEqualTo(secret);
    }

    @Test
    void shouldStoreTheKeyIdAndTheCiphertextOnly() {
        var stored = keys.encrypt(PLACE, SECRET);

        assertThat(stored.isObject()).isTrue();
        assertThat(stored.path("key_id").asText()).isEqualTo(keys.currentId().orElseThrow());
        var bytes = Base64.getDecoder().decode(stored.path("encrypted").asText());
        assertThat(bytes).hasSize(12 + SECRET.getBytes().length + 16);
        assertThat(stored).hasSize(2);
    }

    @Test
    void shouldEncryptTheSameSecretToAnotherValueEachTime() {
        var values = new HashSet<JsonNode>();

        for (int i = 0; i < 1_000; i++) {
            values.add(keys.encrypt(PLACE, SECRET));
        }

        assertThat(values).hasSize(1_000);
    }

    static Stream<SecretPlace> otherPlaces() {
        return Stream.of(
                SecretPlace.ofAction(new UUID(1, 3), ACTION, PLACE.name()),
                SecretPlace.ofAction(ORGANIZATION, new UUID(3, 5), PLACE.name()),
                SecretPlace.ofAction(ACTION, ORGANIZATION, PLACE.name()),
                SecretPlace.ofAction(ORGANIZATION, ACTION, "headers.x"),
                SecretPlace.ofAction(ORGANIZATION, ACTION, "signing_secret"),
                SecretPlace.ofOrganization(ORGANIZATION, PLACE.name()),
                SecretPlace.ofOrganization(ACTION, PLACE.name()));
    }

    @ParameterizedTest
    @MethodSource("otherPlaces")
    void shouldNotReadAValueInAnotherPlace(SecretPlace other) {
        var stored = keys.encrypt(PLACE, SECRET);

        assertThatThrownBy(() -> keys.decrypt(other, stored))
                .isInstanceOf(UnreadableSecretException.class)
                .hasMessageContaining(
                        other.ownerId().orElse(other.organizationId()).toString())
                .hasMessageContaining("it was changed or copied from elsewhere")
                .hasMessageContaining(keys.currentId().orElseThrow() + " (custom-actions.secrets.key)");
    }

    @Test
    void shouldNotReadAValueOfWhichAnyBitWasChanged() {
        var stored = keys.encrypt(PLACE, "key");
        var bytes = Base64.getDecoder().decode(stored.path("encrypted").asText());

        for (int bit = 0; bit < bytes.length * Byte.SIZE; bit++) {
            var changed = bytes.clone();
            changed[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
            assertThatThrownBy(() -> keys.decrypt(PLACE, value(keys.ids(), changed)))
                    .isInstanceOf(UnreadableSecretException.class);
        }
    }

    @Test
    void shouldNotReadWhatIsTooShort() {
        for (int length = 0; length < 28; length++) {
            var bytes = new byte[length];
            assertThatThrownBy(() -> keys.decrypt(PLACE, value(keys.ids(), bytes)))
                    .isInstanceOf(UnreadableSecretException.class);
        }
    }

    static Stream<JsonNode> otherShapes() {
        var json = JsonNodeFactory.instance;
        var id = keys(FIRST).ids();
        return Stream.of(
                json.objectNode(),
                json.objectNode().put("key_id", id),
                json.objectNode().put("encrypted", "AAAA"),
                json.objectNode().put("key_id", id).put("encrypted", "not base64"),
                json.objectNode().put("key_id", "../../" + id).put("encrypted", "AAAA"),
                json.objectNode().put("key_id", id).put("encrypted", "AAAA").put("more", 1));
    }

    @ParameterizedTest
    @MethodSource("otherShapes")
    void shouldNotReadAnObjectOfAnotherShape(JsonNode stored) {
        assertThatThrownBy(() -> keys.decrypt(PLACE, stored))
                .isInstanceOf(UnreadableSecretException.class)
                .hasMessageEndingWith("it is neither text nor an encrypted value");
    }

    @Test
    void shouldReadWithAnOlderKeyAndWriteWithTheCurrent() throws UnreadableSecretException {
        var old = keys.encrypt(PLACE, SECRET);
        var rotated = keys(SECOND, FIRST);

        assertThat(rotated.decrypt(PLACE, old)).isEqualTo(SECRET);
        assertThat(rotated.isCurrent(old)).isFalse();
        assertThat(rotated.isCurrent(rotated.encrypt(PLACE, SECRET))).isTrue();
        assertThat(keys(SECOND).decrypt(PLACE, rotated.encrypt(PLACE, SECRET))).isEqualTo(SECRET);
    }

    @Test
    void shouldNameTheKeyThatIsMissing() {
        var old = keys.encrypt(PLACE, SECRET);

        assertThatThrownBy(() -> keys(SECOND).decrypt(PLACE, old))
                .isInstanceOf(UnreadableSecretException.class)
                .hasMessage(
                        "The secret headers.authorization of the action %s cannot be read: it was encrypted with the key %s,"
                                        .formatted(ACTION, keys.ids())
                                + " which is neither custom-actions.secrets.key nor one of"
                                + " custom-actions.secrets.previous-keys");
        assertThatThrownBy(() -> keys(null).decrypt(PLACE, old))
                .isInstanceOf(UnreadableSecretException.class)
                .hasMessageEndingWith(
                        "with the key %s, and custom-actions.secrets.key is not set".formatted(keys.ids()));
    }

    @Test
    void shouldStoreNewSecretsPlainWithoutAKeyAndDecryptNoStoredOnes() {
        var none = keys(null, FIRST);

        assertThat(none.encrypt(PLACE, SECRET)).isEqualTo(TextNode.valueOf(SECRET));
        assertThat(none.isCurrent(keys.encrypt(PLACE, SECRET))).isTrue();
        assertThat(keys.isCurrent(TextNode.valueOf(SECRET))).isFalse();
    }

    @Test
    void shouldTellKeysApartByTheirIds() {
        assertThat(keys.ids()).matches("[0-9a-f]{16}").isEqualTo(keys(FIRST).ids());
        assertThat(keys(SECOND).ids()).isNotEqualTo(keys.ids());
        assertThat(keys(FIRST, SECOND, FIRST).ids())
                .isEqualTo(keys.ids() + "," + keys(SECOND).ids());
    }

    /** Made with another implementation of HMAC: {@code openssl mac -digest SHA256 -macopt hexkey:0001…1f HMAC}. */
    @Test
    void shouldDeriveTheIdAsDocumented() {
        var bytes = new byte[32];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) i;
        }

        assertThat(keys(Base64.getEncoder().encodeToString(bytes)).ids()).isEqualTo("1b9394fab43428f0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Pl4ntSecret7", "not base64 Pl4ntSecret7!", "UGw0bnRTZWNyZXQ3UGw0bnRTZWNyZXQ3UGw0bnRTZQ=="})
    void shouldRefuseAMalformedKeyWithoutRepeatingIt(String key) {
        assertThatThrownBy(() -> keys(key))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(
                        "custom-actions.secrets.key must be 32 bytes in base64, as \"openssl rand -base64 32\" makes"
                                + " them");
        assertThatThrownBy(() -> keys(FIRST, SECOND, key))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(
                        "custom-actions.secrets.previous-keys must each be 32 bytes in base64, as \"openssl rand -base64"
                                + " 32\" makes them; number 2 is not");
    }

    @Test
    void shouldTakeAKeyWithTheLineBreakThatAFileEndsWith() {
        assertThat(keys(FIRST + "\n").ids()).isEqualTo(keys.ids());
    }

    @Test
    void shouldKeepKeysAndSecretsOutOfTexts() {
        var stored = keys.encrypt(PLACE, SECRET);

        assertThat(Stream.of(
                        keys,
                        EncryptionKey.parse(FIRST).orElseThrow(),
                        EncryptedValue.of(stored).orElseThrow(),
                        PLACE))
                .map(Object::toString)
                .noneMatch(text -> text.contains(Planted.text("")))
                .noneMatch(text -> text.contains(FIRST.substring(0, 20)))
                .noneMatch(text -> text.contains("@"));
    }

    private static ObjectNode value(String keyId, byte[] bytes) {
        return new EncryptedValue(keyId, bytes).toJson();
    }

    private static SecretKeys keys(String current, String... previous) {
        return new SecretKeys(new SecretsConfiguration() {
            @Override
            public Optional<String> key() {
                return Optional.ofNullable(current);
            }

            @Override
            public Optional<String> keyFile() {
                return Optional.empty();
            }

            @Override
            public boolean writeOnly() {
                return false;
            }

            @Override
            public Optional<List<String>> previousKeys() {
                return Optional.of(List.of(previous));
            }

            @Override
            public Optional<String> previousKeysFile() {
                return Optional.empty();
            }
        });
    }
}
