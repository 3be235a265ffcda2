package org.customactions.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The search for leaks finds them. */
class LeaksTest {

    private static final String TOKEN = "klZpME-NIFeM0Mq4PxK_UulxSVLs4cMp6eMhKTV061M";

    @TempDir
    private Path directory;

    private final Leaks leaks = new Leaks(List.of(TOKEN));

    static Stream<String> leaked() {
        return Stream.of(
                "Authorization: Bearer " + Planted.text("header"),
                Planted.unique(),
                Planted.SIGNING_SECRET,
                HexFormat.of().formatHex(Base64.getDecoder().decode(Planted.SIGNING_SECRET.substring(6))),
                Planted.encryptionKey(7),
                HexFormat.of().withUpperCase().formatHex(Base64.getDecoder().decode(Planted.encryptionKey(7))),
                base64("user:" + Planted.text("")),
                base64("users:" + Planted.text("")),
                base64("a user:" + Planted.text("password")),
                SigningKeys.SECRET,
                TestDatabase.createDatabase().password(),
                Tokens.manager(UUID.randomUUID()).sign(),
                "GET /api/custom-actions/redirect/" + TOKEN,
                "{\"token\":\"" + TOKEN + "\"}");
    }

    @ParameterizedTest
    @MethodSource("leaked")
    void shouldFindASecretInALine(String secret) throws IOException {
        Files.writeString(directory.resolve("a.log"), "first\nWARN " + secret + " was used\nlast\n");

        var found = leaks.in(directory);

        assertThat(found).singleElement().asString().startsWith("a.log:2: WARN ");
    }

    @Test
    void shouldFindASecretInAFileThatIsNoText() throws IOException {
        var bytes = ("\n\u00ff" + Planted.text("")).getBytes(StandardCharsets.ISO_8859_1);
        Files.write(directory.resolve("b.log"), bytes);

        assertThat(leaks.in(directory)).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("harmless")
    void shouldFindNothingElse(String line) throws IOException {
        Files.writeString(directory.resolve("a.log"), line);

        assertThat(leaks.in(directory)).isEmpty();
    }

    static Stream<String> harmless() {
        return Stream.of(
                "",
                "execution_id=" + UUID.randomUUID(),
                "GET /api/custom-actions/redirect/{token}",
                "a".repeat(43),
                "traceparent 00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
                "\"Authorization\":\"********\"");
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
