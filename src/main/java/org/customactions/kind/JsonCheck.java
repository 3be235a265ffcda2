package org.customactions.kind;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Optional;
import org.customactions.api.JsonSetup;

/**
 * Whether a text is JSON, with what is said where it is not.
 *
 * @param empty where there is nothing
 * @param invalid where it is no JSON, with places for line and column
 * @param outOfRange where a number is too large or too small
 */
public record JsonCheck(String empty, String invalid, String outOfRange) {

    private static final JsonMapper JSON = JsonSetup.lenient();

    /** What is wrong with the text, if anything is. */
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
