package org.customactions.directory.platform;

import java.time.Duration;
import org.customactions.api.ApiException;
import org.customactions.api.ErrorType;

/** Why the platform gave no contact. */
final class PlatformFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    private final Kind kind;

    /** What happened, in the word that metrics have for it. */
    enum Kind {
        /** The platform knows no such contact. */
        NOT_FOUND,
        /** The platform does not tell the caller. */
        FORBIDDEN,
        /** No whole answer came in time. */
        TIMEOUT,
        /** No answer came: no connection, or one that broke. */
        UNREACHABLE,
        /** A status that says neither. */
        STATUS,
        /** Something that is no contact. */
        WRONG_ANSWER,
        /** More than any answer may have. */
        TOO_LARGE,
        /** It was not asked, because it has not been answering. */
        CIRCUIT_OPEN,
        /** It was not asked, because the organization asks too much at once. */
        BUSY;

        /** Whether this is the platform's word, whatever was kept of the contact. */
        boolean isFinal() {
            return this == NOT_FOUND || this == FORBIDDEN;
        }
    }

    /** @param sentence what happened, for the log: it goes on after a colon and holds nothing of an answer */
    PlatformFault(Kind kind, String sentence) {
        super(sentence, null, false, false);
        this.kind = kind;
    }

    Kind kind() {
        return kind;
    }

    /** Whether asking again later may help the platform more than asking now. */
    boolean isDown() {
        return kind == Kind.TIMEOUT || kind == Kind.UNREACHABLE || kind == Kind.STATUS;
    }

    /** As the caller sees it. */
    ApiException answer() {
        return switch (kind) {
            case NOT_FOUND -> ApiException.notFound("Contact");
            case FORBIDDEN ->
                ApiException.of(ErrorType.FORBIDDEN, "The chat platform does not let you see this contact");
            case BUSY ->
                ApiException.passing(
                        ErrorType.TOO_MANY_REQUESTS,
                        "Your organization asks for too many contacts at once; please try again shortly",
                        RETRY_AFTER);
            default ->
                ApiException.passing(
                        ErrorType.UNAVAILABLE,
                        "The chat platform cannot be asked for the contact at the moment; please try again shortly",
                        RETRY_AFTER);
        };
    }
}
