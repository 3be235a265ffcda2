package org.customactions.support;

import groovy.lang.Binding;
import groovy.lang.DelegatingMetaClass;
import groovy.lang.GroovyClassLoader;
import groovy.lang.GroovyShell;
import groovy.lang.GroovySystem;
import groovy.lang.MetaClass;
import groovy.lang.Script;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.codehaus.groovy.runtime.InvokerHelper;

/**
 * REST Assured has Groovy compile the path of every assertion anew, a quarter of the processor time of all tests. This
 * keeps what Groovy made of a path for the next time.
 */
final class CompiledPaths extends DelegatingMetaClass {

    private static final Map<String, Class<? extends Script>> COMPILED = new ConcurrentHashMap<>();

    private CompiledPaths(MetaClass shells) {
        super(shells);
    }

    /** For the class loader of the caller, each of which has a Groovy of its own. */
    static synchronized void keep() {
        var registry = GroovySystem.getMetaClassRegistry();
        var shells = registry.getMetaClass(GroovyShell.class);
        if (!(shells instanceof CompiledPaths)) {
            registry.setMetaClass(GroovyShell.class, new CompiledPaths(shells));
        }
    }

    @Override
    public Object invokeMethod(Object object, String method, Object[] arguments) {
        return object instanceof GroovyShell shell
                        && method.equals("evaluate")
                        && arguments.length == 1
                        && arguments[0] instanceof CharSequence path
                ? evaluate(path.toString(), shell.getContext())
                : super.invokeMethod(object, method, arguments);
    }

    private static Object evaluate(String path, Binding binding) {
        var script = COMPILED.computeIfAbsent(path, CompiledPaths::compile);
        return InvokerHelper.createScript(script, binding).run();
    }

    @SuppressWarnings("unchecked")
    private static Class<? extends Script> compile(String path) {
        return new GroovyClassLoader(GroovyShell.class.getClassLoader()).parseClass(path);
    }
}
