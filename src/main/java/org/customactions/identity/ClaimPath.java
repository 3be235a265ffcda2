package org.customactions.identity;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * The way to a claim.
 *
 * @param text as it is configured, such as {@code realm_access/roles}
 * @param names the claim's name, after those of the objects around it
 */
public record ClaimPath(String text, List<String> names) {

    public ClaimPath {
        names = List.copyOf(names);
    }

    /** The claim; a missing node if there is none. */
    JsonNode in(JsonNode claims) {
        var found = claims;
        for (var name : names) {
            found = found.path(name);
        }
        return found;
    }
}
