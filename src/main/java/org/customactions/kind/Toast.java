package org.customactions.kind;

import com.fasterxml.jackson.annotation.JsonValue;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A short notice for the agent.
 *
 * @param message plain text
 * @param type how it looks
 */
@RegisterForReflection
public record Toast(
        @Schema(required = true) String message,
        @Schema(required = true) Type type) {

    /** How a toast looks. */
    @Schema(name = "ToastType")
    public enum Type {
        SUCCESS,
        ERROR,
        INFO,
        WARNING;

        /** The name that clients read and scripts write. */
        @JsonValue
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The type of that name, if there is one. */
        public static Optional<Type> ofWireName(String name) {
            return Arrays.stream(values())
                    .filter(type -> type.wireName().equals(name))
                    .findFirst();
        }
    }
}
