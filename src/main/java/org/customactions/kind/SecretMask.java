package org.customactions.kind;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Optional;
import org.customactions.api.JsonFields;

/** How values are handled that only managers may read. */
public final class SecretMask {

    /** What the others read in place of the value, and what keeps the stored value when it is sent back. */
    public static final String MASK = "********";

    public static final TextNode MASKED = TextNode.valueOf(MASK);

    private SecretMask() {}

    /**
     * The value to store; the mask itself where it stands for a stored value that cannot be decrypted.
     *
     * @param sent what the client sent
     * @param stored what is stored now, decrypted if it can be, or null; what the mask stands for
     * @param fields where a complaint goes when the mask stands for nothing
     * @param name of the field in them
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
