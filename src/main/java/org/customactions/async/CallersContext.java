package org.customactions.async;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.concurrent.Executor;

/** Goes on where somebody waits, whoever's thread brings what they wait for. */
public final class CallersContext {

    private CallersContext() {}

    /** Runs tasks on the current context, one after the other; at once where there is none. */
    public static Executor here() {
        var context = Vertx.currentContext();
        return context == null ? Runnable::run : task -> context.runOnContext(turn -> task.run());
    }

    /** Runs an action on a context: now if it is the current one, or if there is none. */
    public static void run(Context context, Runnable action) {
        if (context == null || context == Vertx.currentContext()) {
            action.run();
        } else {
            context.runOnContext(turn -> action.run());
        }
    }
}
