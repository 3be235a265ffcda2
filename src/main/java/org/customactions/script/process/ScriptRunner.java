package org.customactions.script.process;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import org.customactions.script.process.ScriptReply.Kind;
import org.graalvm.polyglot.PolyglotException;

/** Runs scripts one after the other, each in its own context. The context is made in advance, while nobody waits. */
final class ScriptRunner {

    private static final String WARM_UP = """
            const { name = 'you' } = context.contact ?? {};
            console.log(`hello ${name}`, [1, 2].map((n) => n * 2), { at: new Date(0) });
            const url = new URL('https://crm.example.com/?name=' + name);
            url.searchParams.set('id', crypto.randomUUID() + btoa(name));
            return await Promise.resolve({ toast: { message: name.replace(/o/g, '0') } });
            """;

    private final ScriptEngine engine;
    private final ScriptPrograms programs = new ScriptPrograms();
    private final Deadline deadline;
    private final Leftovers leftovers = new Leftovers();
    private final HostWork work;
    private final SecureRandom random = new SecureRandom();
    private Guest next;

    ScriptRunner(ProcessLimits limits, DataOutputStream replies) {
        this.engine = new ScriptEngine(limits);
        this.deadline = new Deadline(limits.timeout());
        this.work = new HostWork(line -> log(line, replies), random);
    }

    /** The engine's name for the runtime that executes scripts. */
    String runtime() {
        return engine.runtime();
    }

    /** Runs a script, because the first run takes much longer than later ones. */
    void warmUp(int runs) {
        for (int run = 0; run < runs; run++) {
            try (var guest = engine.open()) {
                guest.run(programs.of(WARM_UP, guest), "{}", new HostWork(line -> {}, random), pause -> false);
            }
        }
        leftovers.measureBase();
        prepare();
    }

    /** Makes the context of the next script. */
    void prepare() {
        next = engine.open();
    }

    ScriptReply answer(ScriptRequest request) {
        leftovers.begin();
        ScriptReply reply;
        try (var guest = guestFor(request);
                var running = deadline.start(guest)) {
            reply = answer(request, guest, running);
            reply = running.hasPassed() ? ScriptReply.of(Kind.TIMED_OUT) : reply;
        }
        return leftovers.remain() ? reply.asLast() : reply;
    }

    /** The context that is ready, or a new one if that believes to be elsewhere. */
    private Guest guestFor(ScriptRequest request) {
        if (next.place().equals(request.place())) {
            return next;
        }
        try {
            var elsewhere = engine.open(request.place());
            next.close();
            return elsewhere;
        } catch (IllegalArgumentException e) {
            // The engine does not know the place.
            return next;
        }
    }

    private static void log(String line, DataOutputStream replies) {
        try {
            ScriptReply.of(Kind.LOG, line).write(replies);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ScriptReply answer(ScriptRequest request, Guest guest, Deadline.Running running) {
        try {
            var program = programs.of(request.code(), guest);
            if (request.kind() == ScriptRequest.Kind.CHECK) {
                return program.error().orElse(ScriptReply.of(Kind.VALID));
            }
            return program.error()
                    .map(error -> ScriptReply.at(Kind.FAILED, error.text(), error.line(), error.column()))
                    .orElseGet(() -> guest.run(program, request.context(), work, running::pause));
        } catch (PolyglotException e) {
            return ended(e);
        } catch (StackOverflowError e) {
            return ScriptReply.of(Kind.STACK_OVERFLOW);
        }
    }

    /** The engine's limits can be told apart only by the cancellation or by the message. */
    private static ScriptReply ended(PolyglotException e) {
        if (e.isResourceExhausted()) {
            if (e.isCancelled()) {
                return ScriptReply.of(Kind.TOO_MANY_STEPS);
            }
            return ScriptReply.of(e.getMessage().contains("Stack") ? Kind.STACK_OVERFLOW : Kind.OUT_OF_MEMORY);
        }
        if (e.isGuestException()) {
            return ScriptReply.of(Kind.FAILED, String.valueOf(e.getMessage()));
        }
        return ScriptReply.of(Kind.BROKEN);
    }
}
