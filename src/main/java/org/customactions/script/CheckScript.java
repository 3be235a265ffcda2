package org.customactions.script;

import java.util.List;
import java.util.Optional;

/** Parses a script; a limit met on the way is the code's fault. */
record CheckScript(ScriptPrograms programs, String code) implements Job.Work<Optional<ScriptSyntaxError>> {

    @Override
    public Optional<ScriptSyntaxError> in(Guest guest, List<String> logs) {
        return Optional.ofNullable(programs.of(code, guest).error());
    }

    @Override
    public Optional<ScriptSyntaxError> stopped(String reason, List<String> logs) {
        return unchecked("The code could not be checked: " + reason);
    }

    @Override
    public Optional<ScriptSyntaxError> broken(Throwable cause, List<String> logs) {
        return unchecked("The code could not be checked");
    }

    private static Optional<ScriptSyntaxError> unchecked(String message) {
        return Optional.of(new ScriptSyntaxError(message, 1, 1));
    }
}
