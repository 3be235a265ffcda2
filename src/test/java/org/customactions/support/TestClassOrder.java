package org.customactions.support;

import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.ClassOrdererContext;

/**
 * By name, as Quarkus orders classes of one kind unless it is told otherwise, but for those that carry an
 * {@code @Order}.
 */
public final class TestClassOrder implements ClassOrderer {

    @Override
    public void orderClasses(ClassOrdererContext context) {
        new ClassName().orderClasses(context);
        new OrderAnnotation().orderClasses(context);
    }
}
