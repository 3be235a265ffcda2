package org.customactions.script.process;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.List;

/**
 * The process that runs scripts, one at a time. Its heap limits a script's memory, and killing it stops a script that
 * nothing inside can stop. It has no environment, no arguments but the limits, and nothing of the service in its
 * memory. It reads requests from standard input, replies on standard output, and ends when its input ends.
 */
public final class ScriptProcess {

    /** First argument of the service's own executable that makes it this process. */
    public static final String ARGUMENT = "script-process";

    /** Exit code of a Java process that ends because its heap is full. */
    public static final int HEAP_FULL = 3;

    /** System property with the name of what confines this process. */
    private static final String CONFINEMENT = "custom-actions.confinement";

    /**
     * System property that says how often the script that warms up is run, once if it is not there. Only the training
     * of an ahead-of-time cache gives it.
     */
    private static final String TRAINING_RUNS = "custom-actions.training-runs";

    private static final long STACK_BYTES = 8L << 20;
    private static final int BROKEN = 70;

    private final ProcessLimits limits;
    private final DataInputStream requests = new DataInputStream(new BufferedInputStream(System.in));
    private final DataOutputStream replies =
            new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)));

    private ScriptProcess(ProcessLimits limits) {
        this.limits = limits;
    }

    public static void main(String... arguments) {
        var own = List.of(arguments);
        var process = new ScriptProcess(ProcessLimits.ofArguments(own.subList(own.size() - 3, own.size())));
        // Other output must not get between the replies.
        System.setOut(new PrintStream(OutputStream.nullOutputStream()));
        new Thread(null, process::serve, "script", STACK_BYTES).start();
    }

    private void serve() {
        try {
            ScriptEngine.checkConfinement();
            var scripts = new ScriptRunner(limits, replies);
            scripts.warmUp(Integer.getInteger(TRAINING_RUNS, 1));
            new Readiness(scripts.runtime(), System.getProperty(CONFINEMENT, "nothing"))
                    .toReply()
                    .write(replies);
            var reply = answerNext(scripts);
            while (!reply.isLast()) {
                // Nobody waits now.
                scripts.prepare();
                reply = answerNext(scripts);
            }
        } catch (EOFException e) {
            // The service has ended or does not need this process any more.
        } catch (OutOfMemoryError e) {
            Runtime.getRuntime().halt(HEAP_FULL);
        } catch (IOException | RuntimeException | Error e) {
            e.printStackTrace();
            Runtime.getRuntime().halt(BROKEN);
        }
        Runtime.getRuntime().halt(0);
    }

    private ScriptReply answerNext(ScriptRunner scripts) throws IOException {
        var reply = scripts.answer(ScriptRequest.read(requests));
        reply.write(replies);
        return reply;
    }
}
