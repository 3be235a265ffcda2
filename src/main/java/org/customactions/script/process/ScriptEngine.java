package org.customactions.script.process;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.EnvironmentAccess;
import org.graalvm.polyglot.HostAccess;
import org.graalvm.polyglot.PolyglotAccess;
import org.graalvm.polyglot.ResourceLimits;
import org.graalvm.polyglot.SandboxPolicy;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.io.IOAccess;

/** The JavaScript engine, which all runs share. Each run gets a context of its own. */
final class ScriptEngine {

    static final String LANGUAGE = "js";

    /** Each unit of a string takes up to two bytes. */
    private static final int BYTES_PER_UNIT = 2;

    private static final long MAX_UNITS = 1 << 30;

    /** Neither members of host objects, nor host collections that change with a guest's. */
    private static final HostAccess NO_HOST =
            HostAccess.newBuilder(HostAccess.NONE).allowMutableTargetMappings().build();

    private final Engine engine;
    private final Source prelude = Prelude.source();
    private final ResourceLimits limits;

    ScriptEngine(ProcessLimits processLimits) {
        // Those of the engine are read once, those of a context for each of them.
        this.engine = Engine.newBuilder(LANGUAGE)
                .allowExperimentalOptions(true)
                .options(options(Long.toString(Math.min(MAX_UNITS, processLimits.maxMemory() / BYTES_PER_UNIT))))
                .option("engine.WarnInterpreterOnly", "false")
                .out(OutputStream.nullOutputStream())
                .err(OutputStream.nullOutputStream())
                .in(InputStream.nullInputStream())
                .build();
        this.limits = ResourceLimits.newBuilder()
                .statementLimit(processLimits.maxSteps(), null)
                .build();
    }

    String runtime() {
        return engine.getImplementationName();
    }

    /** Opens a new context: nothing in it outlives it, and it cannot reach anything of the host. */
    Guest open() {
        return open(Place.DEFAULT);
    }

    /** Opens a context as {@link #open()} does, in another place. */
    Guest open(Place place) {
        // Not the engine's, or one that is given here would not count.
        var context = confined(Context.newBuilder(LANGUAGE))
                .engine(engine)
                .allowExperimentalOptions(true)
                .option("js.timezone", place.timeZone())
                .option("js.locale", place.locale())
                .resourceLimits(limits)
                .build();
        return new Guest(context, context.eval(prelude), place);
    }

    /**
     * Lets the engine check that contexts may do nothing that its policy for constrained code forbids. It cannot check
     * the contexts that run scripts, since that policy also forbids the options that take parts of the language away.
     *
     * @throws IllegalArgumentException naming what they may do
     */
    static void checkConfinement() {
        check(confined(Context.newBuilder(LANGUAGE)));
    }

    static void check(Context.Builder confined) {
        confined.sandbox(SandboxPolicy.CONSTRAINED)
                .option("engine.WarnInterpreterOnly", "false")
                .out(OutputStream.nullOutputStream())
                .err(OutputStream.nullOutputStream())
                .in(InputStream.nullInputStream())
                .build()
                .close();
    }

    static Context.Builder confined(Context.Builder context) {
        return context.allowHostAccess(NO_HOST)
                .allowPolyglotAccess(PolyglotAccess.NONE)
                .allowIO(IOAccess.NONE)
                .allowEnvironmentAccess(EnvironmentAccess.NONE)
                .allowCreateThread(false)
                .allowCreateProcess(false)
                .allowNativeAccess(false)
                .allowHostClassLoading(false)
                .allowValueSharing(false);
    }

    /** Switches off parts of the language, and refuses at once sizes that could never fit in memory. */
    private static Map<String, String> options(String maxUnits) {
        Map<String, String> options = new LinkedHashMap<>();
        for (String absent : new String[] {
            "atomics",
            "console",
            "global-arguments",
            "load",
            "polyglot-builtin",
            "print",
            "shadow-realm",
            "shared-array-buffer",
            "shell",
            "stack-trace-api",
            "webassembly",
            "worker"
        }) {
            options.put("js." + absent, "false");
        }
        options.put("js.text-encoding", "true");
        options.put("js.performance", "true");
        // The prelude takes the handler and what it is set with.
        options.put("js.unhandled-rejections", "handler");
        options.put("js.string-length-limit", maxUnits);
        options.put("js.max-typed-array-length", maxUnits);
        // These caches belong to the engine: a script could fill them with its largest strings.
        options.put("js.function-constructor-cache-size", "0");
        options.put("js.regex-cache-size", "0");
        return options;
    }
}
