package org.customactions.script;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.OptionalInt;

/** How a script ended. Its logs and its result may hold customers' data, so {@code toString} shows neither. */
public sealed interface ScriptOutcome {

    /** The lines that the script wrote to {@code console}: at most 100 lines of 1,000 characters. */
    List<String> logs();

    /**
     * The script ran to its end.
     *
     * @param result the returned value as JSON of at most 1 MiB; a missing node if JSON cannot express it
     *     ({@code undefined}, a function, a symbol)
     */
    record Completed(JsonNode result, List<String> logs) implements ScriptOutcome {
        public Completed {
            logs = List.copyOf(logs);
        }

        @Override
        public String toString() {
            return "Completed[" + logs.size() + " log lines]";
        }
    }

    /**
     * The script threw, could not be parsed, or returned something that cannot become JSON.
     *
     * @param message the error's own message, at most 1,000 characters
     * @param line the line of the code as written, counted from 1, if it is known
     */
    record Failed(String message, OptionalInt line, List<String> logs) implements ScriptOutcome {
        public Failed {
            logs = List.copyOf(logs);
        }

        @Override
        public String toString() {
            return "Failed[line=" + (line.isPresent() ? line.getAsInt() : "unknown") + "]";
        }
    }

    /**
     * The script did not begin, because the sandbox was busy or could not be used.
     *
     * @param reason to be read after "JavaScript stopped: "
     * @param ofOwn whether scripts of the same organization were in its way
     */
    record NotRun(String reason, boolean ofOwn) implements ScriptOutcome {

        @Override
        public List<String> logs() {
            return List.of();
        }
    }

    /**
     * The script was ended from outside because it hit a limit.
     *
     * @param reason the limit, to be read after "JavaScript stopped: ", such as {@code it ran longer than 1 s}
     */
    record Stopped(String reason, List<String> logs) implements ScriptOutcome {
        public Stopped {
            logs = List.copyOf(logs);
        }

        @Override
        public String toString() {
            return "Stopped[" + reason + "]";
        }
    }
}
