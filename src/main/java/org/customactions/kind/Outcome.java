package org.customactions.kind;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How an execution ended, in words of a small fixed set: for metrics and logs.
 *
 * @param code {@code success}, or what kept the action from it, such as {@code timeout}
 * @param httpStatus status that an upstream answered with
 * @param detail what an operator needs to know beyond the code, such as why an address was denied
 */
public record Outcome(String code, OptionalInt httpStatus, Optional<String> detail) {

    public static final Outcome SUCCESS = of("success");

    /** The action's own configuration or the contact's data does not allow it. */
    public static final Outcome INVALID = of("invalid");

    /** The service itself failed; another line of the log says why. */
    public static final Outcome ERROR = of("error");

    /** A secret of the action cannot be decrypted; another line of the log says which, and why. */
    public static final Outcome SECRET_UNREADABLE = of("secret_unreadable");

    /** The caller hung up. */
    public static final Outcome ABANDONED = of("abandoned");

    public static Outcome of(String code) {
        return new Outcome(code, OptionalInt.empty(), Optional.empty());
    }

    /** An upstream answered with this status. */
    public static Outcome answered(String code, int httpStatus) {
        return new Outcome(code, OptionalInt.of(httpStatus), Optional.empty());
    }

    /** The outcome that an enum's constant names. */
    public static Outcome of(Enum<?> cause, Optional<? extends Enum<?>> detail) {
        return new Outcome(lower(cause), OptionalInt.empty(), detail.map(Outcome::lower));
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
