package org.customactions.kind;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Optional;
import org.customactions.api.JsonFields;
import org.customactions.text.Mask;

/** Masks values that only managers may read. */
public final class SecretMask {

    /** Others read this instead of the value. If it is sent back, the stored value stays. */
    public static final String MASK = Mask.TEXT;

    public static final TextNode MASKED = TextNode.valueOf(MASK);

    private SecretMask() {}

    /**
     * The value to store; the mask itself if it stands for a stored value that cannot be decrypted.
     *
     * @param sent what the client sent
     * @param stored the stored value that the mask stands for, decrypted if possible, or null
     * @param fields get a complaint if the mask stands for nothing
     * @param name of the field
     */
    public static Optional<String> unmasked(String sent, JsonNode stored, JsonFields fields, String name) {
        if (!sent.equals(MASK)) {
            return Optional.of(sent);
        }
        if (stored == null || !(stored.isTextual() || stored.isObject())) {
            fields.complain(name, "%s has no stored value to keep; send its value".formatted(name));
            return Optional.empty();
        }
        return Optional.of(stored.isTextual() ? stored.textValue() : MASK);
    }
}
