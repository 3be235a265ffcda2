package org.customactions.history;

import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How an organization's actions were used, for what the history still has of it. Trials do not count.
 *
 * @param actions those that were executed, the busiest first
 */
@Schema(name = "Stats")
record Stats(@Schema(required = true) List<OfAction> actions) {

    static final int MAX_DAYS = 90;

    /** Four buckets are an octave: a bucket holds times that differ by less than a fifth. */
    private static final double BUCKETS_OF_OCTAVE = 4;

    /**
     * @param p50Ms half of the executions took no longer, give or take a tenth
     * @param p95Ms 95 of 100 executions took no longer, give or take a tenth
     * @param daily the days with executions, in UTC, the oldest first
     */
    @Schema(name = "ActionStats")
    record OfAction(
            @Schema(required = true) UUID actionId,
            @Schema(required = true) long executions,
            @Schema(required = true) long failures,

            @Schema(required = true, description = "Half of the executions took no longer, give or take a tenth")
            long p50Ms,

            @Schema(required = true, description = "95 of 100 executions took no longer, give or take a tenth")
            long p95Ms,

            @Schema(required = true) Instant lastExecutedAt,

            @Schema(required = true, description = "The days in UTC with executions, the oldest first")
            List<OfDay> daily) {

        private static OfAction of(UUID actionId, List<Tuple> rows) {
            var daily = rows.stream()
                    .filter(row -> row.get("day") != null)
                    .map(row -> new OfDay(
                            LocalDate.parse(row.get("day", String.class)),
                            count(row, "executions"),
                            count(row, "failures")))
                    .sorted(Comparator.comparing(OfDay::date))
                    .toList();
            var buckets = rows.stream()
                    .filter(row -> row.get("day") == null)
                    .sorted(Comparator.comparing(row -> count(row, "bucket")))
                    .toList();
            var executions = daily.stream().mapToLong(OfDay::executions).sum();
            return new OfAction(
                    actionId,
                    executions,
                    daily.stream().mapToLong(OfDay::failures).sum(),
                    percentile(buckets, executions, 0.5),
                    percentile(buckets, executions, 0.95),
                    rows.stream()
                            .map(row -> row.get("last_at", OffsetDateTime.class).toInstant())
                            .max(Comparator.naturalOrder())
                            .orElseThrow(),
                    daily);
        }
    }

    /** A day of an action. */
    @Schema(name = "DailyStats")
    record OfDay(
            @Schema(required = true) LocalDate date,
            @Schema(required = true) long executions,
            @Schema(required = true) long failures) {}

    /** From {@link TallyRows#sums}. */
    static Stats of(List<Tuple> sums) {
        var byAction = new LinkedHashMap<UUID, List<Tuple>>();
        sums.forEach(row -> byAction.computeIfAbsent(row.get("action_id", UUID.class), id -> new ArrayList<>())
                .add(row));
        return new Stats(byAction.entrySet().stream()
                .map(entry -> OfAction.of(entry.getKey(), entry.getValue()))
                .filter(action -> action.executions() > 0)
                .sorted(Comparator.comparingLong(OfAction::executions)
                        .reversed()
                        .thenComparing(OfAction::actionId))
                .toList());
    }

    private static long percentile(List<Tuple> buckets, long executions, double part) {
        var rank = Math.ceil(executions * part);
        var seen = 0L;
        for (var bucket : buckets) {
            seen += count(bucket, "executions");
            if (seen >= rank) {
                return Math.round(Math.pow(2, (count(bucket, "bucket") + 0.5) / BUCKETS_OF_OCTAVE));
            }
        }
        return 0;
    }

    private static long count(Tuple row, String column) {
        return ((Number) row.get(column)).longValue();
    }
}
