package org.customactions.support;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

/**
 * Calls a static method of a class in the copy that the system class loader holds, so that what it keeps exists once
 * per JVM. Quarkus loads test classes again for every test profile, each time with statics of their own, and closes
 * those class loaders while the JVM still runs.
 */
final class JvmWide {
    private JvmWide() {}

    /** Invokes {@code type.method()}, which must be static, without parameters, and return a type of the JDK. */
    static <T> T call(Class<?> type, String method, Class<T> result) {
        ClassLoader previous = Thread.currentThread().getContextClassLoader();
        try {
            Class<?> shared = shared(type);
            Thread.currentThread().setContextClassLoader(shared.getClassLoader());
            Method target = shared.getDeclaredMethod(method);
            target.setAccessible(true);
            return result.cast(target.invoke(null));
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(type.getSimpleName() + "." + method + " failed", e.getCause());
        } catch (NoSuchMethodException | IllegalAccessException e) {
            throw new IllegalStateException(type.getSimpleName() + "." + method + " cannot be called", e);
        } finally {
            Thread.currentThread().setContextClassLoader(previous);
        }
    }

    private static Class<?> shared(Class<?> type) {
        try {
            return Class.forName(type.getName(), true, ClassLoader.getSystemClassLoader());
        } catch (ClassNotFoundException e) {
            // Continuous testing in dev mode: the system class loader knows no test classes.
            return type;
        }
    }
}
