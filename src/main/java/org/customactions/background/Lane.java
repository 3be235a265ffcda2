package org.customactions.background;

import java.util.Comparator;
import java.util.UUID;
import org.customactions.crypto.Sha256;

/**
 * Where the executions of one organization for one upstream wait behind each other. An organization has a fixed number
 * of lanes, so that nobody makes more of them than can be looked at.
 */
record Lane(UUID organizationId, short upstream) {

    private static final int LANES = 64;
    private static final int HEX = 16;

    /** Before every other. */
    static final Lane FIRST = new Lane(new UUID(0, 0), (short) -1);

    /** As the database has it: UUIDs byte by byte. */
    static final Comparator<Lane> ORDER =
            Comparator.comparing((Lane lane) -> lane.organizationId.toString()).thenComparing(Lane::upstream);

    /** The lane of an upstream. */
    static Lane of(UUID organizationId, String upstream) {
        return new Lane(organizationId, (short)
                (Integer.parseInt(Sha256.hex(upstream).substring(0, 4), HEX) % LANES));
    }

    /** Behind all lanes of the organization. */
    Lane last() {
        return new Lane(organizationId, Short.MAX_VALUE);
    }
}
