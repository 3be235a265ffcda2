package org.customactions.idempotency;

import java.util.UUID;

/** How much of the answers to calls with a key is kept for each organization. */
public interface AnswerRoom {

    /** Most bytes of one answer; what is longer is not kept. */
    int MAX_BYTES = 64 * 1024;

    /** Whether there is room for so many bytes more; counts them if so. */
    boolean take(UUID organizationId, long bytes);
}
