package org.customactions.script;

import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Creates the engine and runs a script once, since the first of both takes a second or more. */
record WarmUp(ScriptConfiguration configuration, CompletableFuture<ScriptEngine> engine) implements Runnable {

    private static final Logger LOG = Logger.getLogger(WarmUp.class);
    private static final String CODE = """
            const { name = 'you' } = context.contact ?? {};
            console.log(`hello ${name}`, [1, 2].map((n) => n * 2), { at: new Date(0) });
            return await Promise.resolve({ toast: { message: name.replace(/o/g, '0') } });
            """;

    @Override
    public void run() {
        long start = System.nanoTime();
        try {
            ScriptEngine created = new ScriptEngine(configuration);
            try (Guest guest = created.open()) {
                guest.check(CODE);
                guest.run(ScriptSource.of(CODE), "{}", new ArrayList<>());
            }
            engine.complete(created);
            LOG.debugf(
                    "The JavaScript engine was ready after %d ms",
                    TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
        } catch (RuntimeException | LinkageError e) {
            LOG.error("The JavaScript engine could not be started; javascript actions will fail", e);
            engine.completeExceptionally(e);
        }
    }
}
