package org.customactions.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The test drives a {@link Chromium}; where the machine has none, it is skipped, and a line says so. */
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(BrowserTest.Condition.class)
public @interface BrowserTest {

    /** Whether there is a browser to drive. */
    final class Condition implements ExecutionCondition {

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            var missing = Chromium.missing();
            if (missing.isEmpty()) {
                return ConditionEvaluationResult.enabled("There is a browser");
            }
            if (context.getTestMethod().isEmpty()) {
                System.out.printf("Skipped: %s, as %s%n", context.getDisplayName(), missing.get());
            }
            return ConditionEvaluationResult.disabled(missing.get());
        }
    }
}
