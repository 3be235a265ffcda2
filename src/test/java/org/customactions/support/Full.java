package org.customactions.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/**
 * Takes long, or measures how long things take: runs with {@code ./mvnw verify -Pfull}, with {@code -Dnative}, and if
 * the test is named. Without it, a test must hold on a machine that is four times slower.
 */
@Tag("full")
@Inherited
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface Full {}
