package org.customactions.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.customactions.api.ApiException;
import org.customactions.api.FieldError;
import org.customactions.api.QueryParameters;
import org.customactions.api.StorableJson;
import org.customactions.api.TimeCursor;
import org.customactions.directory.ContactSource;
import org.customactions.log.RecordedText;

/**
 * Which executions somebody wants to see.
 *
 * @param actionId those of this action
 * @param success whether they did what they are for
 * @param outcome code of what happened
 * @param state how they stand in the background
 * @param userId who clicked
 * @param contactId whom they were for, as rows name the contact
 * @param from those since then
 * @param to those before then
 */
record HistoryFilter(
        Optional<UUID> actionId,
        Optional<Boolean> success,
        Optional<String> outcome,
        Optional<String> state,
        Optional<String> userId,
        Optional<UUID> contactId,
        Optional<Instant> from,
        Optional<Instant> to) {

    private static final int MAX_OUTCOME = 100;

    private static final Map<String, String> STATES = Map.of(
            "pending", "attempts is not null and success is null",
            "succeeded", "attempts is not null and success",
            "failed", "attempts is not null and not success");

    /** The query parameters; fails with 400 and every complaint. */
    static HistoryFilter of(HistoryParameters given, Optional<UUID> actionId, ContactSource contacts) {
        var errors = new ArrayList<FieldError>();
        var contact = Optional.ofNullable(given.contactId).flatMap(text -> {
            var id = contacts.id(text);
            if (id.isEmpty()) {
                errors.add(new FieldError("contact_id", "Contact id must be " + contacts.formOfIds()));
            }
            return id;
        });
        var filter = new HistoryFilter(
                actionId,
                flag(given.success, errors),
                text("outcome", given.outcome, MAX_OUTCOME, errors),
                state(given.state, errors),
                text("user_id", given.userId, Integer.MAX_VALUE, errors).map(RecordedText::of),
                contact.map(id -> id.uuid()),
                time("from", given.from, errors),
                time("to", given.to, errors));
        if (!errors.isEmpty()) {
            throw ApiException.invalid(errors);
        }
        return filter;
    }

    /** What the index of the list finds: conditions of a statement on {@code e}. */
    String condition() {
        var parts = new ArrayList<>(List.of("e.organization_id = :organization"));
        actionId.ifPresent(id -> parts.add("e.action_id = :action"));
        contactId.ifPresent(id -> parts.add("e.contact_id = :contact"));
        userId.ifPresent(id -> parts.add("e.user_id = :user"));
        from.ifPresent(time -> parts.add("e.created_at >= :from"));
        to.ifPresent(time -> parts.add("e.created_at < :to"));
        return String.join(" and ", parts);
    }

    /** Whether there is more to look at in each row than the index knows. */
    boolean isSifting() {
        return success.isPresent() || outcome.isPresent() || state.isPresent();
    }

    /** What is looked at in each row. The version before stored no outcome. */
    String sieve() {
        var parts = new ArrayList<>(List.of("true"));
        success.ifPresent(flag -> parts.add("coalesce(success, false) = :success"));
        outcome.ifPresent(code -> parts.add("coalesce(outcome, case when success then 'success' end) = :outcome"));
        state.map(STATES::get).ifPresent(parts::add);
        return String.join(" and ", parts);
    }

    /** The values for both. */
    Map<String, Object> parameters() {
        var values = new LinkedHashMap<String, Object>();
        actionId.ifPresent(id -> values.put("action", id));
        contactId.ifPresent(id -> values.put("contact", id));
        userId.ifPresent(id -> values.put("user", id));
        from.ifPresent(time -> values.put("from", time));
        to.ifPresent(time -> values.put("to", time));
        success.ifPresent(flag -> values.put("success", flag));
        outcome.ifPresent(code -> values.put("outcome", code));
        return values;
    }

    private static Optional<Boolean> flag(String text, List<FieldError> errors) {
        try {
            return QueryParameters.flag("success", text);
        } catch (ApiException e) {
            errors.addAll(e.errors());
            return Optional.empty();
        }
    }

    private static Optional<String> state(String text, List<FieldError> errors) {
        if (text != null && !STATES.containsKey(text)) {
            errors.add(new FieldError("state", "State must be pending, succeeded or failed"));
        }
        return Optional.ofNullable(text);
    }

    private static Optional<String> text(String name, String text, int most, List<FieldError> errors) {
        if (text == null) {
            return Optional.empty();
        }
        if (text.length() > most || !StorableJson.isStorable(text)) {
            errors.add(new FieldError(name, "%s must be a printable text, and not too long".formatted(label(name))));
            return Optional.empty();
        }
        return Optional.of(text);
    }

    private static String label(String name) {
        return name.equals("outcome") ? "Outcome" : "User id";
    }

    private static Optional<Instant> time(String name, String text, List<FieldError> errors) {
        if (text == null) {
            return Optional.empty();
        }
        var time = TimeCursor.time(text);
        if (time.isEmpty()) {
            errors.add(new FieldError(
                    name,
                    "%s must be a time such as 2024-01-01T00:00:00Z".formatted(name.equals("from") ? "From" : "To")));
        }
        return time;
    }
}
