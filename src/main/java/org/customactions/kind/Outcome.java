package org.customactions.kind;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How an execution ended, in a small fixed set of words for metrics and logs.
 *
 * @param code {@code success}, or the cause of the failure, such as {@code timeout}
 * @param httpStatus status that an upstream answered with
 * @param detail more for an operator, such as why an address was denied
 */
public record Outcome(String code, OptionalInt httpStatus, Optional<String> detail) {

    public static final Outcome SUCCESS = of("success");

    /** The action's own configuration or the contact's data does not allow it. */
    public static final Outcome INVALID = of("invalid");

    /** The service itself failed; another log line says why. */
    public static final Outcome ERROR = of("error");

    /** A secret of the action cannot be decrypted; another log line says which, and why. */
    public static final Outcome SECRET_UNREADABLE = of("secret_unreadable");

    /** The action uses a secret of the organization that is not there any more. */
    public static final Outcome SECRET_MISSING = of("secret_missing");

    /** Too much is under way or waits. */
    public static final Outcome OVERLOADED = of("overloaded");

    /** The caller hung up. */
    public static final Outcome ABANDONED = of("abandoned");

    /** The click was answered, and the rest is done in the background. */
    public static final Outcome ACCEPTED = of("accepted");

    public static Outcome of(String code) {
        return new Outcome(code, OptionalInt.empty(), Optional.empty());
    }

    /** An upstream answered with this status. */
    public static Outcome answered(String code, int httpStatus) {
        return new Outcome(code, OptionalInt.of(httpStatus), Optional.empty());
    }

    /** The outcome named by an enum's constant. */
    public static Outcome of(Enum<?> cause, Optional<? extends Enum<?>> detail) {
        return new Outcome(lower(cause), OptionalInt.empty(), detail.map(Outcome::lower));
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
