package org.customactions.script;

import java.time.Duration;
import org.customactions.api.ApiException;
import org.customactions.api.ErrorType;

/** Tells a manager that the sandbox has no place for a script, or no process, whatever the script is like. */
public final class SandboxBusy {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    private SandboxBusy() {}

    /**
     * 503, or 429 if scripts of the caller's own organization are in the way.
     *
     * @param what could not be done
     * @param reason one of {@link StopReasons}, or another that says what became of the script
     */
    public static ApiException of(String what, String reason, boolean ofOwn) {
        return ofOwn
                ? ApiException.passing(
                        ErrorType.TOO_MANY_REQUESTS,
                        "%s, because too many scripts of your organization are under way; please try again shortly"
                                .formatted(what),
                        RETRY_AFTER)
                : ApiException.passing(
                        ErrorType.UNAVAILABLE, "%s: %s; please try again shortly".formatted(what, reason), RETRY_AFTER);
    }
}
