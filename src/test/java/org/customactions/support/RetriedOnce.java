package org.customactions.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.opentest4j.TestAbortedException;

/**
 * The test measures what else happens on the machine, too: with {@link Pace#isMeasured()}, it may fail once, and a line
 * says so. What prepares a test is not done again. Comes before {@code @QuarkusTest}, which calls the test itself.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(RetriedOnce.Retry.class)
public @interface RetriedOnce {

    /** Calls the test a second time. */
    final class Retry implements InvocationInterceptor {

        @Override
        public void interceptTestMethod(
                Invocation<Void> invocation, ReflectiveInvocationContext<Method> test, ExtensionContext context)
                throws Throwable {
            try {
                invocation.proceed();
            } catch (TestAbortedException e) {
                throw e;
            } catch (AssertionError | Exception e) {
                if (!Pace.isMeasured()) {
                    throw e;
                }
                System.out.printf(
                        "Retried: %s of %s, as it failed: %s%n",
                        context.getDisplayName(), test.getTargetClass().getSimpleName(), e);
                again(test);
            }
        }

        @Override
        public void interceptTestTemplateMethod(
                Invocation<Void> invocation, ReflectiveInvocationContext<Method> test, ExtensionContext context)
                throws Throwable {
            interceptTestMethod(invocation, test, context);
        }

        private static void again(ReflectiveInvocationContext<Method> test) throws Throwable {
            try {
                test.getExecutable().setAccessible(true);
                test.getExecutable()
                        .invoke(
                                test.getTarget().orElseThrow(),
                                test.getArguments().toArray());
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }
    }
}
