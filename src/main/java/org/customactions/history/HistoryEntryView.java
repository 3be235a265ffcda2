package org.customactions.history;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.customactions.kind.ActionType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An execution as managers read it. Every field is always present; null if it has no value.
 *
 * @param success whether the action did its job; false while that is unknown
 * @param message the sentence the agent saw
 * @param httpStatus status of the upstream's answer
 * @param durationMs how long the action took, in the background its last attempt; null until it has ended
 */
@Schema(name = "HistoryEntry")
record HistoryEntryView(
        @Schema(required = true) UUID id,
        @Schema(required = true) UUID actionId,
        @Schema(required = true) ActionType actionType,

        @Schema(required = true, description = "A UUID, or as the chat platform writes it if contacts are asked of it")
        String contactId,

        @Schema(required = true) String userId,
        @Schema(required = true) boolean success,
        @Schema(required = true) String message,

        @Schema(required = true, nullable = true, description = "Null if no upstream answered")
        Integer httpStatus,

        @Schema(required = true, nullable = true, description = "Null until the end of the execution is known")
        Long durationMs,

        @Schema(
                required = true,
                nullable = true,
                description =
                        "How it stands in the background: pending, succeeded or failed; null for what was done at once")
        String state,

        @Schema(
                required = true,
                nullable = true,
                description = "How often it was tried in the background; null for what was done at once")
        Integer attempts,

        @Schema(required = true) Instant createdAt) {

    private static final String RUNNING = "The action is still running";
    private static final String UNKNOWN = "The outcome is unknown: the service ended while the action was running";

    static HistoryEntryView of(HistoryEntry entry) {
        return new HistoryEntryView(
                entry.id,
                entry.actionId,
                entry.actionType,
                Optional.ofNullable(entry.contactText).orElseGet(entry.contactId::toString),
                entry.userId,
                Optional.ofNullable(entry.success).orElse(false),
                Optional.ofNullable(entry.message).orElse(entry.isLeased ? RUNNING : UNKNOWN),
                entry.httpStatus,
                entry.durationMillis,
                state(entry),
                entry.attempts,
                entry.createdAt);
    }

    private static String state(HistoryEntry entry) {
        if (entry.attempts == null) {
            return null;
        }
        return entry.success == null ? "pending" : entry.success ? "succeeded" : "failed";
    }
}
