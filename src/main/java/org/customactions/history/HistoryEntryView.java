package org.customactions.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.customactions.kind.ActionType;
import org.customactions.kind.ActionTypeColumn;
import org.customactions.kind.Outcome;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An execution as managers read it. Fields are null if they have no value; the next attempt and the exchange are left
 * out then.
 *
 * @param actionName the action's name at the time
 * @param userName the user's name at the time
 * @param success whether the action did its job; false while that is unknown
 * @param message the sentence the agent saw
 * @param outcome code of what happened
 * @param httpStatus status of the upstream's answer
 * @param durationMs how long the action took, in the background its last attempt; null until it has ended
 * @param trial whether a manager tried it out
 * @param state how it stands in the background; null for what was done at once
 * @param attempts how often it was tried in the background; null for what was done at once
 * @param nextAttemptAt left out unless it waits for another attempt
 * @param exchange what was sent and answered, where one is asked for and kept
 */
@Schema(name = "HistoryEntry")
record HistoryEntryView(
        @Schema(required = true) UUID id,

        @Schema(required = true, nullable = true, description = "Null if what was tried was not saved")
        UUID actionId,

        @Schema(required = true, nullable = true) String actionName,
        @Schema(required = true) ActionType actionType,

        @Schema(required = true, description = "A UUID, or as the chat platform writes it if contacts are asked of it")
        String contactId,

        @Schema(required = true) String userId,

        @Schema(required = true, nullable = true, description = "Null if neither the token nor the directory has one")
        String userName,

        @Schema(required = true) boolean success,
        @Schema(required = true) String message,

        @Schema(
                required = true,
                nullable = true,
                description = "Code of what happened, as docs/operations.md lists them; null until that is known")
        String outcome,

        @Schema(required = true, nullable = true, description = "Null if no upstream answered")
        Integer httpStatus,

        @Schema(required = true, nullable = true, description = "Null until the end of the execution is known")
        Long durationMs,

        @Schema(required = true, description = "Whether a manager tried it out")
        boolean trial,

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

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(description = "Left out unless it waits for another attempt in the background")
        Instant nextAttemptAt,

        @Schema(required = true) Instant createdAt,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(ref = "Exchange")
        JsonNode exchange) {

    private static final String RUNNING = "The action is still running";
    private static final String UNKNOWN = "The outcome is unknown: the service ended while the action was running";
    private static final ActionTypeColumn TYPE = new ActionTypeColumn();

    static HistoryEntryView of(Tuple row) {
        var success = Optional.ofNullable(row.get("success", Boolean.class)).orElse(false);
        return new HistoryEntryView(
                row.get("id", UUID.class),
                row.get("action_id", UUID.class),
                row.get("action_name", String.class),
                TYPE.convertToEntityAttribute(row.get("action_type", String.class)),
                Optional.ofNullable(row.get("contact_text", String.class))
                        .orElseGet(() -> row.get("contact_id", UUID.class).toString()),
                row.get("user_id", String.class),
                row.get("user_name", String.class),
                success,
                Optional.ofNullable(row.get("message", String.class))
                        .orElse(row.get("is_leased", Boolean.class) ? RUNNING : UNKNOWN),
                Optional.ofNullable(row.get("outcome", String.class)).orElse(success ? Outcome.SUCCESS.code() : null),
                row.get("http_status", Integer.class),
                row.get("duration_ms", Long.class),
                row.get("trial", Boolean.class),
                state(row),
                row.get("attempts", Integer.class),
                Optional.ofNullable(row.get("next_attempt_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant)
                        .orElse(null),
                row.get("created_at", OffsetDateTime.class).toInstant(),
                null);
    }

    HistoryEntryView with(Optional<JsonNode> kept) {
        return new HistoryEntryView(
                id,
                actionId,
                actionName,
                actionType,
                contactId,
                userId,
                userName,
                success,
                message,
                outcome,
                httpStatus,
                durationMs,
                trial,
                state,
                attempts,
                nextAttemptAt,
                createdAt,
                kept.orElse(null));
    }

    /** Without contents, which are customer data. */
    @Override
    public String toString() {
        return "HistoryEntryView[%s]".formatted(id);
    }

    private static String state(Tuple row) {
        var success = row.get("success", Boolean.class);
        if (row.get("attempts") == null) {
            return null;
        }
        return success == null ? "pending" : success ? "succeeded" : "failed";
    }
}
