package org.customactions.deployment;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a cluster may be given: the overlays of kustomize, and the Helm chart with several values. */
enum Rendering {
    DEVELOPMENT(() -> Rendered.overlay("development")),
    PRODUCTION_NATIVE(() -> Rendered.overlay("production-native")),
    PRODUCTION_JVM(() -> Rendered.overlay("production-jvm")),
    CHART_DEVELOPMENT(() -> Chart.rendered("development", "custom-actions", "custom-actions-development")),
    CHART_NATIVE(() -> Chart.rendered("production-native", "custom-actions", "custom-actions")),
    CHART_JVM(() -> Chart.rendered("production-jvm", "custom-actions", "custom-actions")),
    CHART_OF_ANOTHER_NAME(() -> Chart.rendered("production-native", "chat", "chat")),
    CHART_MANAGED_DATABASE(() -> Chart.rendered("managed-database", "custom-actions", "custom-actions"));

    /** Each of them. */
    @ParameterizedTest
    @EnumSource
    @Retention(RetentionPolicy.RUNTIME)
    @interface Each {}

    /** Each but those for development. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.MATCH_NONE, names = ".*DEVELOPMENT")
    @Retention(RetentionPolicy.RUNTIME)
    @interface EachOfProduction {}

    /** Each with the namespaces, the routes and the monitoring that {@code deployment/kubernetes/production} has. */
    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.MATCH_NONE,
            names = {".*DEVELOPMENT", ".*MANAGED_DATABASE"})
    @Retention(RetentionPolicy.RUNTIME)
    @interface EachOfUsualProduction {}

    /** Each whose namespaces are the usual ones. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CHART_MANAGED_DATABASE")
    @Retention(RetentionPolicy.RUNTIME)
    @interface EachOfUsualNamespaces {}

    /** Each for development. */
    @ParameterizedTest
    @EnumSource(names = {"DEVELOPMENT", "CHART_DEVELOPMENT"})
    @Retention(RetentionPolicy.RUNTIME)
    @interface EachOfDevelopment {}

    /** Each by Helm. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.MATCH_ALL, names = "CHART.*")
    @Retention(RetentionPolicy.RUNTIME)
    @interface EachChart {}

    private final Supplier<Rendered> rendered;

    Rendering(Supplier<Rendered> rendered) {
        this.rendered = rendered;
    }

    /** Skips the test, with the reason, on a machine that lacks what renders it. */
    Rendered rendered() {
        return rendered.get();
    }

    boolean isChart() {
        return name().startsWith("CHART");
    }

    boolean isNative() {
        return this != DEVELOPMENT && this != CHART_DEVELOPMENT && this != PRODUCTION_JVM && this != CHART_JVM;
    }
}
