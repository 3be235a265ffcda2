package org.customactions.startup;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** A file that holds the value of a setting, such as a Secret that Kubernetes mounts. */
final class SettingFile {

    private static final int MOST_BYTES = 64 * 1024;

    private SettingFile() {}

    /**
     * The content without the line break at its end, if it has one.
     *
     * @param setting what names the file, for the sentence
     * @throws ConfigurationException if there is no such text
     */
    static String read(String setting, String file) {
        var text = text(setting, file);
        var content = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
        var value = content.endsWith("\r") && content.length() < text.length()
                ? content.substring(0, content.length() - 1)
                : content;
        if (value.isEmpty()) {
            throw refusal(setting, "is empty", file);
        }
        return value;
    }

    private static String text(String setting, String file) {
        try (var stream = Files.newInputStream(Path.of(file))) {
            var bytes = stream.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw refusal(setting, "is longer than 64 KiB", file);
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw refusal(setting, "is not text in UTF-8", file);
        } catch (IOException | InvalidPathException e) {
            throw refusal(setting, "cannot be read", file);
        }
    }

    private static ConfigurationException refusal(String setting, String fault, String file) {
        return new ConfigurationException("%s names a file that %s: %s".formatted(setting, fault, file));
    }
}
