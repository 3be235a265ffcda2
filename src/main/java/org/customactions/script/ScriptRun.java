package org.customactions.script;

import java.time.Duration;

/**
 * A run of a script.
 *
 * @param took from its first statement to its result, without the wait for a process; zero if it did not end by itself
 */
public record ScriptRun(ScriptOutcome outcome, Duration took) {}
