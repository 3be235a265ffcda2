package org.customactions.support;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Holds the COMMITs that pass a {@link DatabaseProxy}, or the answers to them. A client sends one once it has the
 * answers to all before it, so it begins a piece of what is read.
 */
final class Commits {
    private static final String COMMAND = "COMMIT\0";

    private final Gate commands = new Gate();
    private final Gate answers = new Gate();
    private final AtomicInteger held = new AtomicInteger();
    private volatile boolean holdsCommands;
    private volatile boolean holdsAnswers;

    void holdCommands() {
        holdsCommands = true;
        commands.shut();
    }

    void holdAnswers() {
        holdsAnswers = true;
    }

    /** How many are held, or would be answered. */
    int held() {
        return held.get();
    }

    void release() {
        holdsCommands = false;
        holdsAnswers = false;
        held.set(0);
        commands.open();
        answers.open();
    }

    /** Returns once the bytes may go on to the database. */
    void passToDatabase(byte[] bytes, int length) throws InterruptedException {
        if (!new String(bytes, 0, length, StandardCharsets.ISO_8859_1).contains(COMMAND)) {
            return;
        }
        if (holdsCommands) {
            held.incrementAndGet();
            commands.pass();
        } else if (holdsAnswers) {
            answers.shut();
            held.incrementAndGet();
        }
    }

    /** Returns once an answer may go on to its client. */
    void passToClient() throws InterruptedException {
        answers.pass();
    }
}
