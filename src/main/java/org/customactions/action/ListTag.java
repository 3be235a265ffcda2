package org.customactions.action;

import jakarta.ws.rs.core.EntityTag;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
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

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
