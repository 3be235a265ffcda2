package org.customactions.action;

import jakarta.ws.rs.core.EntityTag;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.customactions.api.Paging;
import org.customactions.crypto.Sha256;
import org.customactions.database.Listing;
import org.customactions.kind.PlainData;
import org.customactions.template.Variables;

/**
 * Makes the entity tag of a list. It changes with each row and its place, with the page and with the caller's view of
 * secrets.
 */
final class ListTag {

    private static final int TAG_DIGITS = 32;

    private ListTag() {}

    /** @param contact what the questions are filled in with, if the list is for a contact */
    static EntityTag of(
            Listing<ActionEntry> listing, Optional<Paging> paging, Optional<Variables> contact, String view) {
        var seen = new StringBuilder().append(listing.total()).append(paging).append(view);
        contact.ifPresent(variables -> seen.append(PlainData.toJson(variables)));
        listing.rows()
                .forEach(action ->
                        seen.append(action.id).append(action.updatedAt).append(action.displayOrder));
        return new EntityTag(Sha256.hex(seen.toString()).substring(0, TAG_DIGITS));
    }

    /**
     * Whether a request's {@code If-None-Match} names the tag. Its weak form counts too (RFC 9110, section 13.1.2),
     * because proxies that compress an answer make its tag weak.
     */
    static boolean isNamedIn(List<String> ifNoneMatch, EntityTag tag) {
        return ifNoneMatch.stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(String::strip)
                .map(named -> named.startsWith("W/") ? named.substring(2) : named)
                .anyMatch(named -> named.equals("*") || named.equals("\"" + tag.getValue() + "\""));
    }
}
