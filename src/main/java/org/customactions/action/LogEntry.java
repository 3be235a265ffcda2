package org.customactions.action;

import org.customactions.api.TimeCursor;

/** A row of an {@link ActionLog}. */
public interface LogEntry {

    /** The place right after it. */
    TimeCursor cursor();
}
