package org.customactions.action;

import jakarta.ws.rs.core.EntityTag;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.customactions.api.Paging;
import org.customactions.database.Listing;

/** The entity tag of a list: it changes with each row, with the page and with what the caller may see of them. */
final class ListTag {

    private static final int TAG_BYTES = 16;

    private ListTag() {}

    static EntityTag of(Listing<CustomAction> listing, Optional<Paging> paging, boolean manager) {
        var seen = new StringBuilder().append(listing.total()).append(paging).append(manager);
        listing.rows().forEach(action -> seen.append(action.id).append(action.updatedAt));
        var hash = sha256().digest(seen.toString().getBytes(StandardCharsets.UTF_8));
        return new EntityTag(HexFormat.of().formatHex(hash, 0, TAG_BYTES));
    }

    /**
     * Whether the values of a request's {@code If-None-Match} name the tag. A weak form of it counts too (RFC 9110,
     * section 13.1.2), for proxies that compress an answer make its tag weak.
     */
    static boolean isNamedIn(List<String> ifNoneMatch, EntityTag tag) {
        return ifNoneMatch.stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(String::strip)
                .map(named -> named.startsWith("W/") ? named.substring(2) : named)
                .anyMatch(named -> named.equals("*") || named.equals("\"" + tag.getValue() + "\""));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
