package org.customactions.web;

import io.quarkiverse.web.bundler.runtime.Bundle;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.customactions.api.ApiException;
import org.customactions.database.Database;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * The versions of the module of the buttons that can be served: this replica's own, and those that other replicas have
 * stored. A page that names one by its hash would have no buttons if it met a replica of another version.
 */
@ApplicationScoped
class ModuleVersions {

    private static final Logger LOG = Logger.getLogger(ModuleVersions.class);
    private static final Duration FIRST_RETRY = Duration.ofSeconds(2);
    private static final Duration LAST_RETRY = Duration.ofMinutes(1);

    /** However many ask for versions that do not exist, the database is asked only so often. */
    private static final Duration READ_AGAIN_AFTER = Duration.ofSeconds(5);

    private final Database database;
    private final boolean serves;
    private final Uni<ModuleVersion> own;
    private final Uni<Map<String, ModuleVersion>> stored;

    ModuleVersions(
            Database database,
            Bundle bundle,
            @ConfigProperty(name = "quarkus.http.host-enabled", defaultValue = "true") boolean serves) {
        this.database = database;
        this.serves = serves;
        this.own = isChanging()
                ? Uni.createFrom().failure(() -> ApiException.notFound("Version"))
                : elsewhere(() -> ModuleVersion.of(Asset.read(bundle.script("custom-actions"))))
                        .memoize()
                        .indefinitely();
        this.stored = Uni.createFrom().deferred(this::read).memoize().atLeast(READ_AGAIN_AFTER);
    }

    /** Stores this version as soon as the database can be used, and tells what pages may write. */
    void keep(@Observes StartupEvent event) {
        if (isChanging() || !serves) {
            return;
        }
        own.invoke(version -> LOG.infof(
                        "Pages can name the buttons' module of this version: /embed/%s/custom-actions.js integrity=\"%s\"",
                        version.name(), version.integrity()))
                .chain(version -> database.apart(() -> StoredModule.keep(version))
                        .onFailure()
                        .retry()
                        .withBackOff(FIRST_RETRY, LAST_RETRY)
                        .indefinitely())
                .subscribe()
                .with(kept -> {});
    }

    /** The one that this replica's pages load. */
    Uni<ModuleVersion> own() {
        return own;
    }

    /** A version by its name; empty if neither this replica nor the database has it. */
    Uni<Optional<ModuleVersion>> find(String name) {
        return own.chain(version -> version.name().equals(name)
                ? Uni.createFrom().item(Optional.of(version))
                : stored.map(versions -> Optional.ofNullable(versions.get(name))));
    }

    /** In development, the file changes while the service runs, so it has no versions. */
    private static boolean isChanging() {
        return LaunchMode.current().isDev();
    }

    private Uni<Map<String, ModuleVersion>> read() {
        return database.apart(StoredModule::all)
                .chain(contents -> elsewhere(() -> contents.stream()
                        .map(Asset::of)
                        .map(ModuleVersion::of)
                        .collect(Collectors.toMap(ModuleVersion::name, Function.identity(), (one, same) -> one))));
    }

    /** Not on the event loop: compressing takes milliseconds. */
    private static <T> Uni<T> elsewhere(Supplier<T> work) {
        return Uni.createFrom().item(work).runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }
}
