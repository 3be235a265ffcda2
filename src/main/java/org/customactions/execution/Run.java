package org.customactions.execution;

import java.time.Duration;
import java.util.UUID;
import org.customactions.kind.ActionType;

/** An execution that has begun, with its starting time. */
final class Run {

    private final Click click;
    private final ActionType type;
    private final long started = System.nanoTime();

    Run(Click click, ActionType type) {
        this.click = click;
        this.type = type;
    }

    UUID executionId() {
        return click.executionId();
    }

    Click click() {
        return click;
    }

    ActionType type() {
        return type;
    }

    /** How long it has been running. */
    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - started);
    }
}
