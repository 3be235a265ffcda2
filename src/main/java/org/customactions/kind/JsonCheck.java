package org.customactions.kind;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Optional;
import org.customactions.api.JsonSetup;

/**
 * Checks whether a text is JSON, with the sentences to say if it is not.
 *
 * @param empty if there is nothing
 * @param invalid if it is not JSON, with places for line and column
 * @param outOfRange if a number is too large or too small
 */
public record JsonCheck(String empty, String invalid, String outOfRange) {

    private static final JsonMapper JSON = JsonSetup.lenient();

    /** The problem with the text; empty if it is JSON. */
    public Optional<String> complaint(String text) {
        try {
            return JSON.readTree(text).isMissingNode() ? Optional.of(empty) : Optional.empty();
        } catch (JsonProcessingException e) {
            return Optional.of(invalid.formatted(
                    e.getLocation().getLineNr(), e.getLocation().getColumnNr()));
        } catch (NumberFormatException e) {
            return Optional.of(outOfRange);
        }
    }
}
